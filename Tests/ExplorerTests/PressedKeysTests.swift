import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// The keys shown as they are pressed.
@Suite struct PressedKeysTests {
  private func state(_ options: ViewOptions = ViewOptions(), width: Int = 80) throws -> State {
    var state = try State.on(options: options, width: width)
    state.command("keys")
    return state
  }

  @Test(arguments: [
    ("] ] <Down> 2", "] ] ↓ 2"), ("<Right> <S-Right> <Tab>", "→ Shift-→ Tab"),
    ("z", "z"), ("ㅂ", "q"), ("ㅗ", "h"), ("<Space>", "Space"), ("<F9> <C-r>", "F9 Ctrl-R"),
  ])
  func `they stand at the right of the last row`(script: String, shown: String) throws {
    var state = try state()
    try state.play(script)
    #expect(try #require(state.rows.last).hasSuffix("  " + shown))
  }

  @Test func `in ASCII by their names`() throws {
    var state = try state(ViewOptions(glyphs: .asciiGraphics))
    try state.play("<Down> ]")
    #expect(try #require(state.rows.last).hasSuffix(" Down ]"))
  }

  @Test func `only the last few, the oldest go first`() throws {
    var state = try state()
    try state.play("1 2 [ ] h l j k")
    #expect(try #require(state.rows.last).hasSuffix("  [ ] h l j k"))
    #expect(!state.rows[23].contains("2 [ ]"))
  }

  @Test func `a syllable shows the keys that it stands for`() throws {
    var state = try state()
    try state.play("한")
    #expect(state.pressed == ["g", "k", "s"])
  }

  @Test func `what is typed is not shown, nor what a mouse or a paste does`() throws {
    var state = try state()
    try state.play("= type:1.5<Enter> / type:dog<Enter> a type:새<Esc> : type:digits<Space>5<Enter>")
    #expect(state.pressed == ["=", "/", "a", ":"])
    state.take(.paste("jjj"))
    state.take(.mouse(Mouse(kind: .wheelUp, position: Point(x: 10, y: 4))))
    #expect(state.pressed == ["=", "/", "a", ":"])
    try state.play("? j <Esc>")
    #expect(state.pressed == ["=", "/", "a", ":", "?"])
  }

  @Test func `they do not show until asked for, and are forgotten when put away`() throws {
    var state = try State.on()
    try state.play("] ]")
    #expect(state.pressed.isEmpty)
    let before = state.rows
    state.command("keys")
    try state.play("j k")
    #expect(state.rows != before)
    state.command("keys")
    #expect(state.pressed.isEmpty && state.rows == before)
  }

  @Test(arguments: [40, 57, 80, 120], Language.allCases)
  func `a message stays whole beside them, and the way out stays on the row`(
    width: Int,
    language: Language
  ) throws {
    var state = try state(ViewOptions(language: language), width: width)
    try state.play("<S-Right> <S-Right> <PgDn> <Home> <C-r>")
    let message = state.text(.nothingToRedo)
    #expect(try #require(state.rows.last).hasPrefix(" " + message))
    try state.play("<Home>")
    let last = try #require(state.rows.last)
    #expect(last.hasSuffix("Home"))
    #expect(last.contains("q \(state.text(Phrase(en: "quit", ko: "종료")))"))
    #expect(displayWidth(last) <= width - 1)
  }

  @Test func `over the large digits too`() throws {
    var state = try state()
    state.command("big")
    try state.play("] <Down>")
    #expect(try #require(state.rows.last).hasSuffix(": ] ↓"))
  }
}
