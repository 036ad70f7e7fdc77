import LogitModel
import Testing

@Suite("The row before a change")
struct SpareRowTests {
  /// An evaluation and the logits that it was taken of.
  private struct Seen {
    let evaluation: Evaluation
    let logits: [Double]

    init(_ problem: Problem, row: Int) {
      evaluation = problem.evaluate(row: row)
      // Made element by element, so that it shares no storage with the problem.
      logits = problem.logits[row].map { $0 }
    }

    var isUnchanged: Bool {
      let probabilities = Softmax(logits, temperature: evaluation.temperature).probabilities
      return evaluation.logits == logits && evaluation.probabilities == probabilities
    }
  }

  private static func example() throws -> Problem {
    try Problem(logits: [[1, 2, 3, 4], [5, 6, 7, 8], [-1, -2, -3, -4]])
  }

  typealias Edit = @Sendable (inout Problem) throws -> Void

  static let edits: [Edit] = [
    { _ in },
    { try $0.insertClass(named: "new", logits: [9, 9, 9], at: 0) },
    { try $0.insertClass(named: "new", logits: [9, 9, 9], at: 4) },
    { try $0.removeClass(at: 0) },
    { try $0.removeClass(at: 3) },
    { try $0.setLogits([0, 0, 0, 0], row: 0) },
    { try $0.setLogits([0, 0, 0, 0], row: 2) },
    { try $0.insertRow(logits: [7, 7, 7, 7], target: nil, at: 0) },
    { try $0.removeRow(at: 0) },
    { try $0.removeRow(at: 1) },
    { problem in
      #expect(throws: ProblemError.self) { try problem.setLogit(.nan, row: 0, class: 1) }
    },
    { try $0.setSettings(.init(temperature: 2)) },
  ]

  @Test("is what an evaluation of it goes on to show", arguments: edits.indices)
  func evaluations(case index: Int) throws {
    var problem = try Self.example()
    var expected = problem.logits
    var seen: [Seen] = []
    func set(_ value: Double, _ row: Int, _ index: Int) throws {
      seen.append(Seen(problem, row: row))
      try problem.setLogit(value, row: row, class: index)
      expected[row][index] = value
      #expect(problem.logits == expected)
      #expect(seen.allSatisfy { $0.isUnchanged })
    }
    for (value, row, index) in [(10.0, 0, 1), (11, 0, 2), (12, 0, 1), (13, 1, 0), (14, 0, 0)] {
      try set(value, row, index)
    }
    try Self.edits[index](&problem)
    expected = problem.logits.map { $0.map { $0 } }
    for (value, row, index) in [(20.0, 0, 2), (21, 0, 0), (22, 1, 2), (23, 0, 1)] {
      try set(value, row, index)
    }
  }

  @Test("is not seen where nobody looks at it")
  func unseen() throws {
    var problem = try Self.example()
    for step in 0..<20 {
      let (row, index) = (step % 5 == 0 ? 1 : 0, step * 3 % 4)
      var expected = problem.logits.map { $0.map { $0 } }
      expected[row][index] = Double(step)
      try problem.setLogit(Double(step), row: row, class: index)
      #expect(problem.logits == expected)
    }
  }

  @Test("makes no difference to equality")
  func equality() throws {
    let before = try Self.example()
    var problem = before
    try problem.setLogit(10, row: 0, class: 1)
    #expect(problem != before)
    try problem.setLogit(2, row: 0, class: 1)
    #expect(problem == before)
    try problem.setLogit(6, row: 1, class: 1)
    #expect(problem == before)
  }

  @Test("of a copy is its own")
  func copies() throws {
    var first = try Self.example()
    try first.setLogit(10, row: 0, class: 1)
    var second = first
    var third = first
    try first.setLogit(20, row: 0, class: 2)
    try second.setLogit(30, row: 0, class: 3)
    try second.setLogit(31, row: 0, class: 0)
    try third.setLogit(40, row: 0, class: 1)
    try first.setLogit(21, row: 0, class: 0)
    #expect(first.logits[0] == [21, 10, 20, 4])
    #expect(second.logits[0] == [31, 10, 3, 30])
    #expect(third.logits[0] == [1, 40, 3, 4])
  }

  @Test("never shows, whatever is edited in whatever order", arguments: UInt64(0)..<20)
  func anyOrder(seed: UInt64) throws {
    var random = Random(seed: seed)
    var problems = [try Self.example()]
    var expected = [problems[0].logits]
    var seen: [Seen] = []
    for step in 0..<400 {
      let place = Int.random(in: problems.indices, using: &random)
      let row = Int.random(in: expected[place].indices, using: &random)
      let index = Int.random(in: expected[place][row].indices, using: &random)
      let value = Double(step)
      let rows = expected[place].count
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        let new = [Double](repeating: value, count: rows)
        try problems[place].insertClass(named: "new", logits: new, at: index)
        for row in 0..<rows { expected[place][row].insert(value, at: index) }
      case 1 where expected[place][row].count > 2:
        try problems[place].removeClass(at: index)
        for row in 0..<rows { expected[place][row].remove(at: index) }
      case 2:
        let new = [Double](repeating: value, count: expected[place][row].count)
        try problems[place].setLogits(new, row: row)
        expected[place][row] = new
      case 3:
        let new = [Double](repeating: value, count: expected[place][row].count)
        try problems[place].insertRow(logits: new, target: nil, at: row)
        expected[place].insert(new, at: row)
      case 4 where rows > 1:
        try problems[place].removeRow(at: row)
        expected[place].remove(at: row)
      case 5 where problems.count < 4:
        problems.append(problems[place])
        expected.append(expected[place])
      case 6..<20:
        seen.append(Seen(problems[place], row: row))
        seen.removeFirst(max(0, seen.count - 6))
        fallthrough
      default:
        try problems[place].setLogit(value, row: row, class: index)
        expected[place][row][index] = value
      }
      #expect(problems.map { $0.logits } == expected)
      #expect(seen.allSatisfy { $0.isUnchanged })
    }
  }
}
