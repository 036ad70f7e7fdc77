import Testing

@testable import TerminalUI

@Suite struct KeyNotationTests {
  @Test(arguments: [
    ("<Down>", Key.down), ("<S-Left>", .shiftLeft), ("<C-r>", .control("r")),
    ("<C-R>", .control("r")),
    ("<Space>", .character(" ")), ("<lt>", .character("<")), ("<F12>", .function(12)),
    ("<PgUp>", .pageUp), ("<S-Tab>", .backTab), ("<esc>", .escape), (">", .character(">")),
    ("ㅓ", .character("ㅓ")), ("e\u{301}", .character("é")), ("?", .character("?")),
  ])
  func `a notation is a key`(notation: String, key: Key) {
    #expect(Key(notation: notation) == key)
  }

  @Test(arguments: [
    "", " ", "<", "ab", "<Down", "<Dwn>", "<>", "<C-1>", "<F0>", "<Fx>", "\u{1B}", "\n",
  ])
  func `anything else is none`(notation: String) {
    #expect(Key(notation: notation) == nil)
  }

  @Test func `every key with a name comes back from it`() {
    for (name, key) in Key.names {
      #expect(key.notation == "<\(name)>")
      #expect(Key(notation: key.notation) == key)
    }
    for number in 1...24 {
      #expect(Key(notation: Key.function(number).notation) == .function(number))
    }
  }

  @Test func `every character comes back from its notation`() {
    for value in UInt32(0x20)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value), !scalar.isUnprintable else { continue }
      let key = Key.character(Character(scalar))
      #expect(Key(notation: key.notation) == key)
    }
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      #expect(Key(notation: Key.control(letter).notation) == .control(letter))
    }
  }

  @Test func `a script is keys parted by blanks`() throws {
    let keys: [Key] = [
      .character("]"), .character("]"), .down, .character("y"), .character("1"), .character("."),
      .character("5"), .enter,
    ]
    let events = try Event.script(" ] ] <Down>\ty type:1.5<Enter>  ")
    #expect(events == keys.map(Event.key))
    #expect(try Event.script("") == [])
    #expect(try Event.script("type:") == [])
    #expect(try Event.script("type:a<Space><lt>한>").count == 5)
  }

  @Test(arguments: [
    ("] <Dwn> y", "<Dwn>"), ("]]", "]]"), ("a type:x<Entr> b", "type:x<Entr>"),
    ("type:a<b", "type:a<b"),
    ("paste:x", "paste:x"),
  ])
  func `an error names the token`(line: String, token: String) {
    #expect(throws: ScriptError(token: token)) { try Event.script(line) }
  }

  @Test(arguments: 0..<50)
  func `a script of random keys comes back`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let letters = Array("abz[]<>(){}=/:?.,^고ㅓé1~")
    let keys: [Key] = (0..<20).compactMap { _ in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: Key.names.randomElement(using: &random)?.key
      case 1: .function(.random(in: 1...12, using: &random))
      case 2: "acerz".randomElement(using: &random).map(Key.control)
      default: letters.randomElement(using: &random).map(Key.character)
      }
    }
    let line = keys.map(\.notation).joined(separator: " ")
    #expect(try Event.script(line) == keys.map(Event.key))
    #expect(try Event.script("type:" + keys.map(\.notation).joined()) == keys.map(Event.key))
  }
}
