import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ShownClassesTests {
  private let order = TableOrder([5, 3, 0, 1, 4, 2])

  @Test(arguments: [
    (nil, [], [5, 3, 0, 1, 4, 2]), (6, [2], [5, 3, 0, 1, 4, 2]), (9, [2], [5, 3, 0, 1, 4, 2]),
    (3, [], [5, 3, 0]), (3, [3], [5, 3, 0]), (3, [0], [5, 3, 0]), (3, [4], [5, 3, 4]),
    (3, [4, 2], [5, 4, 2]), (3, [2, 4], [5, 2, 4]), (2, [4, 2], [4, 2]), (2, [5, 2], [5, 2]),
    // What gives its place up to another that is to be seen is to be seen too.
    (3, [0, 4], [5, 0, 4]), (2, [3, 4], [3, 4]),
  ])
  func `as many come first, and those that are to be seen`(
    top: Int?,
    wanted: [Int],
    expected: [Int]
  ) {
    let shown = ShownClasses(order, top: top, keeping: wanted)
    #expect(Array(shown) == expected)
    #expect(shown.hidden == 6 - expected.count)
    for (place, index) in expected.enumerated() {
      for near in 0..<6 { #expect(shown.place(of: index, near: near) == place) }
    }
    let hidden = shown.hiddenRanges.flatMap(Array.init)
    #expect(hidden == (0..<6).filter { !expected.contains($0) })
    #expect(shown.hiddenRanges.allSatisfy { !$0.isEmpty })
  }

  // MARK: In the table

  private func state(_ count: Int = 100, top: String = "5") throws -> State {
    let logits = (0..<count).map { Double(($0 * 37) % count) / Double(count) }
    var state = try State.on(logits: logits, target: .index(40))
    state.command("top \(top)")
    return state
  }

  @Test func `the focus moves among the classes that are shown`() throws {
    var state = try state()
    #expect(Array(state.shown) == [0, 1, 2, 3, 40])
    try state.play("<End>")
    #expect(state.focus == 40)
    try state.play("<Down>")
    #expect(state.focus == 40)
    try state.play("k")
    #expect(state.focus == 3)
    try state.play("<PgDn> <PgUp>")
    #expect(state.focus == 0)
  }

  @Test func `a class that is found is shown, and gone when the focus leaves it`() throws {
    var state = try state()
    try state.play("/ type:77 <Enter>")
    #expect(Array(state.shown) == [0, 1, 2, 40, 77])
    #expect(state.rows.contains { $0.hasPrefix(" ▸   77 ") })
    try state.play("k k")
    #expect(state.focus == 3)
    #expect(Array(state.shown) == [0, 1, 2, 3, 40])
  }

  @Test func `the table keeps its height while the focus moves`() throws {
    var state = try state()
    let rule = Layout(state).rule
    for key in ["/ type:77 <Enter>", "k", "k", "s", "<Home>", "<End>"] {
      try state.play(key)
      #expect(Layout(state).rule == rule)
      #expect(state.rows[rule.y - 1].contains("95 others"))
    }
  }

  @Test func `all of them are shown again`() throws {
    var state = try state()
    state.command("top all")
    #expect(state.message == .topIsAll)
    #expect(state.shown.count == 100 && state.top == nil)
    #expect(!state.rows.contains { $0.contains("others") })
  }

  @Test func `as many as there are, or more, hide none`() throws {
    for top in ["100", "1000000"] {
      let state = try state(top: top)
      #expect(state.shown.hidden == 0)
      #expect(!state.rows.contains { $0.contains("others") })
    }
    let state = try state(top: "99")
    #expect(state.rows.contains { $0.contains("1 other ") })
  }

  @Test(arguments: Language.allCases, [Size(width: 40, height: 10), Size(width: 60, height: 24)])
  func `on a narrow screen the line of the others counts them`(
    language: Language,
    size: Size
  ) throws {
    var state = try state()
    state.size = size
    state.options.language = language
    let layout = Layout(state)
    #expect(state.rows[layout.rule.y - 1].contains(size.width == 40 ? "+95" : "95"))
  }

  @Test func `the panels that follow the table say what it leaves out`() throws {
    var state = try state()
    try state.play("3")
    #expect(state.rows.contains { $0.contains("↓ 95") && $0.contains("→ 95") })
    try state.play("4")
    #expect(state.rows.contains { $0.contains("↓95") || $0.contains("↓97") })
  }

  @Test func `a click on the line of the others chooses nothing`() throws {
    var state = try state()
    let y = Layout(state).rule.y - 1
    state.take(.mouse(Mouse(kind: .press, position: Point(x: 10, y: y))))
    #expect(state.focus == 0)
  }
}
