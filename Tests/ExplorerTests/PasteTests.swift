import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Pasted text is data, whatever it looks like.
@Suite struct PasteTests {
  private static let texts = [
    "q", "]]]", ":quit\n", "\u{1B}[A", "x\rd\ry", "ㅂ", " ", "\u{3}\u{4}", "", "u\u{1B}[201~q",
  ]

  @Test(arguments: texts)
  func `while browsing it only says that a question is needed`(text: String) throws {
    var state = try State.on()
    let before = state
    #expect(state.take(.paste(text)).isEmpty)
    #expect(state.message == .pasteNeedsAQuestion)
    #expect(state.silent == before)
  }

  @Test(arguments: texts, ["=", "Y", "a", "/", ":"])
  func `where text is typed it is text, and its newlines run nothing`(
    text: String,
    key: String
  ) throws {
    var state = try State.on()
    try state.play("\(key) <C-u>")
    let before = state.subject
    #expect(state.take(.paste(text)).isEmpty)
    #expect(state.subject == before)
    #expect(!state.hasEdits)
    let printable = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    #expect(state.typed == String(String.UnicodeScalarView(printable)))
  }

  @Test(arguments: texts)
  func `in the help it does nothing`(text: String) throws {
    var state = try State.on()
    try state.play("?")
    let before = state
    #expect(state.take(.paste(text)).isEmpty)
    #expect(state.silent == before)
  }

  @Test func `it goes where the cursor is, and Enter takes it`() throws {
    var state = try State.on()
    try state.play("= type:-5 <Left>")
    state.take(.paste("1\n."))
    #expect(state.typed == "-1.5")
    try state.play("<Enter>")
    #expect(state.logits[0] == -1.5)
  }

  @Test func `a search follows it`() throws {
    var state = try State.on()
    try state.play("/")
    state.take(.paste("frog"))
    #expect(state.focus == 4)
  }
}

extension State {
  /// What stands in the field being typed into.
  fileprivate var typed: String? {
    switch mode {
    case .asking(_, let field), .palette(let field, _): field.text
    case .browsing, .help, .sharing: nil
    }
  }
}
