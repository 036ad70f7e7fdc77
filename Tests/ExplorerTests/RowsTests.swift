import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct RowsTests {
  /// Three rows whose baseline is another problem, on the middle one.
  private func state() throws -> State {
    var state = try State.on("pets")
    try state.play("<Right> b ) <Right> <Right>")
    return state
  }

  private func place(_ row: Int, _ index: Int) -> Subject.Place { .init(row: row, index: index) }

  @Test func `a row added is a copy behind the row, and the one that is shown`() throws {
    var state = try state()
    let before = state
    state.command("row add")
    #expect(state.row == 2)
    for (now, then) in [
      (state.problem, before.problem), (state.subject.baseline, before.subject.baseline),
    ] {
      #expect(now.logits == [0, 1, 1, 2].map { then.logits[$0] })
      #expect(now.targets == [0, 1, 1, 2].map { then.targets[$0] })
    }
    #expect(state.problem.logits != state.subject.baseline.logits)
    #expect(state.evaluation == before.evaluation)
    #expect(state.baselineEvaluation == before.baselineEvaluation)
    #expect(state.batch == state.problem.evaluateBatch())
    #expect(state.receipt == Receipt(what: .rowAdded(2, copyOf: 1)))
    #expect(state.hasEdits)
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 1)])
  func `a row deleted is gone from the baseline too, and the one before is shown`(
    row: Int,
    shown: Int
  ) throws {
    var state = try state()
    state.command("row \(row)")
    let before = state
    state.command("row delete")
    #expect(state.row == shown)
    let rest = (0..<3).filter { $0 != row }
    #expect(state.problem.logits == rest.map { before.problem.logits[$0] })
    #expect(state.subject.baseline.logits == rest.map { before.subject.baseline.logits[$0] })
    #expect(state.evaluation == state.problem.evaluate(row: shown))
    #expect(state.receipt == Receipt(what: .rowDeleted(row)))
    // What stood there was of another row: nothing of it has changed.
    #expect(state.previous == nil)
  }

  @Test func `the only row is not deleted`() throws {
    var state = try State.on()
    let before = state
    state.command("row delete")
    #expect(state.message == Refusal(ProblemError.onlyRow).reason)
    try state.play("<Esc>")
    #expect(state.silent == before)
    #expect(!state.history.canUndo)
  }

  @Test func `a batch of one row is one row again after it grew and shrank`() throws {
    var state = try State.on()
    let start = state.subject
    state.command("row add")
    #expect(state.batch?.losses.count == 2)
    state.command("row delete")
    #expect(state.subject == start)
    #expect(state.batch == nil)
    #expect(state.row == 0)
  }

  @Test func `the logits remembered of classes left out follow their rows`() throws {
    var state = try State.on("pets")
    try state.play("x ) <Down> x )  x")
    let places = state.subject.leftOut
    #expect(Set(places.keys) == [place(0, 0), place(1, 1), place(2, 1)])
    state.command("row 1")
    state.command("row add")
    #expect(
      state.subject.leftOut
        == [
          place(0, 0): places[place(0, 0)], place(1, 1): places[place(1, 1)],
          place(2, 1): places[place(1, 1)], place(3, 1): places[place(2, 1)],
        ].compactMapValues { $0 }
    )
    // The copy's class comes back as the original's was.
    try state.play("x")
    #expect(state.logits[1] == Examples.named("pets")?.problem.logits[1][1])
    state.command("row 0")
    state.command("row delete")
    #expect(Set(state.subject.leftOut.keys) == [place(0, 1), place(2, 1)])
    try state.play("u u u")
    #expect(state.subject.leftOut == places)
  }

  @Test func `undo and redo show the row that they are about`() throws {
    var state = try State.on("pets")
    state.command("row 2")
    state.command("row delete")
    state.command("row 0")
    try state.play("u")
    #expect(state.row == 2)
    #expect(state.evaluation == state.start.problem.evaluate(row: 2))
    #expect(state.receipt == Receipt(what: .undone))
    try state.play("<C-r>")
    #expect(state.row == 1)
    #expect(state.receipt == Receipt(what: .redone))
    state.command("row add")
    state.command("row 0")
    try state.play("u")
    #expect(state.row == 1)
    try state.play("<C-r>")
    #expect(state.row == 2)
  }

  @Test func `adding a row of many costs the history one row`() {
    let logits = Array(repeating: 0.0, count: 1000)
    let row = Subject.Row(
      logits: logits,
      target: nil,
      baselineLogits: logits,
      baselineTarget: nil,
      leftOut: [:]
    )
    #expect((16_000...64_000).contains(Patch.insertRow(row, at: 7).cost))
    #expect(Patch.removeRow(7).cost < 100)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `with rows added and deleted at random, the share line reopens the state`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var state = try State.on(random.pick(Examples.all.map(\.name)))
    for _ in 0..<12 {
      let actions: [Action] = [
        .addRow, .addRow, .deleteRow, .row(random.pick([0, 1, 2])), .nudge(.steps(1)),
        .toggleLeftOut, .setBaseline, .makePositive, .move(1), .undo, .swapBaseline,
      ]
      _ = state.perform(random.pick(actions))
      state.message = nil
      #expect(state.subject.baseline.logits.count == state.problem.logits.count)
      #expect(state.subject.leftOut.keys.allSatisfy { $0.row < state.problem.logits.count })
      let again = try State(code: state.code)
      #expect(again.subject == state.subject)
      #expect(again.row == state.row)
      #expect(again.start == state.start)
      #expect(again.code == state.code)
    }
  }

  @Test func `what is no row and no edit of rows is refused in words`() throws {
    var state = try State.on("pets")
    for text in ["append", "add 1", "1 2", "ADD"] {
      state.command("row \(text)")
      #expect(state.message == .noSuchRow(text))
      try state.play("<Esc>")
    }
    state.command("row 3")
    #expect(state.message == .noSuchRow(3))
    #expect(state.problem == state.start.problem)
  }

  @Test(arguments: Language.allCases)
  func `the palette says what stands behind row`(language: Language) throws {
    var state = try State.on("pets", options: ViewOptions(language: language))
    try state.play(": type:row <Space>")
    let usage = language == .en ? "row N|add|delete" : "row 번호|add|delete"
    #expect(state.rows.contains { $0.contains(usage) })
  }
}
