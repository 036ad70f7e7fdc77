import TerminalUI

/// The keys and the symbols, over the whole screen.
struct HelpView {
  let state: State
  let offset: Int

  func draw(on canvas: inout Canvas) {
    let size = canvas.size
    let lines = Self.lines(state.language, state.options.glyphs, width: size.width)
    let inner = canvas.bounds.slice(x: 1, width: size.width - 2)
    let page = inner.slice(y: 0, height: size.height - 2)
    // After a resize the lines may be fewer.
    let offset = min(offset, max(0, lines.count - page.height))
    for (row, spans) in lines.dropFirst(offset).prefix(page.height).enumerated() {
      canvas.put(spans, in: page.slice(y: row, height: 1))
    }
    let last = min(lines.count, offset + page.height)
    canvas.put(
      "\(offset + 1)–\(last)/\(lines.count)   " + state.text(.helpHint),
      in: inner.slice(y: size.height - 1, height: 1),
      alignment: .left,
      style: .faint
    )
  }

  /// The help as it falls at a width.
  static func lines(_ language: Language, _ glyphs: GlyphSet, width: Int) -> [[StyledText]] {
    var lines: [[StyledText]] = []
    for group in Command.Group.allCases {
      lines.append([StyledText(group.title[language], style: .accent.bolded())])
      for command in Command.all where command.group == group {
        let keys =
          command.keys.isEmpty ? ":" + command.name : command.keyLabel(glyphs)
        lines += entry(keys, command.does[language], width: width)
      }
      lines.append([])
    }
    for section in HelpText.all {
      lines.append([StyledText(section.title[language], style: .accent.bolded())])
      for item in section.items {
        lines += entry(item.sign[language], item.meaning[language], width: width)
      }
      lines.append([])
    }
    return Array(lines.dropLast())
  }

  private static func entry(_ sign: String, _ meaning: String, width: Int) -> [[StyledText]] {
    let indent = 28
    let wrapped = wrapped(meaning, width: max(10, width - indent - 2))
    return wrapped.enumerated().map { offset, line in
      let left = offset == 0 ? truncated(sign, to: indent - 3) : ""
      return [StyledText("  " + padded(left, to: indent - 2)), StyledText(line)]
    }
  }
}
