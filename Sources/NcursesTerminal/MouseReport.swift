import TerminalUI

/// What a terminal says of its mouse: xterm's button byte and a place, counted from 1.
struct MouseReport {
  private let button: Int
  private let column: Int
  private let row: Int
  private let isRelease: Bool

  /// `button;column;row`, as mode 1006 reports.
  init?(decimals bytes: [UInt8], isRelease: Bool) {
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ";").map { Int($0) }
    guard fields.count == 3, let button = fields[0], let column = fields[1], let row = fields[2]
    else { return nil }
    self.init(button: button, column: column, row: row, isRelease: isRelease)
  }

  /// Three bytes, each 32 more than its number, as terminals without that mode report.
  init?(offset bytes: [UInt8]) {
    guard bytes.count == 3 else { return nil }
    let numbers = bytes.map { Int($0) - 32 }
    let isRelease = numbers[0] & 0x63 == 3
    self.init(
      button: isRelease ? numbers[0] & ~3 : numbers[0],
      column: numbers[1],
      row: numbers[2],
      isRelease: isRelease
    )
  }

  private init?(button: Int, column: Int, row: Int, isRelease: Bool) {
    guard button >= 0, column >= 1, row >= 1 else { return nil }
    self.button = button
    self.column = column
    self.row = row
    self.isRelease = isRelease
  }

  /// nil for the other buttons and the sideways wheel, which do nothing here.
  var mouse: Mouse? {
    // Without the bits that say Shift, Meta and Control.
    let kind: Mouse.Kind
    switch button & ~0x1C {
    case 0: kind = isRelease ? .release : .press
    case 0x20: kind = isRelease ? .release : .drag
    case 0x40: kind = .wheelUp
    case 0x41: kind = .wheelDown
    default: return nil
    }
    return Mouse(kind: kind, position: Point(x: column - 1, y: row - 1))
  }
}
