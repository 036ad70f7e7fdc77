import LogitModel
import Testing

@Suite("Losses")
struct LossTests {
  static let names = Losses.all.map(\.name)
  static let ofOnePositive = Set([
    "focal", "hinge_weston_watkins", "hinge_crammer_singer", "hinge_one_vs_all",
  ])

  @Test("each loss is found by its name, and no two share one")
  func namesAreUnique() {
    #expect(Set(Self.names).count == Losses.all.count)
    for name in Self.names {
      #expect(Losses.named(name)?.name == name)
    }
    #expect(Losses.named("cross entropy") == nil)
  }

  @Test("the terms sum to the value", arguments: names)
  func terms(name: String) throws {
    for seed in UInt64(1)...20 {
      let evaluation = try random(name, seed: seed).evaluate(row: 0)
      let terms = try #require(evaluation.lossTerms)
      let value = try #require(evaluation.loss)
      #expect(terms.count == evaluation.logits.count)
      let largest = terms.map(\.magnitude).max() ?? 0
      let sum = terms.reduce(0, +)
      #expect((sum - value).magnitude <= Double(terms.count) * max(value, largest).ulp)
    }
  }

  @Test("the gradient agrees with central differences", arguments: names)
  func gradient(name: String) throws {
    for seed in UInt64(1)...20 {
      var problem = try random(name, seed: seed)
      let evaluation = problem.evaluate(row: 0)
      let gradient = try #require(evaluation.gradient)
      for (index, logit) in evaluation.logits.enumerated() {
        let step = 0x1p-16
        try problem.setLogit(logit + step, row: 0, class: index)
        let above = try #require(problem.evaluate(row: 0).loss)
        try problem.setLogit(logit - step, row: 0, class: index)
        let below = try #require(problem.evaluate(row: 0).loss)
        try problem.setLogit(logit, row: 0, class: index)
        let slope = (above - below) / (2 * step)
        #expect((slope - gradient[index]).magnitude < 2e-8, "\(name), seed \(seed)")
      }
    }
  }

  /// A row with temperature, smoothing and weights, and by turns an index and a distribution for
  /// target, for the losses of one positive one that has all its mass there.
  private func random(_ name: String, seed: UInt64) throws -> Problem {
    var random = Random(seed: seed)
    let logits = apart(&random)
    let positive = Int.random(in: logits.indices, using: &random)
    let loss = try #require(Losses.named(name))
    let settings = Problem.Settings(
      temperature: .random(in: 0.5...2, using: &random),
      labelSmoothing: seed % 3 == 0 ? 0.2 : 0,
      classWeights: seed % 4 == 0 ? nil : random.numbers(logits.count, in: 0...2),
      gamma: .random(in: 0...4, using: &random),
      hingeMargin: 0.125 + 0.25 * Double(Int.random(in: 1...8, using: &random)),
      loss: loss
    )
    let mass =
      Self.ofOnePositive.contains(name)
      ? logits.indices.map { $0 == positive ? 0.7 : 0 } : random.distribution(logits.count)
    let target: Target = seed % 2 == 0 ? .index(positive) : .distribution(mass)
    return try Problem(logits: [logits], targets: [target], settings: settings)
  }

  /// 2 to 30 logits near different multiples of a quarter, so that no hinge whose margin lies between
  /// two of them is near its kink, nor are there two hardest negatives.
  private func apart(_ random: inout Random) -> [Double] {
    let count = Int.random(in: 2...30, using: &random)
    let middle = Double(count / 2)
    return (0..<count).shuffled(using: &random).map {
      0.25 * (Double($0) - middle) + .random(in: -0.02...0.02, using: &random)
    }
  }

  @Test("a negative's term of a one-hot cross entropy is exactly 0", arguments: UInt64(1)...20)
  func negativesTerms(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: 800)
    let evaluation = try Problem(logits: [logits], targets: [.index(positive)]).evaluate(row: 0)
    let terms = try #require(evaluation.lossTerms)
    for index in terms.indices where index != positive {
      #expect(terms[index] == 0 && terms[index].sign == .plus)
    }
  }

  @Test("a tiny loss keeps its digits")
  func tinyLoss() throws {
    let evaluation = try Problem(logits: [[69, 0]], targets: [.index(0)]).evaluate(row: 0)
    let loss = try #require(evaluation.loss)
    #expect(loss == 1.0806392777072785e-30)
    #expect(evaluation.gradient == [-loss, loss])
  }

  @Test("weights and smoothing touch no loss but cross entropy", arguments: names.dropFirst())
  func restingSettings(name: String) throws {
    var settings = Problem.Settings(loss: try #require(Losses.named(name)))
    var problem = try Problem(logits: [[1, -2]], targets: [.index(0)], settings: settings)
    let plain = problem.evaluate(row: 0)
    settings.labelSmoothing = 0.5
    settings.classWeights = [3, 7]
    try problem.setSettings(settings)
    let resting = problem.evaluate(row: 0)
    #expect(plain.loss == resting.loss)
    #expect(plain.gradient == resting.gradient)
    #expect(problem.evaluateBatch().denominator == 1)
    #expect(Losses.all.filter(\.usesWeightsAndSmoothing).map(\.name) == ["cross_entropy"])
  }
}
