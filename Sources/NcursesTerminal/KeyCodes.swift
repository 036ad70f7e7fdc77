import CNcurses
import TerminalUI

/// The numbers by which ncurses names keys, its own and those defined here.
enum KeyCodes {
  /// Beyond every code that ncurses gives, those of extended capabilities included.
  static let pasteBegin: Int32 = 0o10001
  static let pasteEnd: Int32 = 0o10002
  static let mouseReport: Int32 = 0o10003
  static let oldMouseReport: Int32 = 0o10004

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .shiftUp, KEY_SF: .shiftDown, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end,
    KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace,
    KEY_DC: .delete, KEY_IC: .insert,
  ]

  /// The key of a code, nil for one that no command can be bound to.
  static func key(_ code: Int32) -> Key? {
    if let key = keys[code] { return key }
    let first = curses_function_key(1)
    return (first..<first + 12).contains(code) ? .function(Int(code - first) + 1) : nil
  }

  /// What terminals send whatever their description says: arrows in both cursor modes, the numbered
  /// Home and End, rxvt's and xterm's shifted arrows, all forms of the first function keys.
  static let sequences: [(String, Int32)] = {
    var result: [(String, Int32)] = [
      ("[200~", pasteBegin), ("[201~", pasteEnd), ("[<", mouseReport), ("[M", oldMouseReport),
      ("[1~", KEY_HOME), ("[7~", KEY_HOME), ("[4~", KEY_END), ("[8~", KEY_END),
      ("[2~", KEY_IC), ("[3~", KEY_DC), ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE),
      ("[Z", KEY_BTAB), ("OM", KEY_ENTER),
    ]
    let placed = [
      ("A", KEY_UP), ("B", KEY_DOWN), ("C", KEY_RIGHT), ("D", KEY_LEFT),
      ("H", KEY_HOME), ("F", KEY_END),
    ]
    for (letter, code) in placed { result += [("[" + letter, code), ("O" + letter, code)] }
    let shifted = [("A", KEY_SR), ("B", KEY_SF), ("C", KEY_SRIGHT), ("D", KEY_SLEFT)]
    for (letter, code) in shifted {
      result += [("[1;2" + letter, code), ("[" + letter.lowercased(), code)]
    }
    for (index, letter) in ["P", "Q", "R", "S"].enumerated() {
      let code = curses_function_key(Int32(index) + 1)
      result += [("O" + letter, code), ("[\(11 + index)~", code)]
    }
    for (index, letter) in ["A", "B", "C", "D", "E"].enumerated() {
      result.append(("[[" + letter, curses_function_key(Int32(index) + 1)))
    }
    return result.map { ("\u{1B}" + $0, $1) }
  }()

  /// Tells ncurses of them; the decoder reads Backspace as a byte, so that a paste may hold it.
  static func define() {
    for byte in ["\u{7F}", "\u{8}"] { define_key(byte, 0) }
    for (sequence, code) in sequences { define_key(sequence, code) }
  }
}
