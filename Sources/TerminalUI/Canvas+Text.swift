extension Canvas {
  /// The rows as plain text, blanks at their ends left out.
  package func text() -> String {
    rows {
      $0.glyph != " " || $0.style.underline
    } draw: { row in
      var line = ""
      for cell in row { line += cell.glyph }
      return line
    }
  }

  /// The rows as text with colours: SGR sequences and newlines, nothing that moves a cursor.
  package func ansi(palette: Palette) -> String {
    func attributes(_ cell: Cell) -> Attributes { palette.attributes(for: palette.style(of: cell)) }
    return rows { cell in
      let shown = attributes(cell)
      return cell.glyph != " " || shown.underline || shown.background != nil
    } draw: { row in
      var line = ""
      var current = Attributes.plain
      for cell in row {
        let wanted = attributes(cell)
        if wanted != current {
          line += wanted.sgr
          current = wanted
        }
        line += cell.glyph
      }
      return current == .plain ? line : line + Attributes.plain.sgr
    }
  }

  /// The rows up to the last cell that shows something, one below the other.
  private func rows(
    upTo isSeen: (Cell) -> Bool,
    draw: (ArraySlice<Cell>) -> String
  ) -> String {
    var result = ""
    for y in 0..<size.height {
      if y > 0 { result += "\n" }
      let row = cells[y * size.width..<(y + 1) * size.width]
      let end = row.lastIndex(where: isSeen)
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
    codes += Self.code(of: foreground, first: 30) + Self.code(of: background, first: 40)
    return "\u{1B}[\(codes)m"
  }

  /// A colour's code; the first of the eight has `first`, and eight above that are the 256.
  private static func code(of color: Int?, first: Int) -> String {
    switch color {
    case .some(let index) where index < 8: ";\(first + index)"
    case .some(let index): ";\(first + 8);5;\(index)"
    case .none: ""
    }
  }
}
