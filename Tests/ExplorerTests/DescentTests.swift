import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct DescentTests {
  private func tick(_ state: inout State, _ times: Int = 1) {
    for _ in 0..<times { state.take(.tick) }
  }

  // MARK: Steps

  @Test func `a step moves every logit against the gradient`() throws {
    var state = try State.on()
    let gradient = try #require(state.evaluation.gradient)
    let before = state.logits
    try state.play("g")
    #expect(state.logits == zip(before, gradient).map { $0 - 0.5 * $1 })
    #expect(state.evaluation == state.problem.evaluate(row: 0))
    #expect(state.descentPlace == 1)
    #expect(state.hasEdits)
    #expect(state.panel == .negatives)
  }

  @Test func `the receipt counts the steps and holds the slope's word against what became`() throws
  {
    var state = try State.on()
    let gradient = try #require(state.evaluation.gradient)
    try state.play("g")
    let receipt = try #require(state.receipt)
    #expect(receipt.what == .stepTaken(1, rate: 0.5))
    let expected = try #require(receipt.expected)
    #expect(abs(expected + 0.5 * gradient.reduce(0) { $0 + $1 * $1 }) < 1e-15)
    #expect(try #require(receipt.actual) < 0)
    try state.play("g g")
    #expect(state.receipt?.what == .stepTaken(3, rate: 0.5))
    #expect(state.rows.contains { $0.hasPrefix(" last     step 3, η 0.5   loss expected −0.0") })
  }

  @Test func `a step is one edit, and undo leads back along the path`() throws {
    var state = try State.on()
    try state.play("g g g")
    let path = state.descent
    let end = state.logits
    for place in [2, 1, 0] {
      try state.play("u")
      #expect(state.descentPlace == place)
      #expect(state.descent == path)
    }
    #expect(state.problem == state.start.problem)
    try state.play("<C-r> <C-r> <C-r>")
    #expect(state.descentPlace == 3)
    #expect(state.logits == end)
  }

  @Test func `a step after an undo goes the same way again`() throws {
    var state = try State.on()
    try state.play("g g g")
    let end = state
    try state.play("u u g")
    #expect(state.descentPlace == 2)
    #expect(state.descent == end.descent)
    try state.play("g")
    #expect(state.logits == end.logits)
    #expect(state.receipt == end.receipt)
    try state.play("g")
    #expect(state.descent?.descent.steps == 4)
  }

  @Test(arguments: [
    "<Right>", "]", "y", "T", "E", "o", ": type:rate<Space>2<Enter>",
    ": type:weight<Space>2<Enter>",
    ": type:target<Space>cat=0.5,dog=0.5<Enter>", "x",
  ])
  func `after another edit the path leads elsewhere, until that is undone`(edit: String) throws {
    var state = try State.on()
    try state.play("g g \(edit)")
    #expect(state.descentPlace == nil)
    #expect(state.presentDescent == nil)
    if edit.contains("rate") { state.command("rate 0.5") } else { try state.play("u") }
    #expect(state.descentPlace == 2)
    try state.play(edit)
    try state.play("g")
    #expect(state.descentPlace == 1)
    #expect(state.descent?.descent.steps == 1)
  }

  @Test func `what the path does not depend on leaves it alone`() throws {
    var state = try State.on()
    try state.play("g g b i type:x<Enter> j m s <Space> 2 ? q : type:unit<Space>bits<Enter>")
    #expect(state.problem.classes[0] == "catx")
    #expect(state.descentPlace == 2)
  }

  @Test func `a path belongs to its row`() throws {
    var state = try State.on("batch")
    try state.play("g )")
    #expect(state.descentPlace == nil)
    try state.play("(")
    #expect(state.descentPlace == 1)
    try state.play(") g")
    #expect(state.descent?.descent.row == 1)
  }

  @Test func `a full path is followed by a new one`() throws {
    var state = try State.on()
    state.command("rate 0.001")
    for _ in 0..<DescentPath.limit { _ = state.perform(.descend) }
    #expect(state.descentPlace == DescentPath.limit)
    let end = state.logits
    try state.play("g")
    #expect(state.descentPlace == 1)
    #expect(state.descent?.descent.origin == end)
  }

  // MARK: Rate

  @Test func `the rate is set by name, and said`() throws {
    var state = try State.on()
    state.command("rate 2.5")
    #expect(state.rate == 2.5)
    #expect(state.message == .rateIs(2.5))
    #expect(!state.history.canUndo)
  }

  @Test(arguments: ["0", "-1", "1e999", "inf"])
  func `a rate must be above 0 and finite`(text: String) throws {
    var state = try State.on()
    state.command("rate \(text)")
    #expect(state.rate == 0.5)
    #expect(state.message != nil)
    #expect(throws: Refusal(.rateOutOfRange)) { try state.setRate(.infinity) }
    #expect(throws: Refusal(.rateOutOfRange)) { try state.setRate(.nan) }
  }

  // MARK: Refused

  @Test(arguments: ["g", "G"])
  func `a step that cannot be is refused and leaves no trace`(key: String) throws {
    let states: [(State, DescentError)] = [
      (try .on(logits: [1000, 0]), .standsStill),
      (try .on(logits: [1, 0], target: nil), .noLoss(0)),
      (try .on(logits: [1, 0], target: .index(-100)), .ignoredRow(0)),
    ]
    for (fresh, error) in states {
      var state = fresh
      try state.play(key)
      #expect(state.message == Refusal(error).reason)
      #expect(state.silent == fresh)
    }
  }

  @Test func `a step out of the range of doubles is refused with the class and the remedy`() throws
  {
    var state = try State.on(logits: [1e308, 0, -1e308], target: .index(2))
    state.command("temperature 0.4")
    state.command("rate 1e308")
    let before = state.silent
    try state.play("g")
    #expect(state.message?.en == "the step would take 0 to −inf: lower the rate with :rate")
    #expect(state.silent == before)
  }

  @Test(arguments: [
    DescentError.invalidRate(0), .ignoredRow(0), .noLoss(0), .standsStill,
    .notFinite(
      row: 0,
      class: .init(index: 0, name: "a name that is much too long"),
      value: .infinity
    ),
  ])
  func `every refusal fits the last row, in both languages`(error: DescentError) {
    let reason = Refusal(error).reason
    #expect(displayWidth(reason.en) <= 78 && displayWidth(reason.ko) <= 78)
    #expect(reason.en != reason.ko)
  }

  @Test func `a class left out stays out`() throws {
    var state = try State.on()
    try state.play("x g g")
    #expect(state.logits[0] == -.infinity)
    #expect(state.descentPlace == 2)
  }

  // MARK: Runs

  @Test func `a run steps at once and with every tick, and is one edit`() throws {
    var state = try State.on()
    try state.play("] G")
    #expect(state.run != nil)
    #expect(state.descentPlace == 1)
    tick(&state, 36)
    #expect(state.descentPlace == 37)
    #expect(state.receipt?.what == .ran(37))
    #expect(state.previous == nil)
    try state.play("G")
    #expect(state.run == nil)
    let end = state.logits
    tick(&state, 3)
    #expect(state.logits == end)
    try state.play("u")
    #expect(state.descentPlace == 0)
    #expect(state.history.canUndo)
    try state.play("<C-r>")
    #expect(state.logits == end)
    #expect(state.descentPlace == 37)
    try state.play("u u")
    #expect(state.problem == state.start.problem)
  }

  @Test func `the receipt of a run is about all of it`() throws {
    var state = try State.on()
    let before = state.evaluation
    try state.play("G")
    tick(&state, 9)
    let receipt = try #require(state.receipt)
    let loss = try #require(state.evaluation.loss) - (try #require(before.loss))
    #expect(abs(try #require(receipt.actual) - loss) < 1e-15)
    let slope = try #require(before.gradient)
    let expected = zip(slope, zip(state.logits, before.logits)).reduce(0) {
      $0 + $1.0 * ($1.1.0 - $1.1.1)
    }
    #expect(abs(try #require(receipt.expected) - expected) < 1e-14)
  }

  @Test func `ticks without a run do nothing`() throws {
    var state = try State.on()
    try state.play("g :")
    let before = state
    tick(&state, 5)
    #expect(state == before)
  }

  @Test func `a run opens its panel where there is room, and is shown in the footer`() throws {
    var state = try State.on()
    try state.play("G")
    #expect(state.panel == .descent)
    #expect(try #require(state.rows.last).hasPrefix(" running: G stops "))
    #expect(try #require(state.rows.last).hasSuffix("q quit"))
    try state.play("1")
    #expect(state.run != nil)
    #expect(state.panel == .negatives)
    var small = try State.on(width: 80, height: 12)
    try small.play("G")
    #expect(small.run != nil)
    #expect(small.panel == .negatives)
  }

  @Test(arguments: [
    "j", "<End>", "2", "<Tab>", "?", "? j q", ":", "/ type:fr<Enter>", "m", "s", "c",
    ".", "=",
    "= type:1", "f", ": type:digits<Space>6<Enter>", "Z",
  ])
  func `looking elsewhere does not stop a run`(keys: String) throws {
    var state = try State.on()
    try state.play("G")
    tick(&state, 2)
    try state.play(keys)
    #expect(state.run != nil)
    tick(&state, 2)
    #expect(state.descentPlace == 5)
    try state.play("<Esc> <Esc> u")
    #expect(state.problem == state.start.problem)
  }

  @Test(arguments: [
    "<Right>", "]", "y", "T", "x", "b", "= type:1<Enter>", "r", "B", "i type:x<Enter>",
  ])
  func `an edit stops a run and is an edit of its own`(keys: String) throws {
    var state = try State.on()
    try state.play("G")
    tick(&state, 4)
    let reached = state.subject
    try state.play(keys)
    #expect(state.run == nil)
    let edited = state.subject
    tick(&state)
    #expect(state.subject == edited)
    try state.play("u")
    #expect(state.subject == reached)
    try state.play("u")
    #expect(state.problem == state.start.problem)
    #expect(!state.history.canUndo)
  }

  @Test(arguments: ["<Esc>", "G", ": type:run<Enter>", "g", "u", ": type:rate<Space>1<Enter>"])
  func `a run is stopped`(keys: String) throws {
    var state = try State.on()
    try state.play("G")
    tick(&state, 4)
    try state.play(keys)
    #expect(state.run == nil)
    #expect(state.descentPlace == ["g": 6, "u": 0][keys] ?? (keys.contains("rate") ? nil : 5))
    try state.play("g")
    try state.play("u")
    #expect(state.run == nil)
  }

  @Test func `going to another row stops a run`() throws {
    var state = try State.on("batch")
    try state.play("G")
    tick(&state, 4)
    try state.play(")")
    tick(&state, 4)
    #expect(state.run == nil)
    #expect(state.logits == state.start.problem.logits[1])
  }

  @Test func `a bar that the mouse takes hold of stops a run, and each is an edit`() throws {
    var state = try State.on()
    let table = TableView(state: state, layout: Layout(state))
    let bar = try #require((0..<80).first(where: table.isBar))
    let y = Layout(state).tableRows.y
    try state.play("G")
    tick(&state, 4)
    let reached = state.problem
    state.take(.mouse(Mouse(kind: .press, position: Point(x: bar, y: y))))
    #expect(state.run == nil)
    for offset in 1...3 {
      state.take(.mouse(Mouse(kind: .drag, position: Point(x: bar + offset, y: y))))
      tick(&state)
    }
    state.take(.mouse(Mouse(kind: .release, position: Point(x: bar, y: y))))
    try state.play("u")
    #expect(state.problem == reached)
    try state.play("u")
    #expect(state.problem == state.start.problem)
  }

  @Test func `the wheel over the table stops a run, the pointer alone does not`() throws {
    var state = try State.on()
    let place = Point(x: 5, y: Layout(state).tableRows.y)
    try state.play("G")
    state.take(.mouse(Mouse(kind: .press, position: place)))
    state.take(.mouse(Mouse(kind: .release, position: place)))
    #expect(state.run != nil)
    tick(&state, 2)
    #expect(state.descentPlace == 3)
    state.take(.mouse(Mouse(kind: .wheelUp, position: place)))
    #expect(state.run == nil)
  }

  @Test func `a run stops by itself where the logits stand still`() throws {
    // So steep that the loss rounds to 0 after few steps.
    var state = try State.on(logits: [0, 0])
    state.command("rate 400")
    try state.play("G")
    tick(&state, 20)
    #expect(state.run == nil)
    #expect(state.message == Refusal(.standsStill).reason)
    #expect(try #require(state.descentPlace) >= 1)
    try state.play("u")
    #expect(state.problem == state.start.problem)
  }

  @Test func `a run stops by itself when its path is full`() throws {
    var state = try State.on()
    state.command("rate 0.001")
    try state.play("g G")
    tick(&state, DescentPath.limit + 10)
    #expect(state.run == nil)
    #expect(state.message == .pathIsFull)
    #expect(state.descentPlace == DescentPath.limit)
    try state.play("G")
    tick(&state)
    #expect(state.descentPlace == 2)
  }

  @Test func `with a rate too large the logits come back for ever, and the steps still count`()
    throws
  {
    var state = try State.on(logits: [0.1, -0.1], target: .distribution([0.5, 0.5]))
    state.command("rate 10")
    try state.play("G")
    tick(&state, 300)
    let logits = state.logits
    tick(&state, 2)
    #expect(state.logits == logits)
    #expect(state.descentPlace == 303)
    try state.play("G g")
    #expect(state.descentPlace == 304)
    try state.play("u")
    #expect(state.descentPlace == 303)
    try state.play("u")
    #expect(state.descentPlace == 0)
  }
}
