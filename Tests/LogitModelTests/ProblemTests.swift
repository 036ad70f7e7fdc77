import LogitModel
import Testing

@Suite("What a problem accepts")
struct ProblemTests {
  @Test("everything but the logits has a default")
  func defaults() throws {
    let problem = try Problem(logits: [[0, 1, -.infinity]])
    #expect(problem.title.isEmpty)
    #expect(problem.classes == ["0", "1", "2"])
    #expect(problem.targets == [nil])
    #expect(problem.settings == Problem.Settings())
    #expect(problem.settings.loss.name == "cross_entropy")
  }

  @Test("settings differ in each of their parts")
  func settings() {
    let plain = Problem.Settings()
    let others = [
      Problem.Settings(temperature: 2), Problem.Settings(labelSmoothing: 0.1),
      Problem.Settings(classWeights: [1, 1]), Problem.Settings(ignoreIndex: -1),
      Problem.Settings(gamma: 1), Problem.Settings(hingeMargin: 2),
      Problem.Settings(loss: BinaryCrossEntropy()), Problem.Settings(reduction: .sum),
    ]
    for other in others {
      #expect(other != plain)
      #expect(other == other)
    }
  }

  @Test("probabilities become their logarithms, up to a constant")
  func probabilities() throws {
    let problem = try Problem(probabilities: [[2, 0, 6]])
    #expect(problem.logits[0][1] == -.infinity)
    #expect(problem.evaluate(row: 0).probabilities == [0.25, 0, 0.75])
  }

  private static let names = ["cat", "dog"]
  private static let dog = ProblemError.Class(index: 1, name: "dog")

  static let refused: [(ProblemError, @Sendable () throws -> Problem)] = [
    (.noRows, { try Problem(logits: []) }),
    (.tooFewClasses(count: 1), { try Problem(logits: [[0]]) }),
    (.tooFewClasses(count: 0), { try Problem(logits: [[]]) }),
    (.logitCount(row: 1, count: 3, expected: 2), { try Problem(logits: [[0, 0], [0, 0, 0]]) }),
    (.noFiniteLogit(row: 0), { try Problem(logits: [[-.infinity, -.infinity]]) }),
    (
      .invalidLogit(row: 1, class: dog, value: .infinity),
      { try Problem(classes: names, logits: [[0, 0], [0, .infinity]]) }
    ),
    (.classNameCount(count: 2, expected: 3), { try Problem(classes: names, logits: [[0, 0, 0]]) }),
    (.targetCount(count: 2, expected: 1), { try Problem(logits: [[0, 0]], targets: [nil, nil]) }),
    (
      .targetOutOfRange(row: 0, index: 2, classes: 2),
      { try Problem(logits: [[0, 0]], targets: [.index(2)]) }
    ),
    (
      .targetOutOfRange(row: 0, index: -1, classes: 2),
      { try Problem(logits: [[0, 0]], targets: [.index(-1)]) }
    ),
    (
      .targetLength(row: 0, count: 1, expected: 2),
      { try Problem(logits: [[0, 0]], targets: [.distribution([1])]) }
    ),
    (
      .invalidTarget(row: 0, class: dog, value: -0.5),
      { try Problem(classes: names, logits: [[0, 0]], targets: [.distribution([1.5, -0.5])]) }
    ),
    (
      .invalidTarget(row: 0, class: dog, value: .infinity),
      { try Problem(classes: names, logits: [[0, 0]], targets: [.distribution([0, .infinity])]) }
    ),
    (
      .invalidTargetSum(row: 0, sum: 0),
      { try Problem(logits: [[0, 0]], targets: [.distribution([0, 0])]) }
    ),
    (
      .invalidTargetSum(row: 0, sum: .infinity),
      { try Problem(logits: [[0, 0]], targets: [.distribution([1e308, 1e308])]) }
    ),
    (.invalidTemperature(0), { try problem(.init(temperature: 0)) }),
    (.invalidTemperature(-1), { try problem(.init(temperature: -1)) }),
    (.invalidTemperature(.infinity), { try problem(.init(temperature: .infinity)) }),
    (.invalidLabelSmoothing(-0.1), { try problem(.init(labelSmoothing: -0.1)) }),
    (.invalidLabelSmoothing(1.1), { try problem(.init(labelSmoothing: 1.1)) }),
    (.invalidGamma(-1), { try problem(.init(gamma: -1)) }),
    (.invalidGamma(.infinity), { try problem(.init(gamma: .infinity)) }),
    (.invalidHingeMargin(0), { try problem(.init(hingeMargin: 0)) }),
    (.invalidHingeMargin(.infinity), { try problem(.init(hingeMargin: .infinity)) }),
    (.weightCount(count: 1, expected: 2), { try problem(.init(classWeights: [1])) }),
    (.invalidWeight(class: dog, value: -1), { try problem(.init(classWeights: [1, -1])) }),
    (
      .invalidWeight(class: dog, value: .infinity),
      { try problem(.init(classWeights: [1, .infinity])) }
    ),
    (
      .invalidProbability(row: 0, class: dog, value: -1),
      { try Problem(classes: names, probabilities: [[1, -1]]) }
    ),
    (.noProbability(row: 1), { try Problem(probabilities: [[1, 0], [0, 0]]) }),
  ]

  private static func problem(_ settings: Problem.Settings) throws -> Problem {
    try Problem(classes: names, logits: [[0, 0]], settings: settings)
  }

  @Test("a refusal names its place and its value", arguments: refused.indices)
  func refusals(case index: Int) {
    let (error, make) = Self.refused[index]
    #expect(throws: error) { try make() }
    #expect(!error.description.isEmpty)
    #expect(!error.description.contains("\n"))
  }

  @Test("NaN is refused everywhere")
  func notANumber() {
    let description = "row 0, class \"dog\" (1): "
    let attempts: [(String, () throws -> Problem)] = [
      (description + "logit is nan", { try Problem(classes: Self.names, logits: [[0, .nan]]) }),
      (
        description + "probability is nan",
        { try Problem(classes: Self.names, probabilities: [[1, .nan]]) }
      ),
      (
        description + "target is nan",
        {
          try Problem(
            classes: Self.names,
            logits: [[0, 0]],
            targets: [.distribution([1, .nan])]
          )
        }
      ),
      ("temperature is nan", { try Self.problem(.init(temperature: .nan)) }),
      ("label smoothing is nan", { try Self.problem(.init(labelSmoothing: .nan)) }),
      ("gamma is nan", { try Self.problem(.init(gamma: .nan)) }),
      ("hinge margin is nan", { try Self.problem(.init(hingeMargin: .nan)) }),
      ("class \"dog\" (1): weight is nan", { try Self.problem(.init(classWeights: [1, .nan])) }),
    ]
    for (beginning, make) in attempts {
      let error = #expect(throws: ProblemError.self) { try make() }
      #expect(error?.description.hasPrefix(beginning + ";") == true)
    }
  }

  @Test("a description says where and what to do")
  func descriptions() {
    let place = ProblemError.Class(index: 1, name: "dog")
    let expected: [(ProblemError, String)] = [
      (
        .invalidLogit(row: 1, class: place, value: .infinity),
        "row 1, class \"dog\" (1): logit is inf; "
          + "give a finite number or -inf to leave the class out"
      ),
      (.tooFewClasses(count: 1), "1 class; at least 2 are needed"),
      (
        .targetOutOfRange(row: 0, index: 7, classes: 3),
        "row 0: target is class 7; give an index from 0 to 2, or the ignore index"
      ),
    ]
    for (error, description) in expected {
      #expect(error.description == description)
    }
  }
}
