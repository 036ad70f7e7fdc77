import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// From two classes to a thousand, on 80×24.
@Suite struct ProblemSizeTests {
  private static let counts = [2, 10, 26, 1000]

  private func state(_ count: Int) throws -> State {
    var random = SeededGenerator(seed: UInt64(count))
    let logits = (0..<count).map { _ in Double.random(in: -3...3, using: &random) }
    let problem = try Problem(
      classes: (0..<count).map { "class\($0)" },
      logits: [logits],
      targets: [.index(1)]
    )
    return State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
  }

  /// The names of the classes in the table, from top to bottom, and the one that is pointed at.
  private func table(_ state: State) -> (names: [String], focus: [String]) {
    let rows = state.rows[2..<Layout(state).rule.y]
    let names = rows.compactMap { row in
      row.split(separator: " ").first { $0.hasPrefix("class") }.map(String.init)
    }
    let focus = rows.filter { $0.contains("▸") }.compactMap { row in
      row.split(separator: " ").first { $0.hasPrefix("class") }.map(String.init)
    }
    return (names, focus)
  }

  @Test(arguments: counts)
  func `the class in focus is always shown, and the rule counts the hidden`(count: Int) throws {
    var state = try state(count)
    let keys = [
      "j", "<Down>", "<PgDn>", "<PgDn>", "<Up>", "<End>", "k", "<PgUp>", "<Home>", "<PgUp>",
      "<End>",
      "<PgUp>", "j", "s", "<Home>", "<PgDn>", "<End>", "/ type:class7 <Enter>",
    ]
    for key in keys {
      try state.play(key)
      let (names, focus) = table(state)
      #expect(names.count == min(count, 10))
      #expect(focus == ["class\(state.focus)"])
      let above = try #require(state.order.firstIndex { "class\($0)" == names[0] })
      let below = count - above - names.count
      let rule = state.rows[Layout(state).rule.y]
      #expect(rule.contains(" \(above) above ") == (above > 0))
      #expect(rule.contains(" \(below) below ") == (below > 0))
      #expect(names == state.order[above..<above + names.count].map { "class\($0)" })
    }
  }

  @Test(arguments: counts)
  func `the table scrolls no further than the focus asks`(count: Int) throws {
    var state = try state(count)
    try state.play("<End> k")
    let (names, _) = table(state)
    try state.play("k")
    #expect(table(state).names == names)
  }

  @Test(arguments: counts, [CrossEntropy() as any Loss, BinaryCrossEntropy()])
  func `the panel's total is pinned, under the largest shares and the class in focus`(
    count: Int,
    loss: any Loss
  ) throws {
    var state = try state(count)
    state.command("loss \(loss.name)")
    for key in ["<Home>", "<End>", "<Home> <PgDn>"] {
      try state.play(key)
      let panel = try #require(Layout(state).panels.first)
      let rows = state.rows[panel.y..<panel.maxY].filter { !$0.allSatisfy { $0 == " " } }
      let total = try #require(rows.last)
      #expect(total.contains("together"))
      #expect(total.contains("100.0 %"))
      let shown = rows.dropFirst().dropLast()
      #expect(shown.count == min(count - 1, panel.height - 2))
      let hidden = count - 1 - shown.count
      #expect(total.contains("+ \(hidden) more") == (hidden > 0))
      if state.focus != 1 {
        #expect(shown.contains { $0.contains(" class\(state.focus) ") })
      }
      let gradient = try #require(state.evaluation.gradient)
      let largest = try #require(
        gradient.indices.filter { $0 != 1 }.max { gradient[$0] < gradient[$1] }
      )
      #expect(try #require(shown.first).contains(" class\(largest) "))
    }
  }

  @Test func `a total is of all the negatives, not of those shown`() throws {
    let state = try state(1000)
    let panel = try #require(Layout(state).panels.first)
    let total = state.rows[panel.maxY - 1]
    let loss = try #require(state.evaluation.loss)
    #expect(total.contains(state.numbers.plain(loss)))
  }

  @Test func `with two classes the negative has all of the gradient and of the loss`() throws {
    let state = try state(2)
    let panel = try #require(Layout(state).panels.first)
    let rows = state.rows[panel.y..<panel.maxY]
    #expect(rows.count { $0.contains("100.0 %") } == 2)
  }
}
