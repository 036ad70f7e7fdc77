import LogitModel
import RealModule
import Testing

/// Numbers that were printed elsewhere, compared to the last digit printed.
@Suite("Worked numbers")
struct WorkedNumbersTests {
  private static let probabilities = [0.03, 0.05, 0.8, 0.1, 0.02]
  private static let raised = zip(probabilities, [0.4, 0.4, 0, 0.3, 0.3]).map {
    Double.log($0) + $1
  }
  private static let batch = [
    [0.8982, 0.805, 0.6393, 0.9983, 0.5731, 0.0469, 0.556, 0.1476, 0.8404, 0.5544],
    [0.9457, 0.0195, 0.9846, 0.3231, 0.1605, 0.3143, 0.9508, 0.2762, 0.7276, 0.4332],
  ]

  private func evaluation(_ logits: [Double], _ target: Target? = nil) throws -> Evaluation {
    try Problem(logits: [logits], targets: [target]).evaluate(row: 0)
  }

  private func expect(
    _ actual: [Double]?,
    prints printed: [Double],
    digits: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = try #require(actual, sourceLocation: sourceLocation)
    #expect(actual.count == printed.count, sourceLocation: sourceLocation)
    let half = 0.5000001 * Double.pow(10, -digits)
    for (value, print) in zip(actual, printed) {
      #expect((value - print).magnitude <= half, sourceLocation: sourceLocation)
    }
  }

  @Test("raising the negatives of 0.8 takes probability from the positive")
  func raisedNegatives() throws {
    let evaluation = try evaluation(Self.raised, .index(2))
    try expect(
      evaluation.probabilities.all,
      prints: [0.04138864, 0.06898107, 0.73983032, 0.12483331, 0.02496666],
      digits: 8
    )
    let difference = zip(evaluation.probabilities, Self.probabilities).map { $0 - $1 }
    try expect(
      difference,
      prints: [0.01138864, 0.01898107, -0.06016968, 0.02483331, 0.00496666],
      digits: 8
    )
    try expect(
      evaluation.gradient?.all,
      prints: [0.0414, 0.0690, -0.2602, 0.1248, 0.0250],
      digits: 4
    )
    try expect(evaluation.margin.map { [$0] }, prints: [1.0450868], digits: 7)
  }

  @Test("what each raised negative costs")
  func effectsOfRaisedNegatives() throws {
    let effects = try #require(try evaluation(Self.raised, .index(2)).negatives)
    #expect(effects[2] == nil)
    let negatives = [0, 1, 3, 4].compactMap { effects[$0] }
    try expect(
      negatives.map(\.without),
      prints: [0.0422695, 0.0714757, 0.1333409, 0.0252836],
      digits: 7
    )
    try expect(
      negatives.map(\.share),
      prints: [0.1590833, 0.2651388, 0.4798150, 0.0959630],
      digits: 7
    )
    try expect(
      negatives.map(\.attribution),
      prints: [0.0479373, 0.0798954, 0.1445848, 0.0289170],
      digits: 7
    )
    try expect([effects.attributionSum], prints: [0.3013344], digits: 7)
  }

  @Test(
    "how the negatives share what the positive leaves is not in the loss, but in the gradient",
    arguments: [[0.05, 0.03, 0.8, 0.02, 0.1], [0, 0, 0.8, 0.2, 0]]
  )
  func sameLoss(probabilities: [Double]) throws {
    let problem = try Problem(
      probabilities: [Self.probabilities, probabilities],
      targets: [.index(2), .index(2)]
    )
    let first = problem.evaluate(row: 0)
    let second = problem.evaluate(row: 1)
    let losses = (try #require(first.loss), try #require(second.loss))
    #expect((losses.0 - losses.1).magnitude < 1e-15)
    #expect(first.gradient != second.gradient)
  }

  @Test("one row's cross entropy, three ways")
  func threeWays() throws {
    let logits = Self.batch[0]
    let exact = 2.143818427948945
    #expect(try crossEntropy(logits: logits, target: .index(1)) == exact)
    #expect(-logSoftmax(logits)[1] == exact)
    #expect((logSumExp(logits) - logits[1] - exact).magnitude < 1e-15)
  }

  @Test("the mean of two rows")
  func meanOfTwoRows() throws {
    let problem = try Problem(logits: Self.batch, targets: [.index(1), .index(5)])
    let mean = try #require(problem.evaluateBatch().value)
    #expect(mean == 2.351937720511233)
  }

  @Test(
    "a confident cat, a confident horse, and a tie",
    arguments: [
      ([5.0, 4, 2], [0.71, 0.26, 0.04], 0),
      ([4.0, 2, 8], [0.02, 0, 0.98], 2),
      ([4.0, 4, 1], [0.49, 0.49, 0.02], 0),
    ]
  )
  func animals(logits: [Double], printed: [Double], argmax: Int) throws {
    let evaluation = try evaluation(logits)
    try expect(evaluation.probabilities.all, prints: printed, digits: 2)
    #expect(evaluation.argmax == argmax)
  }

  @Test("softmax of three logits")
  func threeLogits() throws {
    try expect(
      softmax([0.2, 1.5, -2]),
      prints: [0.20920065, 0.76761926, 0.02318009],
      digits: 8
    )
    #expect(sigmoid(0.2) == 0.549833997312478)
  }

  @Test(
    "entropy of a target",
    arguments: [([0.5, 0.5], 0.6931471805599453), ([0.2, 0.8], 0.5004024235381879)]
  )
  func entropies(mass: [Double], entropy: Double) throws {
    #expect(try evaluation([0, 0], .distribution(mass)).targetEntropy == entropy)
    let problem = try Problem(probabilities: [mass])
    #expect((problem.evaluate(row: 0).entropy - entropy).magnitude < 1e-15)
  }

  @Test("cross entropy of a prediction given as probabilities")
  func prediction() throws {
    let problem = try Problem(
      probabilities: [[0.2, 0.1, 0.7]],
      targets: [.distribution([0, 0, 1])]
    )
    let loss = try #require(problem.evaluateBatch().value)
    #expect((loss - 0.35667494393873245).magnitude < 1e-15)
  }

  @Test("binary cross entropy of three sigmoids")
  func binary() throws {
    let settings = Problem.Settings(loss: BinaryCrossEntropy())
    let problem = try Problem(
      logits: [[-0.15, -0.87, 1.1]],
      targets: [.index(2)],
      settings: settings
    )
    let evaluation = problem.evaluate(row: 0)
    #expect(evaluation.argmax == 2)
    let terms = try #require(evaluation.lossTerms)
    let printed = [0.620957047789532, 0.34991825330155735, 0.2873353251154307]
    for (term, print) in zip(terms, printed) {
      #expect((term - print).magnitude < 1e-15)
    }
  }
}
