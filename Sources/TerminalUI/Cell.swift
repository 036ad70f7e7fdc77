/// One place of a canvas: a spacing scalar with the marks on it.
package struct Cell: Hashable, Sendable {
  package let glyph: String
  private let columns: UInt8
  package let style: Style

  package init(glyph: String, width: Int = 1, style: Style = .text) {
    self.glyph = glyph
    columns = UInt8(clamping: width)
    self.style = style
  }

  /// 1 or 2; 0 for the right half of a wide glyph, whose own glyph is empty.
  package var width: Int { Int(columns) }

  /// Whether it is drawn, not read: a part of a bar, a curve or a line, or a sign such as ▸.
  var isMark: Bool {
    guard let scalar = glyph.unicodeScalars.first?.value else { return false }
    // Box lines, blocks, shapes and dingbats; braille.
    return (0x2500...0x27BF).contains(scalar) || (0x2800...0x28FF).contains(scalar)
  }

  package static let blank = Cell(glyph: " ")

  static func space(_ style: Style) -> Cell { Cell(glyph: " ", style: style) }

  static func rightHalf(_ style: Style) -> Cell { Cell(glyph: "", width: 0, style: style) }

  /// The same cell in another style.
  func styled(_ style: Style) -> Cell { Cell(glyph: glyph, width: width, style: style) }
}
