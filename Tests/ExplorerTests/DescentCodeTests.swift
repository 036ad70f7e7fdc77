import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// The rate and the path in a state code and in the line to share.
@Suite struct DescentCodeTests {
  /// The state with nothing but what a code holds.
  private func kept(_ state: State) -> State {
    var kept = State(start: state.start, subject: state.subject, row: state.row)
    kept.rate = state.rate
    kept.descent = state.presentDescent == nil ? nil : state.descent
    kept.panel = state.panel
    kept.focus = state.focus
    kept.order = state.order
    return kept
  }

  @Test func `a path from the baseline is its steps`() throws {
    var state = try State.on()
    state.command("rate 2")
    try state.play("g g g")
    #expect(state.code.hasSuffix("/rate=2/path=3/end"))
    #expect(try State(code: state.code) == kept(state))
    #expect(state.shareLine?.hasPrefix("logitscope --state 1:x=negatives/z=") == true)
  }

  @Test func `a path from elsewhere has its origin, one gone back along its place`() throws {
    var state = try State.on()
    try state.play("<Right> g g g u u")
    #expect(state.code.contains("/path=3/at=1/from=0="))
    #expect(try State(code: state.code) == kept(state))
    try state.play("u")
    #expect(state.code.contains("/path=3/at=0/from=0="))
    #expect(try State(code: state.code) == kept(state))
  }

  @Test(arguments: ["negatives", "batch", "pets", "weights", "binary", "ten-classes"])
  func `a run is reopened to the last bit, stopped`(example: String) throws {
    var state = try State.on(example)
    try state.play(") ] E T G")
    for _ in 0..<60 { state.take(.tick) }
    let again = try State(code: state.code)
    #expect(again == kept(state))
    #expect(again.run == nil)
    #expect(again.logits.map(\.bitPattern) == state.logits.map(\.bitPattern))
    #expect(again.descentPlace == 61)
  }

  @Test func `a path that leads elsewhere is not written`() throws {
    var state = try State.on()
    try state.play("g g <Right>")
    #expect(!state.code.contains("path"))
    #expect(try State(code: state.code) == kept(state))
  }

  @Test func `logits of another machine's rounding are the path's`() throws {
    var state = try State.on()
    try state.play("g g g")
    var problem = state.problem
    try problem.setLogit(state.logits[1].nextUp, row: 0, class: 1)
    var near = State(start: state.start, subject: state.subject, row: 0)
    near.subject.problem = problem
    near.refresh()
    let code = near.code.replacing("/end", with: "/path=3/end")
    let opened = try State(code: code)
    #expect(opened.descentPlace == 3)
    #expect(opened.problem == problem)
    #expect(opened.code == code)
  }

  @Test(arguments: [
    ("rate=0", "a number above 0"), ("rate=-1", "a number above 0"), ("rate=inf", "a number"),
    ("rate=x", "a number"), ("path=0", "from 1 to 1000"), ("path=1001", "from 1 to 1000"),
    ("path=-1", "from 1 to"), ("path=x", "a whole number"), ("path=3/at=4", "from 0 to 3"),
    ("path=2", "leads to these logits"), ("path=3/at=2", "leads to these logits"),
    ("path=3/rate=0.25", "leads to these logits"), ("path=3/from=0=1", "leads to these logits"),
    ("path=3/from=1,2", "leads to these logits"), ("path=3/from=9=1", "field from"),
    ("path=3/from=0=nan", "field from"), ("path=3/from=0=inf", "field from"),
    ("at=1", "unknown field \"at\""),
    ("from=0=1", "unknown field \"from\""), ("path=3/y=_", "leads to these logits"),
  ])
  func `a path that is none, or leads elsewhere, is refused`(fields: String, part: String) throws {
    var state = try State.on()
    try state.play("g g g")
    let code = state.code.replacing("/path=3/end", with: "/\(fields)/end")
    let error = #expect(throws: StateCodeError.self) { try State(code: code) }
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }
}
