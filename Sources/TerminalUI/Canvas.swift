/// A screen as a value: what each cell shows and where the cursor stands.
package struct Canvas: Equatable, Sendable {
  package let size: Size

  /// Where the terminal's own cursor stands; nil hides it.
  package var cursor: Point?

  var cells: [Cell]

  /// A blank canvas; a negative size counts as 0.
  package init(width: Int, height: Int) {
    size = Size(width: max(0, width), height: max(0, height))
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell there, a blank one outside of the canvas.
  package subscript(x: Int, y: Int) -> Cell {
    bounds.contains(Point(x: x, y: y)) ? cells[y * size.width + x] : .blank
  }

  /// Writes one line of text and returns how many cells of the canvas it took.
  ///
  /// What lies outside, or beyond `width` cells from `x`, is left out. A wide glyph is never split:
  /// where half of it has no room, the other half is a blank. Controls never get into a cell.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol,
    x: Int,
    y: Int,
    width: Int? = nil,
    style: Style = .text
  ) -> Int {
    guard y >= 0, y < size.height, x < size.width else { return 0 }
    let left = max(0, x)
    let right = x + min(width ?? .max, size.width - x)
    var column = x
    // Blanks at the ends show nothing of a style but its line and its ground: without the rest, a padded
    // number that turns bold costs a terminal no more bytes than its digits.
    let blank = style.underline ? style : Style(shade: style.shade)
    var ink = x..<x
    for (glyph, cells) in CellGlyphs(String(text)) {
      guard column < right else { break }
      if glyph != " " { ink = (ink.isEmpty ? column : ink.lowerBound)..<column + cells }
      let style = ink.isEmpty ? blank : style
      if column >= left && column + cells <= right {
        set(glyph, width: cells, x: column, y: y, style: style)
      } else {
        for x in max(column, left)..<max(left, min(column + cells, right)) {
          set(" ", width: 1, x: x, y: y, style: style)
        }
      }
      column += cells
    }
    for x in max(left, ink.upperBound)..<max(left, ink.upperBound, min(column, right)) {
      let index = y * size.width + x
      cells[index] = cells[index].styled(blank)
    }
    return max(0, min(column, right) - left)
  }

  /// Fills what of the rectangle lies on the canvas with one glyph, a wide one side by side.
  package mutating func fill(_ rect: Rect, with glyph: String = " ", style: Style = .text) {
    guard let (glyph, width) = CellGlyphs(glyph).first(where: { _ in true }) else { return }
    let area = rect.intersection(bounds)
    let line = String(repeating: glyph, count: (area.width + width - 1) / width)
    for y in area.y..<area.maxY {
      put(line, x: area.x, y: y, width: area.width, style: style)
    }
  }

  private mutating func set(_ glyph: String, width: Int, x: Int, y: Int, style: Style) {
    let index = y * size.width + x
    parted(before: index, x: x)
    parted(before: index + width, x: x + width)
    cells[index] = Cell(glyph: glyph, width: width, style: style)
    if width == 2 { cells[index + 1] = .rightHalf(style) }
  }

  /// Blanks both halves of a wide glyph that lies across the cut before a cell.
  private mutating func parted(before index: Int, x: Int) {
    guard x > 0, x < size.width, cells[index].width == 0 else { return }
    cells[index - 1] = .space(cells[index - 1].style)
    cells[index] = .space(cells[index].style)
  }
}
