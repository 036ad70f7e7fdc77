import TerminalUI

/// Events from what ncurses reads: bytes, and codes where it knew a key's sequence.
///
/// A sequence that nobody knows is left out whole: its bytes are letters and digits that would
/// otherwise run as commands.
struct InputDecoder {
  private enum State {
    case ground
    case escape
    /// `ESC [`, with the bytes so far.
    case sequence([UInt8])
    /// `ESC O`
    case singleShift
    case mouse([UInt8])
    case oldMouse([UInt8])
    case paste(String)
  }

  /// In bytes: beyond any list of logits, and little enough that a pasted film is no harm.
  static let longestPaste = 1 << 20
  private static let longestSequence = 64

  private var state = State.ground
  private var scalars = ScalarDecoder()
  private var events: [Event] = []

  mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }

  mutating func read(code: Int32) {
    if case .paste(let text) = state {
      // Keys that the text happens to spell are not keys.
      if code == KeyCodes.pasteEnd {
        events.append(.paste(text))
        state = .ground
      }
      return
    }
    settle()
    state = .ground
    switch code {
    case KeyCodes.pasteBegin: state = .paste("")
    case KeyCodes.mouseReport: state = .mouse([])
    case KeyCodes.oldMouseReport: state = .oldMouse([])
    default:
      if let key = KeyCodes.key(code) { events.append(.key(key)) }
    }
  }

  mutating func read(byte: UInt8) {
    switch state {
    case .ground:
      ground(byte)
    case .escape:
      switch byte {
      case UInt8(ascii: "["): state = .sequence([])
      case UInt8(ascii: "O"): state = .singleShift
      default:
        emit(.escape)
        ground(byte)
      }
    case .singleShift:
      state = .ground
      if !(0x40...0x7E).contains(byte) { ground(byte) }
    case .sequence(let bytes):
      if let rest = collected(bytes, byte, until: 0x40...0x7E) { state = .sequence(rest) }
    case .mouse(let bytes):
      if byte | 0x20 == UInt8(ascii: "m") {
        state = .ground
        report(MouseReport(decimals: bytes, isRelease: byte == UInt8(ascii: "m")))
      } else if let rest = collected(bytes, byte, until: 0x40...0x7E) {
        state = .mouse(rest)
      }
    case .oldMouse(let bytes):
      state = bytes.count < 2 ? .oldMouse(bytes + [byte]) : .ground
      if bytes.count == 2 { report(MouseReport(offset: bytes + [byte])) }
    case .paste(var text):
      state = .ground
      if let scalar = scalars.decode(byte), text.utf8.count < Self.longestPaste {
        text.unicodeScalars.append(scalar)
      }
      state = .paste(text)
    }
  }

  /// Nothing more has come for now: an Escape that nothing followed was the key.
  ///
  /// One with `[` or `O` behind it is a key whose rest is still on a slow line.
  mutating func settle() {
    if case .escape = state { emit(.escape) }
  }

  private mutating func emit(_ key: Key) {
    state = .ground
    events.append(.key(key))
  }

  private mutating func report(_ report: MouseReport?) {
    if let mouse = report?.mouse { events.append(.mouse(mouse)) }
  }

  /// A sequence's bytes with one more; nil where the byte ended it or did not belong to it.
  private mutating func collected(
    _ bytes: [UInt8],
    _ byte: UInt8,
    until final: ClosedRange<UInt8>
  ) -> [UInt8]? {
    if (0x20..<0x40).contains(byte) && bytes.count < Self.longestSequence { return bytes + [byte] }
    state = .ground
    if !final.contains(byte) { ground(byte) }
    return nil
  }

  private mutating func ground(_ byte: UInt8) {
    state = .ground
    guard let scalar = scalars.decode(byte) else { return }
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x09: emit(.tab)
    case 0x0A, 0x0D: emit(.enter)
    case 0x08, 0x7F: emit(.backspace)
    case 0x01...0x1A:
      emit(.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))))
    case 0x20..<0x7F, 0xA0...: emit(.character(Character(scalar)))
    default: break
    }
  }
}
