import TerminalUI

/// The last row: the keys that matter now, a message, or what is being typed; at its right the keys pressed, where
/// they are to be seen.
struct FooterView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 1, width: rect.width - 2)
    switch state.mode {
    case .asking(let question, let field):
      let label = question.label(state.name(state.focus))
      drawField(field, label: state.text(label) + ": ", hints: hints, in: inner, on: &canvas)
    case .palette(let field, _):
      drawField(field, label: ":", hints: [.paletteHint], in: inner, on: &canvas)
    case .browsing, .help, .sharing:
      if let message = state.message.map(state.text) {
        let width = displayWidth(message)
        let rest = drawPressed(in: inner, most: inner.width - width - 2, on: &canvas)
        canvas.put(message, in: rest, alignment: .left, style: .accent.bolded())
      } else {
        let rest = drawPressed(in: inner, most: inner.width / 2, on: &canvas)
        let running = going.map { state.text($0) + "   " } ?? ""
        let width = canvas.put(running, x: rest.x, y: rest.y, style: .accent.bolded())
        // While a lesson plays no key does what it says.
        guard state.lesson?.player == nil else { return }
        drawHints(in: rest.slice(x: width, width: rest.width - width), on: &canvas)
      }
    }
  }

  /// How to answer, and what a search has found, ever shorter.
  private var hints: [Phrase] {
    guard let found = state.search?.matches.all.count, found > 0 else { return [.questionHint] }
    let count = Phrase.found(found)
    return [Phrase { count[$0] + "  " + Phrase.questionHint[$0] }, count]
  }

  private func drawField(
    _ field: TextField,
    label: String,
    hints: [Phrase],
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let labelWidth = min(displayWidth(label), rect.width / 2)
    canvas.put(
      label,
      in: rect.slice(x: 0, width: labelWidth),
      alignment: .left,
      style: .accent.bolded()
    )
    let free = rect.width - labelWidth - max(12, displayWidth(field.text) + 3)
    // A hint stands whole or not at all; why an answer was refused, as far as there is room.
    let note =
      state.message.map { truncated(state.text($0), to: free) }
      ?? fitting(hints.map(state.text), to: free)
    let noteWidth = displayWidth(note)
    let hasNote = noteWidth > 0 && noteWidth <= free
    let room = rect.width - labelWidth - (hasNote ? noteWidth + 2 : 0)
    if hasNote {
      let place = rect.slice(x: rect.width - noteWidth, width: noteWidth)
      let style: Style = state.message == nil ? .faint : .accent.bolded()
      canvas.put(note, in: place, alignment: .left, style: style)
    }
    canvas.cursor = field.draw(in: rect.slice(x: labelWidth, width: room), on: &canvas)
  }

  /// The last keys pressed, as many as have room, and what of the row they leave.
  private func drawPressed(in rect: Rect, most: Int, on canvas: inout Canvas) -> Rect {
    var labels = state.pressed.map { $0.label(state.options.glyphs) }
    while !labels.isEmpty, displayWidth(labels.joined(separator: " ")) > most {
      labels.removeFirst()
    }
    guard !labels.isEmpty else { return rect }
    let text = labels.joined(separator: " ")
    let width = displayWidth(text)
    let place = rect.slice(x: rect.width - width, width: width)
    canvas.put(text, in: place, alignment: .left, style: .accent.bolded())
    return rect.slice(x: 0, width: rect.width - width - 2)
  }

  /// What goes on by itself.
  private var going: Phrase? {
    if state.run != nil { return .running }
    return state.lesson?.player == nil ? nil : .playing
  }

  /// What the lesson or the open panel has keys for, then the rest.
  ///
  /// No more than seven, and as many as have room; the last, how to leave, always stands.
  private func drawHints(in rect: Rect, on canvas: inout Canvas) {
    let lessons = LessonHints(state)?.all
    let isOwn = { (command: Command) in
      !state.isBig && command.panel == state.panel
    }
    let commands = Command.all.filter(isOwn) + Command.all.filter { $0.panel == nil }
    let isLast = { (command: Command) in ["help", "quit"].contains(command.name) }
    var hints = (lessons ?? []) + commands.filter { lessons == nil || isLast($0) }.compactMap(hint)
    if state.isBig { hints.insert(("Esc", state.text(.leavesBig)), at: hints.count - 1) }
    let kept = state.isBig ? 3 : 2
    func width() -> Int { hints.reduce(-2) { $0 + displayWidth($1.keys + $1.text) + 3 } }
    while hints.count > 7 || hints.count > 2 && width() > rect.width {
      hints.remove(at: max(0, hints.count - kept - 1))
    }
    let spans = hints.enumerated().flatMap { place, hint in
      [
        StyledText((place == 0 ? "" : "  ") + hint.keys, style: .accent),
        StyledText(" " + hint.text, style: .faint),
      ]
    }
    canvas.put(spans, in: rect)
  }

  private func hint(_ command: Command) -> (keys: String, text: String)? {
    guard let hint = command.hint else { return nil }
    let text =
      state.text(hint) + (command.name == "nudge" ? " " + state.numbers.trimmed(state.step) : "")
    return (command.shortKeys(state.options.glyphs), text)
  }
}
