/// The text in lines of at most so many cells.
///
/// A line ends at a newline or at a blank; a word longer than a line ends at any glyph, as Korean and
/// Chinese text may. A glyph is never split: one wider than the line has a line of its own.
package func wrapped(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    var wrapping = Wrapping(width: width)
    for glyph in CellGlyphs(String(paragraph)) { wrapping.append(glyph) }
    return wrapping.finished()
  }
}

/// One paragraph being filled into lines.
private struct Wrapping {
  let width: Int
  private var lines: [String] = []
  private var line = Run()
  private var blanks = Run()
  private var word = Run()

  private struct Run {
    var text = ""
    var width = 0

    mutating func append(_ run: Run) {
      text += run.text
      width += run.width
    }
  }

  init(width: Int) {
    self.width = width
  }

  mutating func append(_ glyph: (glyph: String, width: Int)) {
    let run = Run(text: glyph.glyph, width: glyph.width)
    if glyph.glyph == " " {
      endWord()
      blanks.append(run)
      return
    }
    if word.width > 0 && word.width + run.width > width {
      endWord()
    }
    word.append(run)
  }

  /// Puts the word on the line, or on the next when this one is full: then the blanks between are gone.
  private mutating func endWord() {
    guard word.width > 0 else { return }
    if line.width + blanks.width + word.width <= width {
      line.append(blanks)
    } else if line.width > 0 {
      lines.append(line.text)
      line = Run()
    }
    line.append(word)
    blanks = Run()
    word = Run()
  }

  mutating func finished() -> [String] {
    endWord()
    return lines + [line.text]
  }
}
