import LogitModel
import RealModule
import Testing

@Suite("What holds for every row")
struct InvariantTests {
  static let seeds = Array(UInt64(1)...40)

  /// A row from near to far apart, depending on the seed.
  private func random(_ seed: UInt64) throws -> Evaluation {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: [0.001, 1, 10, 100][Int(seed % 4)])
    let settings = Problem.Settings(temperature: [1, 0.37, 4][Int(seed % 3)])
    return try Problem(logits: [logits], targets: [.index(positive)], settings: settings)
      .evaluate(row: 0)
  }

  /// Whether two numbers agree within that many units in the last place of the larger.
  private func agree(_ a: Double, _ b: Double, ulps: Double, of scale: Double = 0) -> Bool {
    (a - b).magnitude <= ulps * max(a.magnitude, b.magnitude, scale).ulp
  }

  @Test("probabilities sum to 1", arguments: seeds)
  func probabilities(seed: UInt64) throws {
    let evaluation = try random(seed)
    let sum = evaluation.probabilities.reduce(0, +)
    #expect(agree(sum, 1, ulps: Double(evaluation.logits.count)))
    for (probability, complement) in zip(evaluation.probabilities, evaluation.complements) {
      #expect(agree(probability + complement, 1, ulps: 4))
    }
  }

  @Test("the gradient sums to 0, for any target, smoothing and weights", arguments: seeds)
  func gradient(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: 20)
    let target: Target =
      seed % 2 == 0 ? .index(positive) : .distribution(random.distribution(logits.count))
    let settings = Problem.Settings(
      temperature: 0.5,
      labelSmoothing: seed % 3 == 0 ? 0.1 : 0,
      classWeights: seed % 5 == 0 ? nil : random.numbers(logits.count, in: 0...3)
    )
    let problem = try Problem(logits: [logits], targets: [target], settings: settings)
    let gradient = try #require(problem.evaluate(row: 0).gradient)
    let largest = gradient.map(\.magnitude).max() ?? 0
    #expect(gradient.reduce(0, +).magnitude <= Double(logits.count) * largest.ulp)
  }

  @Test("the rows of the Jacobian sum to 0, and it is symmetric", arguments: seeds)
  func jacobian(seed: UInt64) throws {
    let jacobian = try random(seed).jacobian()
    for (i, row) in jacobian.enumerated() {
      let largest = row.map(\.magnitude).max() ?? 0
      #expect(row.reduce(0, +).magnitude <= Double(row.count) * largest.ulp)
      for j in row.indices {
        #expect(row[j] == jacobian[j][i])
      }
    }
  }

  @Test("adding a number to every logit changes nothing", arguments: [1e4, -1e4, 0x1p40])
  func shift(offset: Double) throws {
    let logits = [0.25, 1.5, -2, 0.75]
    let problem = try Problem(
      logits: [logits, logits.map { $0 + offset }],
      targets: [.index(1), .index(1)]
    )
    let plain = problem.evaluate(row: 0)
    let shifted = problem.evaluate(row: 1)
    #expect(plain.probabilities == shifted.probabilities)
    #expect(plain.loss == shifted.loss)
    #expect(plain.gradient == shifted.gradient)
    #expect(plain.margin == shifted.margin)
    #expect(plain.negatives?.attributionSum == shifted.negatives?.attributionSum)
    #expect(plain.entropy == shifted.entropy)
  }

  @Test("the positive's probability and loss are functions of the margin", arguments: seeds)
  func margin(seed: UInt64) throws {
    let evaluation = try random(seed)
    let margin = try #require(evaluation.margin)
    let probability = try #require(evaluation.positiveProbability)
    let loss = try #require(evaluation.positiveLoss)
    // The margin's own rounding is multiplied by its size.
    let ulps = 4 + 2 * margin.magnitude
    #expect(agree(sigmoid(margin), probability, ulps: ulps))
    #expect(agree(softplus(-margin), loss, ulps: ulps))
    #expect(evaluation.loss == evaluation.positiveLoss)
    let positive = try #require(evaluation.positive)
    #expect(evaluation.lossTerms?[positive] == loss)
  }

  @Test(
    "the shares sum to 1, the attributions to the loss, the pushes to their sum",
    arguments: seeds
  )
  func negatives(seed: UInt64) throws {
    let evaluation = try random(seed)
    let effects = try #require(evaluation.negatives)
    let each = evaluation.logits.indices.compactMap { effects[$0] }
    #expect(each.count == effects.count - 1)
    let ulps = Double(effects.count)
    #expect(agree(each.map(\.share).reduce(0, +), 1, ulps: ulps))
    #expect(agree(each.map(\.attribution).reduce(0, +), effects.attributionSum, ulps: ulps))
    #expect(agree(each.map(\.push).reduce(0, +), effects.pushSum, ulps: ulps))
    #expect(effects.attributionSum == evaluation.positiveLoss)
  }

  @Test("removing a negative lowers the loss by what is said", arguments: seeds)
  func without(seed: UInt64) throws {
    let evaluation = try random(seed)
    let effects = try #require(evaluation.negatives)
    let loss = try #require(evaluation.loss)
    guard evaluation.logits.count > 2 else { return }
    for index in evaluation.logits.indices where index != evaluation.positive {
      var logits = evaluation.logits
      logits[index] = -.infinity
      let settings = Problem.Settings(temperature: evaluation.temperature)
      let problem = try Problem(
        logits: [logits],
        targets: [.index(effects.positive)],
        settings: settings
      )
      let remaining = try #require(problem.evaluate(row: 0).loss)
      let effect = try #require(effects[index])
      #expect(agree(loss - remaining, effect.without, ulps: 4, of: loss))
      let drop = try #require(evaluation.margin(shifting: index, by: -1e300))
      #expect(agree(softplus(-drop), remaining, ulps: 4 + 2 * drop.magnitude))
    }
  }

  @Test(
    "an entropy is between 0 and log C, and cross entropy is entropy plus divergence",
    arguments: seeds
  )
  func information(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, _) = random.row(spread: 5)
    let target = Target.distribution(random.distribution(logits.count))
    let evaluation = try Problem(logits: [logits], targets: [target]).evaluate(row: 0)
    let count = Double(logits.count)
    #expect(evaluation.entropy >= 0)
    #expect(evaluation.entropy <= Double.log(count) * (1 + 1e-15))
    #expect(agree(evaluation.effectiveClasses, Double.exp(evaluation.entropy), ulps: 16))
    let crossEntropy = try #require(evaluation.crossEntropy)
    let targetEntropy = try #require(evaluation.targetEntropy)
    let divergence = try #require(evaluation.klDivergence)
    #expect(divergence >= 0)
    #expect(agree(targetEntropy + divergence, crossEntropy, ulps: 4))
    #expect(agree(try #require(evaluation.perplexity), Double.exp(crossEntropy), ulps: 32))
  }

  @Test("shifted margins are those of shifted logits", arguments: seeds)
  func shiftedMargins(seed: UInt64) throws {
    let evaluation = try random(seed)
    let positive = try #require(evaluation.positive)
    for index in evaluation.logits.indices {
      for delta in [-50, -0.5, 0.25, 3, 400] {
        var logits = evaluation.logits
        logits[index] += delta
        let settings = Problem.Settings(temperature: evaluation.temperature)
        let problem = try Problem(
          logits: [logits],
          targets: [.index(positive)],
          settings: settings
        )
        let expected = try #require(problem.evaluate(row: 0).margin)
        let margin = try #require(evaluation.margin(shifting: index, by: delta))
        // The logit that is set was rounded, the one that is shifted is not.
        let scale = (logits.map(\.magnitude).max() ?? 0) / evaluation.temperature
        #expect(agree(margin, expected, ulps: 4, of: scale))
      }
    }
    let together = try #require(evaluation.margin(shiftingNegativesBy: 2))
    let margin = try #require(evaluation.margin)
    #expect(agree(together, margin - 2 / evaluation.temperature, ulps: 2, of: margin))
  }

  @Test("a logit asked for gives the probability asked for", arguments: seeds)
  func inverse(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, index) = random.row(spread: 3)
    let settings = Problem.Settings(temperature: 0.5)
    var problem = try Problem(logits: [logits], settings: settings)
    for probability in [1e-30, 0.001, 0.3, 0.5, 0.999] {
      let logit = try problem.logit(forProbability: probability, row: 0, class: index)
      try problem.setLogit(logit, row: 0, class: index)
      let reached = problem.evaluate(row: 0).probabilities[index]
      #expect(agree(reached, probability, ulps: 8 + 4 * logit.magnitude))
    }
  }
}
