import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct MouseTests {
  private func mouse(_ kind: Mouse.Kind, _ x: Int, _ y: Int) -> Event {
    .mouse(Mouse(kind: kind, position: Point(x: x, y: y)))
  }

  /// The columns of the bars.
  private func bar(_ state: State) throws -> ClosedRange<Int> {
    let table = TableView(state: state, layout: Layout(state))
    let columns = (0..<state.size.width).filter { table.isBar($0) }
    return try #require(columns.first)...(#require(columns.last))
  }

  /// The screen's row of a class, found by its name.
  private func line(of name: String, _ state: State) throws -> Int {
    try #require(state.rows.prefix(Layout(state).rule.y).lastIndex { $0.contains(name) })
  }

  @Test(arguments: ["cat", "dog", "bird", "fish", "frog"])
  func `a click chooses the class under it`(name: String) throws {
    for script in ["j", "s", "s s"] {
      var state = try State.on()
      try state.play(script)
      state.take(mouse(.press, 8, try line(of: name, state)))
      #expect(state.problem.classes[state.focus] == name)
      #expect(!state.hasEdits)
    }
  }

  @Test func `in a scrolled table too`() throws {
    var state = try State.on(logits: Array(repeating: 0, count: 1000), target: nil)
    try state.play("<End>")
    state.take(mouse(.press, 8, Layout(state).tableRows.y))
    #expect(state.focus == 1000 - Layout(state).tableRows.height)
  }

  @Test func `a click outside of every class changes nothing`() throws {
    var state = try State.on()
    try state.play("j")
    let before = state
    let rows = Layout(state).tableRows
    for (x, y) in [(8, 0), (8, rows.y - 1), (8, rows.maxY), (79, 23), (-1, -1), (500, 500)] {
      state.take(mouse(.press, x, y))
      state.take(mouse(.release, x, y))
      #expect(state == before)
    }
  }

  @Test(arguments: [(Mouse.Kind.wheelUp, 0.1), (.wheelDown, -0.1)])
  func `the wheel nudges the class under it`(kind: Mouse.Kind, delta: Double) throws {
    var state = try State.on()
    let before = state.logits
    state.take(mouse(kind, 30, try line(of: "fish", state)))
    #expect(state.focus == 3)
    #expect(state.logits[3] == before[3] + delta)
    state.take(mouse(kind, 30, 20))
    #expect(state.logits[3] == before[3] + delta + delta)
  }

  @Test func `dragging a bar sets the probability that its end shows`() throws {
    var state = try State.on()
    let bar = try bar(state)
    let y = try line(of: "dog", state)
    state.take(mouse(.press, bar.lowerBound, y))
    #expect(state.focus == 1 && !state.hasEdits)
    for x in bar {
      state.take(mouse(.drag, x, y))
      let fraction = (Double(x - bar.lowerBound) + 0.5) / Double(bar.count)
      #expect(abs(state.evaluation.probabilities[1] - fraction) <= 1e-12)
    }
    // The pointer may leave the row, and the bar at either end.
    state.take(mouse(.drag, -5, 0))
    #expect(abs(state.evaluation.probabilities[1] - 0.001) <= 1e-12)
    state.take(mouse(.drag, 500, 23))
    #expect(abs(state.evaluation.probabilities[1] - 0.999) <= 1e-12)
    #expect(state.focus == 1)
  }

  @Test func `a drag is one step of undo`() throws {
    var state = try State.on()
    let bar = try bar(state)
    let y = try line(of: "dog", state)
    try state.play("]")
    let before = state.subject
    state.take(mouse(.press, bar.lowerBound, y))
    for x in bar { state.take(mouse(.drag, x, y)) }
    state.take(mouse(.release, bar.upperBound, y))
    let dragged = state.subject
    try state.play("u")
    #expect(state.subject == before)
    try state.play("<C-r>")
    #expect(state.subject == dragged)
    try state.play("u u")
    #expect(state.problem == state.start.problem)
  }

  @Test func `two drags are two steps`() throws {
    var state = try State.on()
    let bar = try bar(state)
    let y = try line(of: "dog", state)
    var subjects: [Subject] = []
    for _ in 0..<2 {
      subjects.append(state.subject)
      state.take(mouse(.press, bar.lowerBound, y))
      for x in bar.lowerBound...(bar.lowerBound + subjects.count * 2) {
        state.take(mouse(.drag, x, y))
      }
      state.take(mouse(.release, bar.lowerBound, y))
    }
    for subject in subjects.reversed() {
      try state.play("u")
      #expect(state.subject == subject)
    }
  }

  @Test(arguments: ["<Right>", "]", "x", "u", "y", "<C-r>"])
  func `a key ends a drag, and its edit is a step of its own`(key: String) throws {
    var state = try State.on()
    let bar = try bar(state)
    let y = try line(of: "dog", state)
    state.take(mouse(.press, bar.lowerBound, y))
    state.take(mouse(.drag, bar.lowerBound + 3, y))
    state.take(mouse(.drag, bar.lowerBound + 5, y))
    try state.play(key)
    let after = state
    state.take(mouse(.drag, bar.lowerBound + 7, y))
    #expect(state == after)
    while state.history.canUndo { try state.play("u") }
    #expect(state.subject == Subject(problem: state.start.problem, baseline: state.start.baseline))
  }

  @Test func `the wheel in the midst of a drag ends it`() throws {
    var state = try State.on()
    let bar = try bar(state)
    let y = try line(of: "dog", state)
    state.take(mouse(.press, bar.lowerBound, y))
    state.take(mouse(.drag, bar.lowerBound + 3, y))
    let dragged = state.subject
    state.take(mouse(.wheelUp, 30, try line(of: "fish", state)))
    try state.play("u")
    #expect(state.subject == dragged)
    try state.play("u")
    #expect(state.problem == state.start.problem)
  }

  @Test func `a drag that did not begin on a bar does nothing`() throws {
    var state = try State.on()
    let bar = try bar(state)
    state.take(mouse(.press, 8, try line(of: "dog", state)))
    let before = state
    for x in bar { state.take(mouse(.drag, x, 3)) }
    #expect(state == before)
  }

  @Test(arguments: [(80, 24), (120, 40), (170, 50)], Language.allCases)
  func `a click on a tab opens its panel`(size: (Int, Int), language: Language) throws {
    var state = try State.on(
      options: ViewOptions(language: language),
      width: size.0,
      height: size.1
    )
    // From one tab to the next, which is always in sight.
    for panel in Panel.allCases {
      let tabs = Layout(state).tabs
      let title = state.text(panel.title)
      // Looked for among the cells, since a wide glyph takes two of them.
      let canvas = Screen(state).canvas()
      let x = try #require(
        (tabs.x..<tabs.maxX).first { x in
          let cells = (x..<tabs.maxX).map { canvas[$0, tabs.y].glyph }
          return cells.joined().hasPrefix(title)
        }
      )
      state.take(mouse(.press, x, tabs.y))
      #expect(state.panel == panel)
    }
    #expect(!state.hasEdits)
  }

  @Test(arguments: ["=", ":", "?"])
  func `while something is typed or read the mouse does nothing`(key: String) throws {
    var state = try State.on()
    try state.play(key)
    let before = state
    for kind in [Mouse.Kind.press, .drag, .release, .wheelUp, .wheelDown] {
      state.take(mouse(kind, 30, 4))
      #expect(state == before)
    }
  }
}
