import CNcurses
import TerminalUI

/// What ncurses calls a style: attributes and the number of a pair of colours.
struct Rendition {
  /// The pair of the terminal's own colours, in place of pair 0.
  ///
  /// To go back to that one, ncurses resets every attribute: a change of colour would cost twice the
  /// bytes.
  static let ground: Int32 = 1

  let attributes: attr_t
  let pair: Int32

  init(_ style: Style, palette: Palette) {
    let wanted = palette.attributes(for: style)
    var bits: attr_t = 0
    if wanted.bold { bits |= curses_bold() }
    if wanted.dim { bits |= curses_dim() }
    if wanted.underline { bits |= curses_underline() }
    attributes = bits
    // ncurses keeps the pairs: it gives the same one for the same colours and reuses the oldest when a
    // terminal has no more.
    let ground = palette.depth == .none ? 0 : Self.ground
    let colors = [wanted.foreground, wanted.background].map { Int32($0 ?? -1) }
    pair = colors == [-1, -1] ? ground : max(ground, alloc_pair(colors[0], colors[1]))
  }
}

extension Terminal {
  /// Shows a canvas, clipped to the screen; ncurses sends what differs from the one before.
  package func present(_ canvas: Canvas) {
    let shown = Size(
      width: min(size.width, canvas.size.width),
      height: min(size.height, canvas.size.height)
    )
    werase(curses_screen())
    for y in 0..<shown.height {
      for x in 0..<shown.width { put(canvas[x, y], x: x, y: y, room: shown.width - x) }
    }
    place(canvas.cursor)
    wnoutrefresh(curses_screen())
    refresh()
  }

  /// Paints everything again, whatever has been written over it.
  package func repaint() {
    clearok(curses_shown_screen(), true)
    refresh()
  }

  private func refresh() {
    if synchronizesOutput { send(ModeSequences.beginFrame) }
    doupdate()
    if synchronizesOutput { send(ModeSequences.endFrame) }
  }

  private func put(_ cell: Cell, x: Int, y: Int, room: Int) {
    guard cell.width > 0, cell.width <= room, cell != .blank else { return }
    let rendition = rendition(of: palette.style(of: cell))
    scalars.removeAll(keepingCapacity: true)
    for scalar in cell.glyph.unicodeScalars { scalars.append(wchar_t(scalar.value)) }
    scalars.append(0)
    curses_put(
      Int32(y),
      Int32(x),
      scalars,
      Int32(cell.width),
      rendition.attributes,
      rendition.pair
    )
  }

  private func rendition(of style: Style) -> Rendition {
    if let known = rendered[style] { return known }
    let made = Rendition(style, palette: palette)
    rendered[style] = made
    return made
  }

  private func place(_ cursor: Point?) {
    if let cursor, cursor.x >= 0, cursor.y >= 0, cursor.x < size.width, cursor.y < size.height {
      curs_set(1)
      wmove(curses_screen(), Int32(cursor.y), Int32(cursor.x))
    } else {
      curs_set(0)
    }
  }
}
