import Foundation
import LogitModel
import Testing

@testable import Explorer

@Suite struct ExamplesTests {
  private func evaluate(_ name: String, row: Int = 0) throws -> Evaluation {
    try #require(Examples.named(name)).problem.evaluate(row: row)
  }

  @Test func `every example is there, negatives first`() {
    #expect(
      Examples.all.map(\.name) == [
        "negatives", "same-loss", "same-loss-traded", "ten-classes", "batch", "pets", "weights",
        "binary", "three-logits", "entropy-even", "entropy-uneven", "soft-duck", "argmax",
      ]
    )
    #expect(Examples.named("elephants") == nil)
  }

  @Test func `titles and summaries are one line, in both languages`() {
    for example in Examples.all {
      for phrase in [example.title, example.summary] {
        #expect(phrase.en != phrase.ko)
        for language in Language.allCases {
          #expect(!phrase[language].isEmpty && !phrase[language].contains("\n"))
          #expect(phrase[language].count <= 90)
        }
      }
      #expect(example.problem.title == example.title.en)
    }
    #expect(Set(Examples.all.map(\.title)).count == Examples.all.count)
  }

  /// The loss as the first post writes it, `-Σ y log(s + 1e-9)`.
  private func epsLoss(_ evaluation: Evaluation) throws -> Double {
    let positive = try #require(evaluation.positive)
    return -log(evaluation.probabilities[positive] + 1e-9)
  }

  @Test func `the first example's loss is the post's, with and without eps`() throws {
    let evaluation = try evaluate("negatives")
    #expect(abs(try epsLoss(evaluation) - 0.22314355006420974) <= 1e-15)
    #expect(abs(try #require(evaluation.loss) - -log(0.8)) <= 1e-15)
    #expect(evaluation.lossTerms?.filter { $0 == 0 }.count == 4)
  }

  @Test func `raising the negatives of the first example gives the post's numbers`() throws {
    var problem = try #require(Examples.named("negatives")).problem
    let before = problem.evaluate(row: 0)
    for (index, shift) in [(0, 0.4), (1, 0.4), (3, 0.3), (4, 0.3)] {
      try problem.setLogit(problem.logits[0][index] + shift, row: 0, class: index)
    }
    let now = problem.evaluate(row: 0)
    #expect(
      now.probabilities.map { printed($0, 8) } == [
        "0.04138864", "0.06898107", "0.73983032", "0.12483331", "0.02496666",
      ]
    )
    #expect(
      zip(now.probabilities, before.probabilities).map { printed($0 - $1, 8) } == [
        "0.01138864", "0.01898107", "-0.06016968", "0.02483331", "0.00496666",
      ]
    )
    #expect(abs(try epsLoss(now) - 0.30133442040075237) <= 1e-15)
    #expect(
      now.gradient?.map { printed($0, 4) } == ["0.0414", "0.0690", "-0.2602", "0.1248", "0.0250"]
    )
    #expect(now.margin.map { printed($0, 7) } == "1.0450868")

    let effects = try #require(now.negatives)
    let negatives = try [0, 1, 3, 4].map { try #require(effects[$0]) }
    #expect(effects[2] == nil)
    #expect(
      negatives.map { printed($0.without, 7) } == [
        "0.0422695", "0.0714757", "0.1333409", "0.0252836",
      ]
    )
    #expect(
      negatives.map { printed($0.share, 7) } == [
        "0.1590833", "0.2651388", "0.4798150", "0.0959630",
      ]
    )
    #expect(
      negatives.map { printed($0.attribution, 7) } == [
        "0.0479373", "0.0798954", "0.1445848", "0.0289170",
      ]
    )
    #expect(printed(effects.attributionSum, 7) == "0.3013344")
  }

  @Test(arguments: ["same-loss-traded", "same-loss"])
  func `another split of the same rest costs the same`(name: String) throws {
    let first = try #require(try evaluate("negatives").loss)
    let other = try evaluate(name)
    #expect(abs(try #require(other.loss) - first) <= 1e-15)
    #expect(try other.gradient != evaluate("negatives").gradient)
  }

  @Test func `the two splits open beside the first guess, and no other example beside another`()
    throws
  {
    for example in Examples.all {
      let isSplit = example.name.hasPrefix("same-loss")
      #expect((example.baseline != nil) == isSplit, "\(example.name)")
      #expect(example.panel == (isSplit ? .compare : .negatives), "\(example.name)")
      // Options that override an example override its baseline alike.
      guard var baseline = example.baseline else { continue }
      let other = example.name == "same-loss" ? "same-loss-traded" : "negatives"
      #expect(baseline.logits == (try #require(Examples.named(other))).problem.logits)
      try baseline.setLogits(example.problem.logits[0], row: 0)
      #expect(baseline == example.problem)
    }
  }

  @Test(arguments: ["same-loss-traded", "same-loss"])
  func `reset leads back to the baseline that the example opened with`(name: String) throws {
    var state = try State.on(name)
    let opened = state.subject
    #expect(opened.problem != opened.baseline)
    try state.play("] b ] r")
    #expect(state.subject == opened)
    try state.play("u u u u u")
    #expect(state.subject == opened)
    try state.play("<C-r> <C-r>")
    #expect(state.subject.baseline != opened.baseline)
  }

  @Test func `ten classes give one loss in three ways`() throws {
    let evaluation = try evaluate("ten-classes")
    let expected = 2.143818427948945
    #expect(abs(try #require(evaluation.loss) - expected) <= 1e-15)
    #expect(abs(-evaluation.logProbabilities[1] - expected) <= 1e-15)
    #expect(abs(evaluation.logSumExp - evaluation.logits[1] - expected) <= 1e-15)
  }

  @Test func `the batch has the post's mean`() throws {
    let batch = try #require(Examples.named("batch")).problem.evaluateBatch()
    #expect(abs(try #require(batch.value) - 2.351937720511233) <= 1e-15)
  }

  @Test(
    arguments: zip(
      0...2,
      [["0.71", "0.26", "0.04"], ["0.02", "0.00", "0.98"], ["0.49", "0.49", "0.02"]]
    )
  )
  func `the pets have the post's probabilities`(row: Int, expected: [String]) throws {
    #expect(try evaluate("pets", row: row).probabilities.map { printed($0, 2) } == expected)
  }

  @Test func `the dog is tied with the cat`() throws {
    let probabilities = try evaluate("pets", row: 2).probabilities
    #expect(probabilities[0] == probabilities[1])
  }

  @Test func `weights are inverse to the class counts and make up the divisor`() throws {
    let problem = try #require(Examples.named("weights")).problem
    #expect(problem.settings.classWeights == [10.0, 50, 100].map { 10 / $0 })
    #expect(abs(problem.evaluateBatch().denominator - 1.3) <= 1e-15)
  }

  @Test func `three logits give the post's softmax`() throws {
    #expect(
      try evaluate("three-logits").probabilities.map { printed($0, 8) } == [
        "0.20920065", "0.76761926", "0.02318009",
      ]
    )
  }

  @Test(
    arguments: [("entropy-even", 0.6931471805599453), ("entropy-uneven", 0.5004024235381879)])
  func `the balls have the post's entropies`(name: String, expected: Double) throws {
    #expect(abs(try #require(try evaluate(name).targetEntropy) - expected) <= 1e-15)
    #expect(abs(try #require(try evaluate(name).loss) - 0.6931471805599453) <= 1e-15)
  }

  @Test func `the duck costs the post's cross entropy`() throws {
    #expect(abs(try #require(try evaluate("soft-duck").loss) - 0.35667494393873245) <= 1e-15)
  }

  @Test func `softmax does not change the order`() throws {
    let evaluation = try evaluate("argmax")
    #expect(evaluation.argmax == 2)
    #expect(evaluation.probabilities.firstIndex(of: evaluation.probabilities.max() ?? 0) == 2)
  }

  @Test func `binary cross entropy has the post's terms`() throws {
    let terms = try #require(try evaluate("binary").lossTerms)
    for (term, expected) in zip(
      terms,
      [0.620957047789532, 0.34991825330155735, 0.2873353251154307]
    ) {
      #expect(abs(term - expected) <= 1e-15)
    }
  }

  private func printed(_ x: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", x)
  }
}
