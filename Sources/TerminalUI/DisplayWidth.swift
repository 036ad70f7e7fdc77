package enum Alignment: Hashable, Sendable {
  case left, center, right
}

/// The cells that the text takes when `Canvas.put` writes it.
package func displayWidth(_ text: some StringProtocol) -> Int {
  var width = 0
  for (_, cells) in CellGlyphs(String(text)) { width += cells }
  return width
}

/// The text if it fits into so many cells, else as much of it as fits before an ellipsis.
///
/// A wide glyph that would be cut is left out, so the result may be one cell short.
package func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var result = ""
  var used = 0
  for (glyph, cells) in CellGlyphs(text) {
    guard used + cells < width else { break }
    result += glyph
    used += cells
  }
  return result + "…"
}

/// The first of ever shorter texts that fits into so many cells, else the last.
package func fitting(_ texts: [String], to width: Int) -> String {
  texts.first { displayWidth($0) <= width } ?? texts.last ?? ""
}

/// The text with blanks added until it takes so many cells; a longer text stays as it is.
package func padded(_ text: String, to width: Int, alignment: Alignment = .left) -> String {
  let missing = width - displayWidth(text)
  guard missing > 0 else { return text }
  let left =
    switch alignment {
    case .left: 0
    case .center: missing / 2
    case .right: missing
    }
  return String(repeating: " ", count: left) + text
    + String(repeating: " ", count: missing - left)
}
