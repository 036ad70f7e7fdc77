import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct StateCodeTests {
  private func opened(_ name: String) throws -> State {
    State(
      problem: try #require(Examples.named(name)).problem,
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
  }

  @Test func `an example just opened is named and no more`() throws {
    #expect(try opened("negatives").code == "1:x=negatives/end")
  }

  @Test func `what differs is written, and nothing else`() throws {
    var state = try opened("negatives")
    try state.subject.problem.setLogit(-2.5, row: 0, class: 1)
    try state.subject.problem.setLogit(-.infinity, row: 0, class: 3)
    state.subject.leftOut[.init(row: 0, index: 3)] = -2.25
    state.subject.marked = [4, 0]
    state.refresh()
    state.focus = 1
    state.step = 0.5
    state.hasCurtain = true
    state.options.unit = .bits
    #expect(
      state.code == "1:x=negatives/z=1=-2.5,3=-inf/focus=1/marked=0,4/out=0@3=-2.25/step=0.5"
        + "/hidden=1/unit=bits/end"
    )
    #expect(try State(code: state.code) == state)
  }

  @Test func `a problem of one's own is written in full, a second row only where it differs`()
    throws
  {
    let problem = try Problem(
      title: "a b",
      classes: ["x", "y/z"],
      logits: [[1, 2], [3, -0.0]],
      targets: [.index(1), .distribution([0.25, 0.75])]
    )
    var state = State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
    try state.subject.problem.setLogit(1e-30, row: 1, class: 1)
    state.refresh()
    #expect(
      state.code == "1:s.title=a%20b/s.z=1,2:3,-0/s.classes=x,y%2Fz/s.y=1:0.25,0.75/z=1@1=1e-30/end"
    )
  }

  @Test func `an example's own baseline need not be written`() throws {
    var state = try State.on("same-loss-traded")
    #expect(state.code == "1:x=same-loss-traded/panel=compare/end")
    try state.subject.problem.setLogit(0.5, row: 0, class: 1)
    try state.subject.baseline.setLogit(1, row: 0, class: 0)
    state.refresh()
    #expect(state.code == "1:x=same-loss-traded/b.z=0=1/z=1=0.5/panel=compare/end")
    #expect(try State(code: state.code) == state)
  }

  @Test func `a baseline of one's own at the start is written from the problem there`() throws {
    let problem = try Problem(logits: [[1, 2]])
    let baseline = try Problem(logits: [[1, 3]])
    let state = State(
      problem: problem,
      baseline: baseline,
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    #expect(state.code == "1:s.z=1,2/o.z=1=3/end")
    #expect(try State(code: state.code) == state)
  }

  @Test func `the order is written only where sorting does not give it`() throws {
    var state = try opened("negatives")
    state.sort = .probability
    state.sortClasses()
    #expect(state.code == "1:x=negatives/sort=probability/end")
    try state.subject.problem.setLogit(5, row: 0, class: 4)
    state.refresh()
    #expect(state.code == "1:x=negatives/z=4=5/sort=probability/order=2,3,1,0,4/end")
  }

  @Test func `history, language, size and mode are not in it`() throws {
    var state = try opened("pets")
    let code = state.code
    state.options.language = .ko
    state.size = Size(width: 200, height: 60)
    state.hasEdits = true
    #expect(state.code == code)
  }

  @Test(arguments: 0..<400)
  func `every state comes back to the last bit`(seed: Int) throws {
    var random = RandomStates(seed: UInt64(seed))
    let state = try random.state()
    let code = state.code
    #expect(code.utf8.allSatisfy(isShellSafe), "\(code)")

    let again = try State(code: code)
    #expect(again == state, "\(code)")
    #expect(bits(again.start.problem) == bits(state.start.problem))
    #expect(bits(again.start.baseline) == bits(state.start.baseline))
    #expect(bits(again.subject.baseline) == bits(state.subject.baseline))
    #expect(bits(again.problem) == bits(state.problem))
    #expect(again.step.bitPattern == state.step.bitPattern)
    #expect(
      again.subject.leftOut.mapValues(\.bitPattern) == state.subject.leftOut.mapValues(\.bitPattern)
    )
    #expect(again.code == code)
  }

  @Test(arguments: [
    ("", "should begin with 1:"), ("negatives", "should begin with 1:"), (":x", "should begin"),
    ("2:x=negatives/end", "version \"2\""), ("1:x=negatives", "/end, is missing"),
    ("1:/end", "should begin with"), ("1:x/end", "should begin with"),
    ("1:x=elephants/end", "field x"), ("1:s.z=/end", "field s.z"), ("1:s.z=1/end", "1 class"),
    ("1:s.z=1,nan/end", "\"nan\" is not a number"), ("1:s.z=1,inf/end", "\"inf\" is not"),
    ("1:s.z=1,0x1p3/end", "not a number"), ("1:s.z=1,1e999/end", "not a number"),
    ("1:s.z=-inf,-inf/end", "the start: row 0"), ("1:s.z=1,2:3/end", "row 1"),
    ("1:s.z=9@1,2/end", "field s.z"), ("1:x=negatives/z=5=1/end", "field z: \"5\" is not"),
    ("1:x=negatives/z=-1=1/end", "field z"), ("1:x=negatives/z=1=1,1=2/end", "twice"),
    ("1:x=negatives/z=1=1,2/end", "field z"), ("1:x=negatives/z=1@1=0/end", "field z"),
    ("1:x=negatives/z=99999999999999999999=1/end", "field z"),
    ("1:x=negatives/z=1/end", "the problem: "), ("1:x=negatives/b.z=1/end", "the baseline: "),
    ("1:x=negatives/o.z=1,2:3,4/end", "the baseline has not as many"),
    ("1:x=negatives/o.z=1/end", "the baseline at the start: "),
    ("1:x=negatives/x=pets/end", "field x is given twice"),
    ("1:x=negatives/colour=red/end", "unknown field \"colour\""),
    ("1:x=negatives/title=%/end", "percent"), ("1:x=negatives/title=%FF/end", "UTF-8"),
    ("1:x=negatives/title=a b/end", "percent"), ("1:x=negatives/classes=a,b/end", "2 class names"),
    ("1:x=negatives/y=7/end", "the problem: row 0"), ("1:x=negatives/y=cat/end", "field y"),
    ("1:x=negatives/y=0:1/end", "2 targets"), ("1:x=negatives/T=0/end", "temperature is 0"),
    ("1:x=negatives/T=/end", "field T"), ("1:x=negatives/eps=2/end", "label smoothing"),
    ("1:x=negatives/w=1,1/end", "2 class weights"), ("1:x=negatives/w=-1,1,1,1,1/end", "weight"),
    ("1:x=negatives/ignore=a/end", "field ignore"), ("1:x=negatives/loss=none/end", "field loss"),
    ("1:x=negatives/reduction=max/end", "field reduction"),
    ("1:x=negatives/row=1/end", "field row"),
    ("1:x=negatives/focus=5/end", "field focus"), ("1:x=negatives/focus=-1/end", "field focus"),
    ("1:x=negatives/marked=0,0/end", "twice"), ("1:x=negatives/marked=/end", "field marked"),
    ("1:x=negatives/out=0/end", "field out"), ("1:x=negatives/out=0@9=1/end", "field out"),
    ("1:x=negatives/out=0@1=-inf/end", "finite"), ("1:x=negatives/step=0/end", "field step"),
    ("1:x=negatives/step=-inf/end", "field step"), ("1:x=negatives/panel=door/end", "field panel"),
    ("1:x=negatives/digits=2/end", "from 3 to 17"), ("1:x=negatives/digits=18/end", "field digits"),
    ("1:x=negatives/hidden=2/end", "field hidden"), ("1:x=negatives/sort=name/end", "field sort"),
    ("1:x=negatives/order=0,1,2,3/end", "every class once"),
    ("1:x=negatives/order=0,1,2,3,3/end", "twice"), ("1:x=negatives/unit=kg/end", "field unit"),
    ("1:x=negatives/b.z=1,2,3/b.y=0/z=1,2,3,4,5/y=0/marked=4/end", "the baseline has not as many"),
    ("1:x=negatives/z=1,2,3/y=0/end", "the baseline has not as many"),
    ("1:x=negatives/z=1,2,3,4,5:1,2,3,4,5/y=0:0/end", "the baseline has not as many"),
    ("1:x=negatives/\u{1B}[31m\n=1/end", "unknown field \"␛[31m␊\""),
  ])
  func `a wrong code is refused in one line that says where`(code: String, part: String) {
    let error = #expect(throws: StateCodeError.self) { try State(code: code) }
    let text = error?.description ?? ""
    #expect(text.contains(part), "\(text)")
    expectOneLine(text)
  }

  @Test func `a code cut off anywhere is refused`() throws {
    var random = RandomStates(seed: 7)
    let code = try random.state().code
    for length in 0..<code.count {
      #expect(throws: StateCodeError.self) { try State(code: String(code.prefix(length))) }
    }
  }

  @Test(arguments: 0..<200)
  func `a damaged code opens a valid state or is refused in one line`(seed: Int) throws {
    var random = RandomStates(seed: UInt64(seed))
    var bytes = Array(try random.state().code.utf8)
    for _ in 0..<20 {
      let place = Int.random(in: 2..<bytes.count - 4, using: &random.generator)
      let alphabet = Array("0123456789.,=:@/-_%aezsnif\n".utf8)
      bytes[place] = alphabet.randomElement(using: &random.generator) ?? 0
      do {
        let state = try State(code: String(decoding: bytes, as: UTF8.self))
        #expect(try State(code: state.code) == state)
      } catch {
        expectOneLine("\(error)")
      }
    }
  }

  @Test func `a long code of nonsense is refused, not filled with memory`() {
    let commas = String(repeating: ",", count: 100_000)
    let rows = String(repeating: "0@0=1:", count: 20_000)
    for code in ["1:s.z=\(commas)/end", "1:x=negatives/z=\(rows)/end", "1:x=\(commas)/end", commas]
    {
      let error = #expect(throws: StateCodeError.self) { try State(code: code) }
      expectOneLine(error?.description ?? "")
    }
  }

  @Test func `a large vocabulary comes back`() throws {
    let logits = (0..<10_000).map { Double($0 % 997) / 7 }
    var problem = try Problem(logits: [logits], targets: [.index(3)])
    var state = State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
    try problem.setLogit(0.1, row: 0, class: 9999)
    state.subject.problem = problem
    state.refresh()
    #expect(state.code.hasSuffix("/s.y=3/z=9999=0.1/end"))
    #expect(try State(code: state.code) == state)
  }

  private func expectOneLine(_ text: String) {
    #expect(!text.isEmpty && text.count < 300 && !text.contains { $0.isNewline }, "\(text)")
  }

  private func isShellSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "._-:,=/+@%".utf8.contains(byte)
    }
  }

  /// A problem as numbers that are equal only if every bit is.
  private func bits(_ problem: Problem) -> [[UInt64]] {
    let texts = ([problem.title, problem.settings.loss.name] + problem.classes)
      .map { $0.utf8.map { UInt64($0) } }
    let targets = problem.targets.map { target -> [UInt64] in
      switch target {
      case nil: [0]
      case .index(let index): [1, UInt64(bitPattern: Int64(index))]
      case .distribution(let values): [2] + values.map(\.bitPattern)
      }
    }
    let settings = problem.settings
    let numbers = [[settings.temperature, settings.labelSmoothing], settings.classWeights ?? []]
    return texts + targets + (problem.logits + numbers).map { $0.map(\.bitPattern) }
  }
}
