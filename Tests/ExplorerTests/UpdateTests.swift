import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// What keys do that edit nothing: choosing, viewing, asking, and what is left to the program around.
@Suite struct UpdateTests {
  // MARK: Choosing

  @Test(arguments: [
    ("j", 1), ("<Down> <Down>", 2), ("<Down> <Up>", 0), ("j k k", 0), ("<End>", 4), ("<End> j", 4),
    ("<End> k", 3), ("<End> <Home>", 0), ("<PgDn>", 4), ("<End> <PgUp>", 0), ("<PgUp>", 0),
  ])
  func `keys choose a class and stop at the ends`(script: String, focus: Int) throws {
    var state = try State.on()
    try state.play(script)
    #expect(state.focus == focus)
    #expect(!state.hasEdits)
  }

  @Test func `a page is what the table shows`() throws {
    var state = try State.on(logits: Array(repeating: 0, count: 100))
    let page = Layout(state).tableRows.height
    try state.play("<PgDn>")
    #expect(state.focus == page)
    try state.play("<PgDn> <PgUp>")
    #expect(state.focus == page)
  }

  @Test func `in a sorted table the keys walk in its order`() throws {
    var state = try State.on()
    try state.play("s")
    #expect(state.sort == .logit)
    #expect(Array(state.order) == [2, 3, 1, 0, 4])
    try state.play("<Up>")
    #expect(state.focus == 1)
    try state.play("<Home>")
    #expect(state.focus == 2)
    try state.play("<End>")
    #expect(state.focus == 4)
  }

  @Test func `rows stay where they are until the table is sorted again`() throws {
    var state = try State.on()
    state.command("sort logit")
    try state.play("L L L L L")
    #expect(Array(state.order) == [2, 3, 1, 0, 4])
    state.command("sort logit")
    #expect(Array(state.order) == [0, 2, 3, 1, 4])
  }

  @Test func `the key for sorting comes round to the order of the indices`() throws {
    var state = try State.on()
    for column in SortColumn.allCases.dropFirst() + [.index] {
      try state.play("s")
      #expect(state.sort == column)
      #expect(state.message == .sortedBy(column))
    }
    #expect(Array(state.order) == [0, 1, 2, 3, 4])
  }

  @Test(arguments: [
    ("bird", 2), ("fi", 3), ("f", 3), ("og", 1), ("ROG", 4), ("4", 4),
  ])
  func `a search moves while it is typed, and Enter stays there`(text: String, found: Int) throws {
    var state = try State.on()
    try state.play("/ type:\(text)")
    #expect(state.focus == found)
    try state.play("<Enter>")
    #expect(state.focus == found)
    #expect(state.mode == .browsing)
  }

  @Test(arguments: ["<Esc>", "<C-g>"])
  func `a search given up leads back to where it began`(key: String) throws {
    var state = try State.on()
    try state.play("j / type:fi \(key)")
    #expect(state.focus == 1)
    #expect(state.mode == .browsing)
  }

  @Test func `a search that finds nothing says so and goes nowhere`() throws {
    var state = try State.on()
    try state.play("j / type:zebra")
    #expect(state.message == .noSuchClass("zebra"))
    try state.play("<Enter>")
    #expect(state.focus == 1)
  }

  @Test func `rows of a batch are chosen one by one or by number`() throws {
    var state = try State.on("batch")
    try state.play(")")
    #expect(state.row == 1)
    #expect(state.evaluation == state.problem.evaluate(row: 1))
    try state.play(")")
    #expect(state.row == 1)
    #expect(state.message == .noSuchRow(2))
    try state.play("(")
    #expect(state.row == 0)
    state.command("row 1")
    #expect(state.row == 1)
    #expect(!state.hasEdits)
  }

  // MARK: Viewing

  @Test(arguments: [
    (",", 0.05), (", ,", 0.01), (", , ,", 0.01), (".", 0.5), (". .", 1.0), (". . .", 1.0),
  ])
  func `steps grow and shrink within their list`(script: String, step: Double) throws {
    var state = try State.on()
    try state.play(script)
    #expect(state.step == step)
    #expect(state.message == .stepIs(step))
  }

  @Test func `from a step of one's own the keys go to the next of the list`() throws {
    var state = try State.on()
    state.command("step 0.3")
    #expect(state.step == 0.3)
    try state.play(".")
    #expect(state.step == 0.5)
    state.command("step 0.3")
    try state.play(",")
    #expect(state.step == 0.1)
  }

  @Test func `panels are chosen by Tab and by digit`() throws {
    var state = try State.on()
    for panel in Panel.allCases.dropFirst() + [.negatives] {
      try state.play("<Tab>")
      #expect(state.panel == panel)
    }
    try state.play("<S-Tab>")
    #expect(state.panel == Panel.allCases.last)
    for (digit, panel) in zip(1..., Panel.allCases) {
      try state.play("1 \(digit)")
      #expect(state.panel == panel)
    }
  }

  @Test func `the curve's digit once more changes whose shift it shows`() throws {
    var state = try State.on()
    try state.play("2")
    #expect(state.curveScope == .negatives)
    try state.play("2")
    #expect(state.curveScope == .focus)
    state.command("curve negatives")
    #expect(state.curveScope == .negatives)
  }

  @Test func `the curtain goes down and up`() throws {
    var state = try State.on()
    let open = state
    try state.play("<Space>")
    #expect(state.isCurtained)
    try state.play("<Space>")
    #expect(state == open)
  }

  @Test func `units, digits, language and plot are the viewer's, no edits`() throws {
    var state = try State.on()
    #expect(state.rows.contains { $0.contains("loss  0.2231") })
    state.command("unit bits")
    #expect(state.rows.contains { $0.contains("loss  0.3219") })
    state.command("digits 6")
    #expect(state.rows.contains { $0.contains("loss  0.321928") })
    state.command("lang ko")
    #expect(state.rows.contains { $0.contains("손실  0.321928") })
    state.command("plot ascii")
    #expect(state.options.plot == .ascii)
    #expect(!state.hasEdits && !state.history.canUndo)
  }

  // MARK: The program's keys

  @Test(arguments: ["", "=", "/", ":", "?", "c"])
  func `the program's keys work in every mode`(opening: String) throws {
    var state = try State.on()
    try state.play(opening)
    for (key, effect) in [("<C-l>", Effect.repaint), ("<C-z>", .suspend), ("<C-c>", .interrupt)] {
      #expect(try state.play(key) == [effect], "\(key)")
    }
  }

  @Test func `the help is read with Hangul keys too, and after a resize`() throws {
    var state = try State.on()
    try state.play("? ㅓ ㅓ")
    #expect(state.mode == .help(offset: 2))
    try state.play("<End>")
    state.size = Size(width: 200, height: 60)
    #expect(state.rows[0...1].joined().contains { !$0.isWhitespace })
  }

  @Test(arguments: [1, 0.3, 1e-13, 1e298])
  func `temperature steps lead back to where they began`(temperature: Double) throws {
    var state = try State.on()
    _ = state.perform(.setTemperature(temperature))
    try state.play("t t t T T T T t")
    #expect(state.problem.settings.temperature == temperature)
  }

  // MARK: Questions

  @Test(arguments: ["=", "p", "w"])
  func `a question takes no word for a number`(key: String) throws {
    var state = try State.on()
    let before = state
    try state.play("\(key) <C-u> type:much <Enter>")
    #expect(state.message == .notANumber("much"))
    // What was typed stays, to be mended.
    guard case .asking(_, let field) = state.mode else {
      Issue.record("the question is gone")
      return
    }
    #expect(field.text == "much")
    try state.play("q <Esc>")
    #expect(state.silent == before)
  }

  @Test(
    arguments: ["=", "p", "w", "Y", "a", "i", "/"],
    ["<C-u> <Enter>", "<Esc>", "type:1 <C-g>"]
  )
  func `no answer, or a question given up, changes nothing`(key: String, end: String) throws {
    var state = try State.on()
    let before = state
    try state.play("\(key) \(end)")
    #expect(state.silent == before)
  }

  @Test func `a question begins as what there is now`() throws {
    var state = try State.on()
    try state.play("j i")
    #expect(state.mode == .asking(.name, TextField("dog")))
    try state.play("<Esc> Y")
    #expect(state.mode == .asking(.target, TextField("bird=1")))
    try state.play("<Esc> w")
    #expect(state.mode == .asking(.weight, TextField()))
  }

  // MARK: The program around

  @Test(arguments: [
    ("q", Effect.quit), ("<C-l>", .repaint), ("<C-z>", .suspend),
    ("? <C-l>", .repaint), ("? <C-z>", .suspend),
  ])
  func `what only the program can do comes back as an effect`(
    script: String,
    effect: Effect
  ) throws {
    var state = try State.on()
    #expect(try state.play(script) == [effect])
  }

  @Test func `the share line is copied and shown until the next key, which acts`() throws {
    var state = try State.on()
    #expect(try state.play("c") == [.copy(try #require(state.shareLine))])
    #expect(state.mode == .sharing)
    #expect(state.rows.contains { $0.contains("logitscope --example negatives") })
    try state.play("j")
    #expect(state.mode == .browsing)
    #expect(state.focus == 1)
  }

  @Test func `help scrolls within its lines, and any other key leaves it`() throws {
    var state = try State.on()
    let browsing = state
    try state.play("? <Up>")
    #expect(state.mode == .help(offset: 0))
    try state.play("j <Down> k")
    #expect(state.mode == .help(offset: 1))
    try state.play("<End>")
    let last = try #require(state.rows.last)
    let count = HelpView.lines(.en, .unicode, width: 80).count
    #expect(last.contains("\(count)/\(count)"))
    let end = state
    try state.play("<PgDn> <Down> <Space>")
    #expect(state == end)
    try state.play("<Home>")
    #expect(state.mode == .help(offset: 0))
    try state.play("x")
    #expect(state == browsing)
  }

  @Test func `another size changes the size alone`() throws {
    var state = try State.on()
    var expected = state
    expected.size = Size(width: 120, height: 40)
    state.take(.resize(Size(width: 120, height: 40)))
    #expect(state == expected)
  }

  @Test func `a key without a meaning says so, Escape is silent`() throws {
    var state = try State.on()
    let before = state
    try state.play("Z")
    #expect(state.message == .unboundKey("Z"))
    #expect(state.silent == before)
    try state.play("<Esc>")
    #expect(state == before)
  }
}
