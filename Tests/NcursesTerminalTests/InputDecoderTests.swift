import CNcurses
import TerminalUI
import Testing

@testable import NcursesTerminal

struct InputDecoderTests {
  @Test(
    "bytes become keys",
    arguments: [
      ("q", [.character("q")]),
      ("A ", [.character("A"), .character(" ")]),
      ("한ㅓ", [.character("한"), .character("ㅓ")]),
      ("\t\r\n", [.tab, .enter, .enter]),
      ("\u{8}\u{7F}", [.backspace, .backspace]),
      ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]),
      ("\0\u{1C}\u{85}x", [.character("x")]),
      ("\u{1B}", [.escape]),
      ("\u{1B}\u{1B}q", [.escape, .escape, .character("q")]),
      ("\u{1B}[", []),
      ("\u{1B}O", []),
    ] as [(String, [Key])]
  )
  func keys(bytes: String, keys: [Key]) {
    #expect(decode(Array(bytes.utf8)) == keys.map(Event.key))
  }

  @Test(
    "a sequence that nobody knows runs no command",
    arguments: ["[1;5D", "[99;7~", "[?1;2c", "Ou"]
  )
  func unknownSequences(sequence: String) {
    #expect(decode(Array("\u{1B}\(sequence)q".utf8)) == [.key(.character("q"))])
  }

  @Test("a sequence torn by a slow line runs no command", arguments: ["[", "[1", "O"])
  func tornSequence(start: String) {
    var decoder = InputDecoder()
    for byte in "\u{1B}\(start)".utf8 { decoder.read(byte: byte) }
    decoder.settle()
    for byte in "Aq".utf8 { decoder.read(byte: byte) }
    decoder.settle()
    #expect(decoder.takeEvents() == [.key(.character("q"))])
  }

  @Test(
    "bytes that are not UTF-8 are skipped",
    arguments: [
      [0xFF], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0xE2, 0x82],
      [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func invalidBytes(bytes: [UInt8]) {
    #expect(decode(bytes + [UInt8(ascii: "q")]) == [.key(.character("q"))])
  }

  @Test("a character may come in two parts")
  func splitCharacter() {
    var decoder = InputDecoder()
    decoder.read(byte: 0xC3)
    decoder.settle()
    decoder.read(byte: 0xA9)
    #expect(decoder.takeEvents() == [.key(.character("é"))])
    #expect(decoder.takeEvents().isEmpty)
  }

  @Test(
    "a code of ncurses is a key",
    arguments: [
      (KEY_UP, .up), (KEY_SR, .shiftUp), (KEY_SF, .shiftDown), (KEY_SLEFT, .shiftLeft),
      (KEY_PPAGE, .pageUp), (KEY_END, .end), (KEY_ENTER, .enter), (KEY_BTAB, .backTab),
      (KEY_BACKSPACE, .backspace), (KEY_DC, .delete), (KEY_IC, .insert),
      (curses_function_key(1), .function(1)), (curses_function_key(12), .function(12)),
      (curses_function_key(13), nil), (KEY_SUNDO, nil),
    ] as [(Int32, Key?)]
  )
  func codes(code: Int32, key: Key?) {
    var decoder = InputDecoder()
    decoder.read(code: code)
    #expect(decoder.takeEvents() == (key.map { [.key($0)] } ?? []))
  }

  @Test("an Escape before a known sequence is a key of its own")
  func escapeBeforeCode() {
    var decoder = InputDecoder()
    decoder.read(byte: 0x1B)
    decoder.read(code: KEY_UP)
    #expect(decoder.takeEvents() == [.key(.escape), .key(.up)])
  }

  @Test("a known sequence ends one that was torn")
  func tornSequenceBeforeCode() {
    var decoder = InputDecoder()
    for byte in "\u{1B}[".utf8 { decoder.read(byte: byte) }
    decoder.read(code: KEY_UP)
    decoder.read(byte: UInt8(ascii: "q"))
    #expect(decoder.takeEvents() == [.key(.up), .key(.character("q"))])
  }

  @Test("a paste is text, whatever keys it spells")
  func paste() {
    var decoder = InputDecoder()
    decoder.read(code: KeyCodes.pasteBegin)
    for byte in "1,2\rq\u{3}".utf8 { decoder.read(byte: byte) }
    decoder.settle()
    decoder.read(code: KEY_UP)
    for byte in [0xFF, 0x1B] as [UInt8] { decoder.read(byte: byte) }
    for byte in "한".utf8 { decoder.read(byte: byte) }
    #expect(decoder.takeEvents().isEmpty)
    decoder.read(code: KeyCodes.pasteEnd)
    decoder.read(byte: UInt8(ascii: "q"))
    #expect(decoder.takeEvents() == [.paste("1,2\rq\u{3}\u{1B}한"), .key(.character("q"))])
  }

  @Test("a paste is cut where it is too long")
  func longPaste() {
    var decoder = InputDecoder()
    decoder.read(code: KeyCodes.pasteBegin)
    for _ in 0..<InputDecoder.longestPaste + 10 { decoder.read(byte: UInt8(ascii: "1")) }
    decoder.read(code: KeyCodes.pasteEnd)
    let expected = String(repeating: "1", count: InputDecoder.longestPaste)
    #expect(decoder.takeEvents() == [.paste(expected)])
  }

  private func decode(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    for byte in bytes { decoder.read(byte: byte) }
    decoder.settle()
    return decoder.takeEvents()
  }
}
