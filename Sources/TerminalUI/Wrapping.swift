/// The text in lines of at most so many cells.
///
/// A line ends at a newline or at a blank; a word longer than a line ends at any glyph, as Korean and
/// Chinese text may. A glyph is never split: one wider than the line has a line of its own.
package func wrapped(_ text: String, width: Int) -> [String] {
  wrapped([StyledText(text)], width: width).map { $0.map(\.text).joined() }
}

/// Pieces of text, one behind another, in lines of at most so many cells.
package func wrapped(_ spans: [StyledText], width: Int) -> [[StyledText]] {
  guard width > 0 else { return [] }
  var wrapping = Wrapping(width: width)
  for span in spans {
    let paragraphs = span.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, paragraph) in paragraphs.enumerated() {
      if place > 0 { wrapping.endParagraph() }
      for glyph in CellGlyphs(String(paragraph)) { wrapping.append(glyph, span.style) }
    }
  }
  return wrapping.finished()
}

/// Text being filled into lines.
private struct Wrapping {
  let width: Int
  private var lines: [[StyledText]] = []
  private var line = Run()
  private var blanks = Run()
  private var word = Run()

  private struct Run {
    var spans: [StyledText] = []
    var width = 0

    mutating func append(_ glyph: (glyph: String, width: Int), _ style: Style) {
      append(StyledText(glyph.glyph, style: style))
      width += glyph.width
    }

    mutating func append(_ run: Run) {
      for span in run.spans { append(span) }
      width += run.width
    }

    private mutating func append(_ span: StyledText) {
      if let last = spans.last, last.style == span.style {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
  }

  init(width: Int) {
    self.width = width
  }

  mutating func append(_ glyph: (glyph: String, width: Int), _ style: Style) {
    if glyph.glyph == " " {
      endWord()
      blanks.append(glyph, style)
      return
    }
    if word.width > 0 && word.width + glyph.width > width {
      endWord()
    }
    word.append(glyph, style)
  }

  /// Puts the word on the line, or on the next when this one is full: then the blanks between are gone.
  private mutating func endWord() {
    guard word.width > 0 else { return }
    if line.width + blanks.width + word.width <= width {
      line.append(blanks)
    } else if line.width > 0 {
      lines.append(line.spans)
      line = Run()
    }
    line.append(word)
    blanks = Run()
    word = Run()
  }

  mutating func endParagraph() {
    endWord()
    lines.append(line.spans)
    line = Run()
    blanks = Run()
  }

  mutating func finished() -> [[StyledText]] {
    endParagraph()
    return lines
  }
}
