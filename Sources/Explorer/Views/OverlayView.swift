import TerminalUI

/// What lies over the panels for a while: the palette's list, or the line to share.
struct OverlayView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    switch state.mode {
    case .palette(let field, let choice): drawPalette(field, choice, in: rect, on: &canvas)
    case .sharing: drawShare(in: rect, on: &canvas)
    case .browsing, .asking, .help: break
    }
  }

  private func drawPalette(
    _ field: TextField,
    _ choice: Int,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    clear(rect, on: &canvas)
    let matches = State.matches(field.text)
    let list = rect.slice(y: 1, height: rect.height - 1)
    let window = ScrollWindow(count: matches.count, height: list.height, focus: choice)
    let nameWidth = 18
    if matches.indices.contains(choice) { drawUsage(of: matches[choice], in: rect, on: &canvas) }
    for (offset, place) in window.range.enumerated() {
      let command = matches[place]
      let row = list.slice(y: offset, height: 1)
      let isChosen = place == choice
      if isChosen { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
      canvas.put(
        command.name,
        in: row.slice(x: 3, width: nameWidth - 4),
        alignment: .left,
        style: isChosen ? .accent.bolded() : .text
      )
      let keys = truncated(command.keyLabel(state.options.glyphs), to: rect.width / 3)
      let keysWidth = displayWidth(keys)
      canvas.put(
        state.text(command.does),
        in: row.slice(x: nameWidth, width: row.width - nameWidth - keysWidth - 3),
        alignment: .left
      )
      canvas.put(keys, x: row.maxX - 1 - keysWidth, y: row.y, style: .faint)
    }
  }

  /// The command chosen with what stands behind it, on the rule above the list.
  private func drawUsage(of command: Command, in rect: Rect, on canvas: inout Canvas) {
    guard let argument = command.argument else { return }
    let usage = " \(command.name) \(state.text(argument.label)) "
    let row = rect.slice(x: 2, width: min(displayWidth(usage), rect.width - 4)).slice(
      y: 0,
      height: 1
    )
    canvas.put(usage, in: row, alignment: .left, style: .accent)
  }

  private func drawShare(in rect: Rect, on canvas: inout Canvas) {
    clear(rect, on: &canvas)
    let inner = rect.slice(x: 1, width: rect.width - 2)
    let text = TextBlock([
      StyledText(state.text(.shareTitle), style: .faint),
      StyledText(state.shareLine ?? "", style: .accent),
    ])
    text.draw(in: inner.slice(y: 1, height: inner.height - 1), on: &canvas)
  }

  private func clear(_ rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, with: " ")
    canvas.fill(rect.slice(y: 0, height: 1), with: "─", style: .faint)
  }
}
