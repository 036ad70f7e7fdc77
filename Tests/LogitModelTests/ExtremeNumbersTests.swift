import LogitModel
import Testing

@Suite("Numbers at the ends of the range")
struct ExtremeNumbersTests {
  private static let weightedTooLarge = ProblemError.invalidTargetSum(row: 0, sum: .infinity)

  private func evaluate(
    _ logits: [Double],
    _ target: Target,
    _ settings: Problem.Settings = .init()
  ) throws -> Evaluation {
    try Problem(logits: [logits], targets: [target], settings: settings).evaluate(row: 0)
  }

  @Test("weights that make the target overflow are refused")
  func weightedTarget() {
    #expect(throws: Self.weightedTooLarge) {
      try evaluate(
        [0, 700, 800],
        .distribution([1, 2, 2]),
        .init(classWeights: [1, 1e308, 1e308])
      )
    }
    #expect(throws: Self.weightedTooLarge) {
      try evaluate(
        [-1.7e308, -1.6999999999999995e308],
        .distribution([1, 1e150]),
        .init(temperature: 1e10, classWeights: [2, 1e308])
      )
    }
  }

  @Test("a loss that takes no weights takes any weights")
  func restingWeights() throws {
    let settings = Problem.Settings(classWeights: [1e308, 1e308], loss: BinaryCrossEntropy())
    #expect(try evaluate([0, 0], .distribution([2, 2]), settings).loss?.isFinite == true)
  }

  @Test("a target above 1 whose product with the scaled logits overflows is refused, by edits too")
  func scaledTarget() throws {
    let cold = Problem.Settings(temperature: 1e-308, loss: BinaryCrossEntropy())
    #expect(throws: Self.weightedTooLarge) { try evaluate([5, -5], .distribution([2, 2]), cold) }
    var problem = try Problem(
      logits: [[5, -5]],
      targets: [.distribution([2, 2])],
      settings: .init(loss: BinaryCrossEntropy())
    )
    let before = problem
    #expect(throws: Self.weightedTooLarge) { try problem.setSettings(cold) }
    #expect(throws: Self.weightedTooLarge) { try problem.setLogit(1.5e308, row: 0, class: 0) }
    #expect(throws: Self.weightedTooLarge) { try problem.setLogits([0, -1.5e308], row: 0) }
    #expect(problem == before)
  }

  @Test("a gradient in range is found where weights times classes are not")
  func gradient() throws {
    let settings = Problem.Settings(temperature: 2, classWeights: [1e308, 1, 1, 1, 1])
    let gradient = try #require(evaluate([0, 0, 0, 0, 0], .index(0), settings).gradient)
    #expect(abs(gradient[0] / -4e307 - 1) < 1e-15)
    #expect(abs(gradient[1] / 1e307 - 1) < 1e-15)
  }

  @Test("a mean in range is found where its sums are not")
  func mean() throws {
    let problem = try Problem(
      logits: [[0, 0], [0, 0]],
      targets: [.index(0), .index(1)],
      settings: .init(classWeights: [1.5e308, 1.5e308])
    )
    let batch = problem.evaluateBatch()
    let value = try #require(batch.value)
    #expect(abs(value / 0.6931471805599453 - 1) < 1e-15)
    let reduced = try #require(batch.reduce(gradient: problem.evaluate(row: 0).gradient?.all ?? []))
    #expect(abs(reduced[0] / -0.25 - 1) < 1e-15)
  }

  @Test("a negative with no share has no part of an infinite loss")
  func attribution() throws {
    let evaluation = try evaluate([0, -.infinity, -1000, -.infinity], .index(1))
    let negatives = try #require(evaluation.negatives)
    #expect(negatives[0]?.attribution == .infinity)
    for index in [2, 3] {
      #expect(negatives[index]?.share == 0)
      #expect(negatives[index]?.attribution == 0)
    }
  }

  @Test("names and titles that only look equal make two problems")
  func canonicalEquivalence() throws {
    let composed = try Problem(title: "\u{E9}", classes: ["\u{E9}", "b"], logits: [[0, 1]])
    var other = composed
    #expect(other == composed)
    try other.renameClass(at: 0, to: "e\u{301}")
    #expect(other != composed)
  }

  @Test("whatever is accepted, nothing is NaN", arguments: UInt64(0)..<40)
  func notANumber(seed: UInt64) throws {
    var random = Random(seed: seed)
    let sizes: [Double] = [
      0, .leastNonzeroMagnitude, 1e-308, 1e-160, 0.3, 1, 2, 700, 1e10, 1e154, 1e300, 1.7e308,
    ]
    for _ in 0..<500 {
      let count = Int.random(in: 2...4, using: &random)
      func pick(_ choices: [Double]) -> [Double] {
        (0..<count).map { _ in choices.randomElement(using: &random) ?? 0 }
      }
      let settings = Problem.Settings(
        temperature: sizes.dropFirst().randomElement(using: &random) ?? 1,
        labelSmoothing: [0, .leastNonzeroMagnitude, 0.3, 1].randomElement(using: &random) ?? 0,
        classWeights: Bool.random(using: &random) ? nil : pick(sizes),
        gamma: sizes.randomElement(using: &random) ?? 0,
        hingeMargin: sizes.dropFirst().randomElement(using: &random) ?? 1,
        loss: Losses.all.randomElement(using: &random) ?? CrossEntropy()
      )
      let target: Target =
        Bool.random(using: &random)
        ? .index(Int.random(in: 0..<count, using: &random)) : .distribution(pick(sizes))
      let logits = pick(sizes + sizes.map { -$0 } + [-.infinity])
      guard
        let problem = try? Problem(logits: [logits], targets: [target], settings: settings)
      else { continue }
      let evaluation = problem.evaluate(row: 0)
      #expect(names(ofNaNIn: evaluation).isEmpty, "\(problem)")
      for loss in Losses.all {
        let value = problem.evaluateLoss(row: 0, under: loss)
        let numbers = value.map { [$0.value] + $0.terms + $0.gradient } ?? []
        #expect(!numbers.contains { $0.isNaN }, "\(loss.name): \(problem)")
      }
    }
  }

  private func names(ofNaNIn evaluation: Evaluation) -> [String] {
    let effects = evaluation.logits.indices.compactMap { evaluation.negatives?[$0] }
    let numbers: [(String, [Double?])] = [
      ("logsumexp", [evaluation.logSumExp]), ("probabilities", evaluation.probabilities.all),
      ("log probabilities", evaluation.logProbabilities.all),
      ("complements", evaluation.complements.all),
      ("loss", [evaluation.loss]), ("terms", evaluation.lossTerms?.all ?? []),
      ("gradient", evaluation.gradient?.all ?? []), ("target", evaluation.target?.all ?? []),
      ("margin", [evaluation.margin]), ("positive loss", [evaluation.positiveLoss]),
      ("push", effects.map(\.push)), ("share", effects.map(\.share)),
      ("without", effects.map(\.without)), ("attribution", effects.map(\.attribution)),
      ("entropy", [evaluation.entropy]), ("effective classes", [evaluation.effectiveClasses]),
      ("perplexity", [evaluation.perplexity]), ("target entropy", [evaluation.targetEntropy]),
      ("cross entropy", [evaluation.crossEntropy]), ("KL", [evaluation.klDivergence]),
    ]
    return numbers.filter { $0.1.contains { $0?.isNaN == true } }.map(\.0)
  }
}
