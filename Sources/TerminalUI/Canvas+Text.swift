extension Canvas {
  /// The rows as plain text, blanks at their ends left out.
  package func text() -> String {
    rows { row in
      var line = ""
      for cell in row { line += cell.glyph }
      return line
    }
  }

  /// The rows as text with colours: SGR sequences and newlines, nothing that moves a cursor.
  package func ansi(palette: Palette) -> String {
    rows { row in
      var line = ""
      var current = Attributes.plain
      for cell in row {
        let wanted = palette.attributes(for: palette.style(of: cell))
        if wanted != current {
          line += wanted.sgr
          current = wanted
        }
        line += cell.glyph
      }
      return current == .plain ? line : line + Attributes.plain.sgr
    }
  }

  private func rows(_ draw: (ArraySlice<Cell>) -> String) -> String {
    var result = ""
    for y in 0..<size.height {
      if y > 0 { result += "\n" }
      let row = cells[y * size.width..<(y + 1) * size.width]
      let end = row.lastIndex { $0.glyph != " " || $0.style.underline }
      result += draw(row[..<(end.map { $0 + 1 } ?? row.startIndex)])
    }
    return result
  }
}

extension Attributes {
  /// The sequence that sets just these attributes, whatever was set before.
  fileprivate var sgr: String {
    var codes = "0"
    if bold { codes += ";1" }
    if dim { codes += ";2" }
    if underline { codes += ";4" }
    switch foreground {
    case .some(let index) where index < 8: codes += ";\(30 + index)"
    case .some(let index): codes += ";38;5;\(index)"
    case .none: break
    }
    return "\u{1B}[\(codes)m"
  }
}
