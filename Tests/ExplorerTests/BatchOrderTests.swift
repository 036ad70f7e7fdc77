import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Batches of more rows than a panel has room for, and their order.
@Suite struct BatchOrderTests {
  private func state(_ rows: Int = 10_000) throws -> State {
    let logits = (0..<rows).map { [Double(($0 * 7919) % 1000) / 100, 0, 1] }
    let targets: [Target?] = (0..<rows).map { $0 == 5 ? nil : .index($0 % 3) }
    let problem = try Problem(logits: logits, targets: targets)
    let size = Size(width: 80, height: 24)
    return State(problem: problem, panel: .batch, options: ViewOptions(), size: size)
  }

  /// The rows in the panel, from top to bottom.
  private func rows(_ state: State) throws -> [Int] {
    let panel = try #require(Layout(state).panels.first)
    return state.rows[panel.y + 1..<panel.y + 1 + BatchPanel.rows(in: panel)]
      .compactMap { $0.drop { " ▸".contains($0) }.split(separator: " ").first.flatMap { Int($0) } }
  }

  @Test func `the largest loss comes first, and a row without one last`() throws {
    var state = try state()
    state.command("rows loss")
    let losses = state.rowOrder.map { state.batch?.losses[$0] ?? -.infinity }
    #expect(losses == losses.sorted(by: >))
    #expect(state.rowOrder.last == 5)
    #expect(state.message == .rowsSortedBy(.loss))
    #expect(state.rows.contains { $0.contains("loss▾") })
  }

  @Test func `parentheses walk in the order that is shown`() throws {
    var state = try state()
    state.command("rows loss")
    state.command("row \(state.rowOrder[0])")
    for place in 1...20 {
      try state.play(")")
      #expect(state.row == state.rowOrder[place])
      #expect(try rows(state).contains(state.row))
    }
    try state.play("(")
    #expect(state.row == state.rowOrder[19])
    state.command("row \(state.rowOrder[0])")
    try state.play("(")
    #expect(state.message == .noSuchRow(10_000) && state.row == state.rowOrder[0])
  }

  @Test func `a page is what the panel shows, and stops at the ends`() throws {
    var state = try state()
    let page = try rows(state).count
    try state.play("J J")
    #expect(state.row == 2 * page)
    try state.play("K")
    #expect(state.row == page)
    try state.play("K K")
    #expect(state.row == 0 && state.message == .noSuchRow(10_000))
    state.command("row 9998")
    try state.play("J")
    #expect(state.row == 9999)
  }

  @Test func `rows stay where they are until they are sorted again`() throws {
    var state = try state(50)
    state.command("rows loss")
    let order = state.rowOrder
    try state.play("L L L")
    #expect(state.rowOrder == order)
    state.command("rows loss")
    #expect(state.rowOrder != order)
    state.command("rows index")
    #expect(Array(state.rowOrder) == Array(0..<50))
  }

  @Test func `a row added or deleted takes its place`() throws {
    var state = try state(6)
    state.command("rows loss")
    state.command("row add")
    #expect(state.rowOrder.sorted() == Array(0..<7))
    try state.play("u")
    #expect(state.rowOrder.sorted() == Array(0..<6))
  }

  @Test func `behind the curtain the rows stand by their indices`() throws {
    var state = try state()
    state.command("rows loss")
    try state.play("<Space>")
    #expect(Array(state.shownRows.prefix(3)) == [0, 1, 2])
    try state.play(")")
    #expect(state.row == 1)
    state.command("rows loss")
    #expect(state.message == .hiddenByCurtain)
    try state.play("<Esc> <Space>")
    #expect(state.shownRows == state.rowOrder)
  }

  @Test func `the order comes back with a code`() throws {
    var state = try state(8)
    state.command("rows loss")
    #expect(state.code.contains("/rowsort=loss/"))
    try state.play("L L L L L L")
    #expect(state.code.contains("/roworder="))
    #expect(try State(code: state.code).rowOrder == state.rowOrder)
    #expect(throws: StateCodeError.self) { try State(code: "1:x=pets/roworder=0,1/end") }
  }

  @Test func `rows are counted in groups of three digits`() throws {
    let state = try state()
    #expect(state.rows[0].contains("row 0 of 10,000"))
    #expect(state.rows.contains { $0.contains("↓9,99") })
  }
}
