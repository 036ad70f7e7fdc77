import LogitModel
import Testing

@Suite("Rows")
struct RowTests {
  private static func example() throws -> Problem {
    try Problem(
      title: "animals",
      classes: ["cat", "dog", "bird"],
      logits: [[1, 2, 3], [-.infinity, 0, -.infinity], [5, 6, 7]],
      targets: [.index(2), .index(-100), .distribution([0.5, 0, 0.5])],
      settings: .init(classWeights: [1, 2, 3])
    )
  }

  @Test(
    "a row inserted stands at its place, the others around it as they were; removed, all is as before",
    arguments: 0...3,
    [nil, .index(1), .index(-100), .distribution([0, 2, 0.5])] as [Target?]
  )
  func insertion(at place: Int, target: Target?) throws {
    let before = try Self.example()
    var problem = before
    let logits = [0.5, -.infinity, -0.25]
    try problem.insertRow(logits: logits, target: target, at: place)
    #expect(problem.logits.count == 4 && problem.targets.count == 4)
    #expect(problem.logits[place] == logits)
    #expect(problem.targets[place] == target)
    for row in before.logits.indices {
      let moved = row < place ? row : row + 1
      #expect(problem.logits[moved] == before.logits[row])
      #expect(problem.targets[moved] == before.targets[row])
      #expect(problem.evaluate(row: moved) == before.evaluate(row: row))
    }
    try problem.removeRow(at: place)
    #expect(problem == before)
  }

  @Test("a row removed and inserted again leaves the problem as it was", arguments: 0..<3)
  func removal(of row: Int) throws {
    let before = try Self.example()
    var problem = before
    try problem.removeRow(at: row)
    #expect(problem.logits == before.logits.indices.filter { $0 != row }.map { before.logits[$0] })
    #expect(problem.targets.count == 2)
    try problem.insertRow(logits: before.logits[row], target: before.targets[row], at: row)
    #expect(problem == before)
  }

  typealias Edit = @Sendable (inout Problem) throws -> Void

  static let refused: [(ProblemError, Edit)] = [
    (
      .rowOutOfRange(row: 4, rows: 4),
      { try $0.insertRow(logits: [0, 0, 0], target: nil, at: 4) }
    ),
    (
      .rowOutOfRange(row: -1, rows: 4),
      { try $0.insertRow(logits: [0, 0, 0], target: nil, at: -1) }
    ),
    (
      .logitCount(row: 1, count: 2, expected: 3),
      { try $0.insertRow(logits: [0, 0], target: nil, at: 1) }
    ),
    (
      .invalidLogit(row: 3, class: .init(index: 1, name: "dog"), value: .infinity),
      { try $0.insertRow(logits: [0, .infinity, 0], target: nil, at: 3) }
    ),
    (
      .noFiniteLogit(row: 0),
      { try $0.insertRow(logits: [-.infinity, -.infinity, -.infinity], target: nil, at: 0) }
    ),
    (
      .targetOutOfRange(row: 2, index: 3, classes: 3),
      { try $0.insertRow(logits: [0, 0, 0], target: .index(3), at: 2) }
    ),
    (
      .targetLength(row: 3, count: 2, expected: 3),
      { try $0.insertRow(logits: [0, 0, 0], target: .distribution([1, 0]), at: 3) }
    ),
    // Judged by its own logits: beside those of another row it would pass.
    (
      .invalidTargetSum(row: 0, sum: .infinity),
      { try $0.insertRow(logits: [1e300, 0, 0], target: .distribution([1e9, 0, 0]), at: 0) }
    ),
    (.rowOutOfRange(row: 3, rows: 3), { try $0.removeRow(at: 3) }),
    (.rowOutOfRange(row: -1, rows: 3), { try $0.removeRow(at: -1) }),
  ]

  @Test("a refused edit leaves the problem as it was", arguments: refused.indices)
  func refusals(case index: Int) throws {
    let (error, edit) = Self.refused[index]
    let before = try Self.example()
    var problem = before
    #expect(throws: error) { try edit(&problem) }
    #expect(problem == before)
  }

  @Test("a distribution that fits its own row alone is accepted")
  func ownRow() throws {
    var problem = try Problem(logits: [[1e300, 0]])
    try problem.insertRow(logits: [0, 0], target: .distribution([1e9, 0]), at: 0)
    #expect(problem.logits == [[0, 0], [1e300, 0]])
  }

  @Test("the only row stays, and the error says what to do")
  func onlyRow() throws {
    var problem = try Problem(logits: [[0, 1]])
    #expect(throws: ProblemError.onlyRow) { try problem.removeRow(at: 0) }
    #expect(problem.logits == [[0, 1]])
    #expect(ProblemError.onlyRow.description.contains("add one"))
  }
}
