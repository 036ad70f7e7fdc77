import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct UndoTests {
  /// A subject down to the bits of its numbers: `==` takes -0 for 0.
  private struct Bits: Equatable {
    let subject: Subject
    let numbers: [UInt64]

    init(_ subject: Subject) {
      self.subject = subject
      numbers = [subject.problem, subject.baseline].flatMap { problem in
        let settings = problem.settings
        let all =
          problem.logits.flatMap(\.self) + (settings.classWeights ?? [])
          + [settings.temperature, settings.labelSmoothing]
        return all.map(\.bitPattern)
      }
    }
  }

  private static let names = ["cat", "dog", "owl", "elk"]

  /// Any edit, now and then one that is refused.
  private func action(_ random: inout SeededGenerator) -> Action {
    let number = Double.random(in: -3...3, using: &random)
    let actions: [Action] = [
      .nudge(.steps(number)), .nudge(.logit(number)), .shiftNegatives(.steps(1)),
      .shiftNegatives(.logit(number)), .shiftAll(.steps(-10)), .setLogit(number), .setLogit(-0.0),
      .setLogit(-.infinity), .setProbability(number), .makePositive, .setTarget("0=0.3,1=0.7"),
      .setTarget("1"), .toggleLeftOut, .toggleLeftOut, .addClass(random.pick(Self.names)),
      .addClass("owl \(number)"), .deleteClass, .deleteClass, .rename(random.pick(Self.names)),
      .scaleTemperature(0.8), .setTemperature(number), .changeSmoothing(0.05),
      .setSmoothing(number), .setWeight(number), .changeLoss(1), .setReduction(.sum),
      .setBaseline, .swapBaseline, .reset, .addRow, .addRow, .deleteRow, .deleteRow,
    ]
    return random.pick(actions)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `undo restores every subject to the bit, redo brings each again`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var state = try State.on(random.pick(Examples.all.map(\.name)))
    state.subject.marked = [0]
    var subjects = [Bits(state.subject)]
    for _ in 0..<60 {
      state.focus = Int.random(in: 0..<state.problem.classes.count, using: &random)
      _ = state.perform(.row(Int.random(in: 0..<3, using: &random)))
      let history = state.history
      _ = state.perform(action(&random))
      if state.history != history { subjects.append(Bits(state.subject)) }
      #expect(state.evaluation == state.problem.evaluate(row: state.row))
    }
    try #require(subjects.count > 20)
    for expected in subjects.dropLast().reversed() {
      _ = state.perform(.undo)
      #expect(Bits(state.subject) == expected)
      #expect(state.evaluation == state.problem.evaluate(row: state.row))
    }
    #expect(!state.history.canUndo)
    for expected in subjects.dropFirst() {
      _ = state.perform(.redo)
      #expect(Bits(state.subject) == expected)
    }
    #expect(!state.history.canRedo)
  }

  @Test func `with nothing to take back or to bring again the line says so`() throws {
    var state = try State.on()
    try state.play("u")
    #expect(state.message == .nothingToUndo)
    try state.play("<C-r>")
    #expect(state.message == .nothingToRedo)
  }

  @Test func `an edit after an undo forgets what could be brought again`() throws {
    var state = try State.on()
    try state.play("] ] u <Right> <C-r>")
    #expect(state.message == .nothingToRedo)
  }

  @Test func `what is refused leaves no step behind`() throws {
    var state = try State.on()
    try state.play("] j j d u")
    #expect(state.subject == Subject(problem: state.start.problem, baseline: state.start.baseline))
    #expect(!state.history.canUndo)
  }

  @Test func `choosing, marking and viewing are no edits`() throws {
    var state = try State.on()
    try state.play("] j m s <Tab> <Space> . u")
    #expect(state.problem == state.start.problem)
    #expect(state.focus == 1)
    #expect(state.subject.marked == [1])
    #expect(state.isCurtained)
  }

  @Test func `an undo shows the row that it changes`() throws {
    var state = try State.on("batch")
    try state.play("<Right> ) u")
    #expect(state.row == 0)
    #expect(state.problem == state.start.problem)
    #expect(state.evaluation == state.start.problem.evaluate(row: 0))
  }

  @Test func `an undo tells what became of the loss`() throws {
    var state = try State.on()
    try state.play("]")
    let change = try #require(state.receipt?.actual)
    try state.play("u")
    #expect(state.receipt == Receipt(what: .undone, actual: -change))
    try state.play("<C-r>")
    #expect(state.receipt == Receipt(what: .redone, actual: change))
  }

  // MARK: The history's bounds

  /// A patch that weighs an eighth of what the history keeps; they share their memory.
  private static let heavy = Patch.logits(Array(repeating: 0, count: History.limit / 64), row: 0)

  private func steps(of history: History) -> Int {
    var history = history
    var count = 0
    while history.popUndo() != nil { count += 1 }
    return count
  }

  @Test func `beyond its limit the history forgets the oldest`() {
    var history = History()
    history.record(.logit(1, row: 0, index: 0))
    for _ in 0..<7 { history.record(Self.heavy) }
    #expect(steps(of: history) == 8)
    for _ in 0..<20 { history.record(Self.heavy) }
    #expect(steps(of: history) == 7)
    for _ in 0..<100_000 { history.record(.logit(1, row: 0, index: 0)) }
    #expect(history.popUndo() == .logit(1, row: 0, index: 0))
    #expect(steps(of: history) > 90_000)
  }

  @Test func `the newest edit stays whatever it weighs`() {
    var history = History()
    history.record(.logit(1, row: 0, index: 0))
    history.record(.logits(Array(repeating: 0, count: History.limit), row: 0))
    #expect(steps(of: history) == 1)
  }

  @Test func `going back and forth neither loses nor gains room`() {
    var history = History()
    for _ in 0..<7 { history.record(Self.heavy) }
    for _ in 0..<50 {
      for _ in 0..<7 where history.popUndo() != nil { history.didUndo(Self.heavy) }
      for _ in 0..<7 where history.popRedo() != nil { history.didRedo(Self.heavy) }
    }
    #expect(steps(of: history) == 7)
  }

  @Test func `what a new edit makes unreachable weighs nothing`() {
    var history = History()
    for _ in 0..<7 { history.record(Self.heavy) }
    for _ in 0..<6 where history.popUndo() != nil { history.didUndo(Self.heavy) }
    for _ in 0..<6 { history.record(Self.heavy) }
    #expect(steps(of: history) == 7)
    #expect(!history.canRedo)
  }
}
