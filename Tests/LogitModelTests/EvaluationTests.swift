import LogitModel
import Testing

@Suite("The evaluation of a row")
struct EvaluationTests {
  /// Every number of an evaluation, to be looked through for what must not be there.
  private func numbers(_ evaluation: Evaluation) -> [Double] {
    let effects = evaluation.logits.indices.compactMap { evaluation.negatives?[$0] }
    let arrays: [[Double]] = [
      evaluation.probabilities.all, evaluation.logProbabilities.all, evaluation.complements.all,
      evaluation.target?.all ?? [], evaluation.lossTerms?.all ?? [],
      evaluation.gradient?.all ?? [],
      effects.map(\.push), effects.map(\.share), effects.map(\.without),
      effects.map(\.attribution), evaluation.jacobian().flatMap { $0 },
    ]
    let scalars: [Double?] = [
      evaluation.logSumExp, evaluation.entropy, evaluation.effectiveClasses, evaluation.loss,
      evaluation.positiveProbability, evaluation.negativeProbability, evaluation.margin,
      evaluation.positiveLoss, evaluation.perplexity, evaluation.targetEntropy,
      evaluation.crossEntropy, evaluation.klDivergence, evaluation.negatives?.pushSum,
      evaluation.negatives?.attributionSum, evaluation.margin(shiftingNegativesBy: 1),
      evaluation.margin(shifting: 0, by: 1), evaluation.margin(shifting: 1, by: -1),
    ]
    return arrays.flatMap { $0 } + scalars.compactMap { $0 }
  }

  static let hardRows: [[Double]] = [
    [0, -.infinity], [-.infinity, 0], [-.infinity, 3, -.infinity], [-.infinity, -.infinity, 0, 1],
    [0, 0], [1e300, -1e300], [-1e300, 1e300, 0], [1.7e308, -1.7e308, -.infinity],
    [745.2, 0, 1], [-800, 0, -.infinity], [0x1p-1074, 0], [-0.0, 0, -0.0],
  ]

  @Test(
    "nothing is NaN and no zero is negative, whatever the row, target and loss",
    arguments: hardRows,
    Losses.all.map(\.name)
  )
  func edges(logits: [Double], name: String) throws {
    let soft = logits.indices.map { $0 < 2 ? 0.5 : 0 }
    let targets = logits.indices.map(Target.index) + [.distribution(soft)]
    for temperature: Double in [1, 1e-300, 0x1p-1074, 1e300] {
      for smoothing: Double in [0, 0.1] {
        let settings = Problem.Settings(
          temperature: temperature,
          labelSmoothing: smoothing,
          loss: try #require(Losses.named(name))
        )
        let problem = try Problem(
          logits: targets.map { _ in logits },
          targets: targets,
          settings: settings
        )
        for row in targets.indices {
          for number in numbers(problem.evaluate(row: row)) {
            #expect(!number.isNaN, "T \(temperature), row \(row)")
            #expect(number != 0 || number.sign == .plus, "T \(temperature), row \(row)")
          }
        }
      }
    }
  }

  @Test("a masked positive costs infinitely much")
  func maskedPositive() throws {
    let evaluation = try Problem(logits: [[-.infinity, 1, 0, -.infinity]], targets: [.index(0)])
      .evaluate(row: 0)
    #expect(evaluation.loss == .infinity)
    #expect(evaluation.margin == -.infinity)
    #expect(evaluation.positiveProbability == 0)
    #expect(evaluation.negatives?[1]?.share == sigmoid(1))
    #expect(evaluation.negatives?[1]?.attribution == .infinity)
    #expect(evaluation.negatives?[3]?.attribution == 0)
    #expect(evaluation.gradient == [-1, sigmoid(1), sigmoid(-1), 0])
  }

  @Test("a positive alone costs nothing, and its masked negatives do nothing")
  func maskedNegatives() throws {
    let evaluation = try Problem(logits: [[2, -.infinity, -.infinity]], targets: [.index(0)])
      .evaluate(row: 0)
    #expect(evaluation.loss == 0)
    #expect(evaluation.margin == .infinity)
    #expect(evaluation.gradient == [0, 0, 0])
    let none = NegativeEffect(push: 0, share: 0, without: 0, attribution: 0)
    #expect(evaluation.negatives?[1] == none)
    #expect(evaluation.negatives?[0] == nil)
  }

  @Test("a row without a target shows softmax, entropy and argmax alone")
  func noTarget() throws {
    let evaluation = try Problem(logits: [[0, 1, 1]]).evaluate(row: 0)
    #expect(evaluation.argmax == 1)
    #expect(evaluation.entropy > 1)
    #expect(evaluation.target == nil && evaluation.loss == nil && evaluation.gradient == nil)
    #expect(evaluation.positive == nil && evaluation.margin == nil)
    #expect(evaluation.negatives == nil && evaluation.klDivergence == nil)
    #expect(evaluation.margin(shiftingNegativesBy: 1) == nil)
    #expect(evaluation.margin(shifting: 0, by: 1) == nil)
    #expect(!evaluation.isIgnored)
  }

  @Test("an ignored row has a loss and gradient of 0 and no target")
  func ignored() throws {
    let evaluation = try Problem(logits: [[0, 1, 1]], targets: [.index(-100)]).evaluate(row: 0)
    #expect(evaluation.isIgnored)
    #expect(evaluation.loss == 0)
    #expect(evaluation.lossTerms == [0, 0, 0])
    #expect(evaluation.gradient == [0, 0, 0])
    #expect(evaluation.target == nil && evaluation.positive == nil && evaluation.negatives == nil)
  }

  @Test("a distribution has a positive only where one class has all the mass")
  func positives() throws {
    let problem = try Problem(
      logits: [[0, 1], [0, 1]],
      targets: [.distribution([0, 0.5]), .distribution([0.5, 0.5])]
    )
    #expect(problem.evaluate(row: 0).positive == 1)
    #expect(problem.evaluate(row: 0).loss == softplus(-1) / 2)
    #expect(problem.evaluate(row: 1).positive == nil)
    #expect(problem.evaluate(row: 1).negatives == nil)
  }

  @Test("the target is smoothed and the positive stays")
  func smoothing() throws {
    let settings = Problem.Settings(labelSmoothing: 0.5)
    let evaluation = try Problem(
      logits: [[0, 0, 0, 0]],
      targets: [.index(3)],
      settings: settings
    ).evaluate(row: 0)
    #expect(evaluation.target == [0.125, 0.125, 0.125, 0.625])
    #expect(evaluation.positive == 3)
    #expect(evaluation.effectiveClasses == 4)
    #expect(evaluation.perplexity == 4)
  }

  @Test("a perfect prediction has no divergence")
  func noDivergence() throws {
    let mass = [0.1, 0.2, 0.3, 0.4]
    let problem = try Problem(probabilities: [mass], targets: [.distribution(mass)])
    let divergence = try #require(problem.evaluate(row: 0).klDivergence)
    #expect(divergence >= 0 && divergence < 1e-16)
  }

  @Test("a negative that dwarfs the others leaves theirs behind when it is lowered")
  func dominantNegative() throws {
    let evaluation = try Problem(logits: [[0, 2000, 1, 1]], targets: [.index(0)]).evaluate(row: 0)
    let margin = try #require(evaluation.margin(shifting: 1, by: -10_000))
    #expect((margin - (-1.6931471805599453)).magnitude < 1e-15)
    #expect(evaluation.negatives?[1]?.without == 1998.1380051959418)
  }

  @Test("K equal negatives are as hard as one that is log K higher", arguments: [1, 10, 1000])
  func equalNegatives(count: Int) throws {
    let logits = [3] + [Double](repeating: 1, count: count)
    let problem = try Problem(logits: [logits], targets: [.index(0)])
    let margin = try #require(problem.evaluate(row: 0).margin)
    #expect((margin - (2 - logSumExp([Double](repeating: 0, count: count)))).magnitude < 1e-14)
  }
}
