/// A text in one style.
package struct StyledText: Hashable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// Paragraphs wrapped to a rectangle, read from any line on.
package struct TextBlock: Hashable, Sendable {
  package var paragraphs: [StyledText]

  package init(_ paragraphs: [StyledText]) {
    self.paragraphs = paragraphs
  }

  /// The lines as they fall at this width; an empty paragraph is an empty line.
  package func lines(width: Int) -> [StyledText] {
    paragraphs.flatMap { paragraph in
      wrapped(paragraph.text, width: width).map { StyledText($0, style: paragraph.style) }
    }
  }

  package func draw(in rect: Rect, from first: Int = 0, on canvas: inout Canvas) {
    for (row, line) in lines(width: rect.width).dropFirst(max(0, first)).prefix(rect.height)
      .enumerated()
    {
      canvas.put(line.text, x: rect.x, y: rect.y + row, width: rect.width, style: line.style)
    }
  }
}
