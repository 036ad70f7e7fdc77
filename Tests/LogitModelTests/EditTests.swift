import LogitModel
import Testing

@Suite("Edits")
struct EditTests {
  private static let names = ["cat", "dog", "bird"]
  private static let dog = ProblemError.Class(index: 1, name: "dog")

  private static func example() throws -> Problem {
    try Problem(
      title: "animals",
      classes: names,
      logits: [[1, 2, 3], [-.infinity, 0, -.infinity], [5, 6, 7]],
      targets: [.index(2), .index(-100), .distribution([0.5, 0, 0.5])],
      settings: .init(classWeights: [1, 2, 3])
    )
  }

  typealias Edit = @Sendable (inout Problem) throws -> Void

  static let refused: [(ProblemError, Edit)] = [
    (.rowOutOfRange(row: 3, rows: 3), { try $0.setLogit(0, row: 3, class: 0) }),
    (.rowOutOfRange(row: -1, rows: 3), { try $0.setLogits([0, 0, 0], row: -1) }),
    (.rowOutOfRange(row: 3, rows: 3), { try $0.setTarget(nil, row: 3) }),
    (.classOutOfRange(index: 3, limit: 2), { try $0.setLogit(0, row: 0, class: 3) }),
    (.classOutOfRange(index: -1, limit: 2), { try $0.renameClass(at: -1, to: "x") }),
    (.classOutOfRange(index: 3, limit: 2), { try $0.removeClass(at: 3) }),
    (
      .classOutOfRange(index: 4, limit: 3),
      { try $0.insertClass(named: "x", logits: [0, 0, 0], at: 4) }
    ),
    (
      .invalidLogit(row: 0, class: dog, value: .infinity),
      { try $0.setLogit(.infinity, row: 0, class: 1) }
    ),
    (.noFiniteLogit(row: 1), { try $0.setLogit(-.infinity, row: 1, class: 1) }),
    (.noFiniteLogit(row: 0), { try $0.setLogits([-.infinity, -.infinity, -.infinity], row: 0) }),
    (.logitCount(row: 0, count: 2, expected: 3), { try $0.setLogits([0, 0], row: 0) }),
    (.targetOutOfRange(row: 0, index: 3, classes: 3), { try $0.setTarget(.index(3), row: 0) }),
    (.invalidTargetSum(row: 0, sum: 0), { try $0.setTarget(.distribution([0, 0, 0]), row: 0) }),
    (.invalidTemperature(0), { try $0.setSettings(.init(temperature: 0)) }),
    (
      .targetOutOfRange(row: 1, index: -100, classes: 3),
      { try $0.setSettings(.init(ignoreIndex: -1)) }
    ),
    (
      .newClassLogitCount(count: 1, expected: 3),
      { try $0.insertClass(named: "x", logits: [0], at: 0) }
    ),
    (
      .invalidLogit(row: 2, class: .init(index: 0, name: "x"), value: .infinity),
      { try $0.insertClass(named: "x", logits: [0, 0, .infinity], at: 0) }
    ),
    (
      .invalidWeight(class: .init(index: 0, name: "x"), value: -1),
      { try $0.insertClass(named: "x", logits: [0, 0, 0], weight: -1, at: 0) }
    ),
    (.classIsTarget(row: 0, class: .init(index: 2, name: "bird")), { try $0.removeClass(at: 2) }),
    (
      .classIsTarget(row: 2, class: .init(index: 0, name: "cat")),
      { try $0.removeClass(at: 0) }
    ),
    (.noFiniteLogit(row: 1), { try $0.removeClass(at: 1) }),
  ]

  @Test("a refused edit leaves the problem as it was", arguments: refused.indices)
  func refusals(case index: Int) throws {
    let (error, edit) = Self.refused[index]
    let before = try Self.example()
    var problem = before
    #expect(throws: error) { try edit(&problem) }
    #expect(problem == before)
  }

  @Test("fewer than two classes are not left")
  func lastTwo() throws {
    var problem = try Problem(logits: [[0, 1]])
    #expect(throws: ProblemError.tooFewClasses(count: 1)) { try problem.removeClass(at: 0) }
    #expect(problem.classes.count == 2)
  }

  @Test("each edit changes what it names and nothing else")
  func edits() throws {
    var problem = try Self.example()
    try problem.setLogit(-.infinity, row: 0, class: 1)
    try problem.setLogits([9, 8, 7], row: 1)
    try problem.setTarget(.index(0), row: 1)
    try problem.setTarget(nil, row: 2)
    try problem.renameClass(at: 2, to: "cat")
    let settings = Problem.Settings(temperature: 2, loss: BinaryCrossEntropy())
    try problem.setSettings(settings)
    let expected = try Problem(
      title: "animals",
      classes: ["cat", "dog", "cat"],
      logits: [[1, -.infinity, 3], [9, 8, 7], [5, 6, 7]],
      targets: [.index(2), .index(0), nil],
      settings: settings
    )
    #expect(problem == expected)
  }

  @Test("a new class moves the targets after it, and removing it moves them back", arguments: 0...3)
  func insertAndRemove(index: Int) throws {
    let before = try Self.example()
    var problem = before
    try problem.insertClass(named: "fish", logits: [0, -.infinity, 4], weight: 5, at: index)
    #expect(problem.classes[index] == "fish")
    #expect(problem.targets[0] == .index(index <= 2 ? 3 : 2))
    #expect(problem.targets[1] == .index(-100))
    #expect(problem.settings.classWeights?[index] == 5)
    #expect(problem.logits.map { $0[index] } == [0, -.infinity, 4])
    try problem.removeClass(at: index)
    #expect(problem == before)
  }

  @Test("a removed class put back restores the problem", arguments: 0...3)
  func removeAndInsert(index: Int) throws {
    let target = (index + 1) % 4
    let before = try Problem(
      logits: [[0, 1, 2, 3], [4, 5, 6, 7]],
      targets: [.index(target), .index(target)],
      settings: .init(classWeights: [1, 2, 3, 4])
    )
    var problem = before
    try problem.removeClass(at: index)
    #expect(problem.classes.count == 3)
    try problem.insertClass(
      named: before.classes[index],
      logits: before.logits.map { $0[index] },
      weight: Double(index + 1),
      at: index
    )
    #expect(problem == before)
  }

  @Test("without weights a new class brings none")
  func insertWithoutWeights() throws {
    var problem = try Problem(logits: [[0, 1]])
    try problem.insertClass(named: "2", logits: [2], weight: 7, at: 2)
    #expect(problem == (try Problem(logits: [[0, 1, 2]])))
  }

  @Test(
    "an ignore index that names a class moves with it",
    arguments: [
      (0, 0, 1), (0, 1, 0), (1, 1, 2), (2, 0, 3), (2, 2, 3), (255, 0, 255), (-100, 0, -100),
    ]
  )
  func ignoredClass(ignoreIndex: Int, at index: Int, expected: Int) throws {
    let before = try Problem(
      logits: [[0, 1], [2, 3]],
      targets: [.index(ignoreIndex), .index(1)],
      settings: .init(ignoreIndex: ignoreIndex)
    )
    var problem = before
    try problem.insertClass(named: "new", logits: [0, 0], at: index)
    #expect(problem.settings.ignoreIndex == expected)
    #expect(problem.evaluate(row: 0).isIgnored)
    #expect(problem.evaluate(row: 1).isIgnored == before.evaluate(row: 1).isIgnored)
    try problem.removeClass(at: index)
    #expect(problem == before)
  }

  @Test("the class that is ignored is not removed")
  func removeIgnored() throws {
    var problem = try Problem(logits: [[0, 1, 2]], settings: .init(ignoreIndex: 1))
    #expect(throws: ProblemError.classIsIgnored(class: .init(index: 1, name: "1"))) {
      try problem.removeClass(at: 1)
    }
  }

  @Test(
    "a probability that no logit gives is refused",
    arguments: [0, 1, -0.1, 1.1, Double.infinity]
  )
  func probabilities(probability: Double) throws {
    let problem = try Self.example()
    #expect(throws: ProblemError.probabilityOutOfRange(probability)) {
      try problem.logit(forProbability: probability, row: 0, class: 0)
    }
  }

  @Test("a class alone in its row has every probability but the one asked for")
  func loneClass() throws {
    let problem = try Self.example()
    #expect(throws: ProblemError.noOtherFiniteLogit(row: 1, class: Self.dog)) {
      try problem.logit(forProbability: 0.5, row: 1, class: 1)
    }
    #expect(try problem.logit(forProbability: 0.5, row: 1, class: 0) == 0)
  }

  @Test("a logit that overflows is refused")
  func overflow() throws {
    let problem = try Problem(logits: [[0, 0]], settings: .init(temperature: 1e308))
    #expect(throws: ProblemError.self) {
      try problem.logit(forProbability: 1e-30, row: 0, class: 0)
    }
  }
}
