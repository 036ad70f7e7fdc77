/// Which glyphs the terminal is trusted with.
package enum GlyphSet: Hashable, Sendable {
  case unicode
  /// Lines, bars and symbols in ASCII; letters of any script as they are.
  case asciiGraphics
  /// Nothing above 0x7F at all.
  case ascii
}

extension Canvas {
  /// The same picture in the glyphs at hand, each in as many cells as before.
  ///
  /// The views draw in Unicode alone; this one pass at the end is all that knows of ASCII.
  package func folded(_ glyphs: GlyphSet) -> Canvas {
    guard glyphs != .unicode else { return self }
    var result = self
    for index in cells.indices {
      let cell = cells[index]
      guard let base = cell.glyph.unicodeScalars.first else {
        if glyphs == .ascii { result.cells[index] = Cell(glyph: "?", style: cell.style) }
        continue
      }
      guard !cell.glyph.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      if cell.width == 1, let fold = base.asciiFold {
        result.cells[index] = Cell(glyph: String(fold), style: cell.style)
      } else if glyphs == .ascii {
        let letter = base.isASCII ? String(base) : "?"
        result.cells[index] = Cell(glyph: letter, style: cell.style)
      }
    }
    return result
  }
}
