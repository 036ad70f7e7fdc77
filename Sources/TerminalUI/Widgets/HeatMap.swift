/// A table of signed values, each on a ground of its sign and size.
///
/// A value is written out where there is room for its text. Where there is not, a sign and a block
/// of one of four weights stand for it, so that nothing hangs on colour.
package struct HeatMap: Hashable, Sendable {
  package var rows: Int
  package var columns: Int
  package var focusedRow: Int?
  package var focusedColumn: Int?
  /// The largest magnitude of all the values.
  package var largest: Double
  /// The cells of a row's head, its two signs and the gap behind it included.
  package var headWidth: Int
  /// The cells that a value's text is to have at least, and can make use of.
  package var textWidth: ClosedRange<Int>

  package init(
    rows: Int,
    columns: Int,
    focusedRow: Int? = nil,
    focusedColumn: Int? = nil,
    largest: Double,
    headWidth: Int,
    textWidth: ClosedRange<Int>
  ) {
    self.rows = rows
    self.columns = columns
    self.focusedRow = focusedRow
    self.focusedColumn = focusedColumn
    self.largest = largest
    self.headWidth = max(0, headWidth)
    self.textWidth = textWidth
  }

  /// What stands before a row or over a column.
  package struct Head: Hashable, Sendable {
    package var text: StyledText
    /// A sign of one cell before the text.
    package var sign: StyledText?

    package init(_ text: StyledText, sign: StyledText? = nil) {
      self.text = text
      self.sign = sign
    }
  }

  /// Where the signs and the text of a row's head stand.
  private static let pointer = (row: 1, sign: 3, text: 5)

  // MARK: Size as a shade

  /// How strongly a value is shaded, −4…4.
  ///
  /// Each shade is four times the one before, so that small values can be told apart. They are counted
  /// from the power of two below the largest: the shades stand still while that moves a little.
  package func shade(of value: Double) -> Int {
    guard value != 0, !value.isNaN, largest > 0 else { return 0 }
    let top = min(largest, .greatestFiniteMagnitude).binade
    let ratio = min(abs(value), .greatestFiniteMagnitude) / top
    let strength = [1, 0.25, 0.0625, 0.015625].firstIndex { ratio >= $0 }.map { 4 - $0 } ?? 0
    return value > 0 ? strength : -strength
  }

  // MARK: Drawing

  /// Draws what the layout shows; heads, values and texts are asked for these rows and columns alone.
  package func draw(
    _ layout: Layout,
    on canvas: inout Canvas,
    rowHead: (Int) -> Head,
    columnHead: (Int) -> Head,
    value: (_ row: Int, _ column: Int) -> Double,
    text: (Double) -> String
  ) {
    for column in layout.columns.range {
      let place = layout.head(column: column)
      draw(columnHead(column), ofColumn: column, in: place, layout, on: &canvas)
    }
    for row in layout.rows.range {
      draw(rowHead(row), ofRow: row, in: layout.head(row: row), on: &canvas)
      for column in layout.columns.range {
        let value = value(row, column)
        let cell = layout.cell(row, column)
        let isFocused = row == focusedRow || column == focusedColumn
        if let width = layout.textWidth {
          let inner = cell.slice(x: layout.inset, width: width)
          draw(value, text(value), isFocused: isFocused, in: cell, inner, on: &canvas)
        } else {
          drawBlock(value, isFocused: isFocused, in: cell, on: &canvas)
        }
      }
    }
  }

  private func draw(_ head: Head, ofRow row: Int, in rect: Rect, on canvas: inout Canvas) {
    let at = Self.pointer
    if row == focusedRow {
      canvas.put(
        "▸",
        in: rect.slice(x: at.row, width: 1),
        alignment: .left,
        style: .accent.bolded()
      )
    }
    if let sign = head.sign {
      let place = rect.slice(x: at.sign, width: 1)
      canvas.put(sign.text, in: place, alignment: .left, style: sign.style)
    }
    let place = rect.slice(x: at.text, width: rect.width - at.text - 1)
    canvas.put(head.text.text, in: place, alignment: .left, style: head.text.style)
  }

  /// The signs of a column stand before its text, which begins where the values do.
  private func draw(
    _ head: Head,
    ofColumn column: Int,
    in rect: Rect,
    _ layout: Layout,
    on canvas: inout Canvas
  ) {
    var signs = [head.sign].compactMap { $0 }
    if column == focusedColumn { signs.insert(StyledText("▸", style: .accent.bolded()), at: 0) }
    var x = max(0, layout.inset - signs.count)
    for sign in signs {
      let place = rect.slice(x: x, width: 1)
      canvas.put(sign.text, in: place, alignment: .left, style: sign.style)
      x += 1
    }
    let place = rect.slice(x: max(x, layout.inset), width: rect.width - max(x, layout.inset))
    // Of two cells an ellipsis would take half.
    let name = place.width > 2 ? truncated(head.text.text, to: place.width - 1) : head.text.text
    canvas.put(name, x: place.x, y: place.y, width: place.width, style: head.text.style)
  }

  private func draw(
    _ value: Double,
    _ text: String,
    isFocused: Bool,
    in cell: Rect,
    _ inner: Rect,
    on canvas: inout Canvas
  ) {
    let style = style(of: value).shaded(shade(of: value))
    canvas.fill(cell, style: style)
    canvas.put(text, in: inner, alignment: .left, style: style)
    guard isFocused else { return }
    canvas.put("[", x: inner.x - 1, y: cell.y, style: style)
    canvas.put("]", x: inner.maxX, y: cell.y, style: style)
  }

  /// A mark has the contrast it needs in its own hue: it has no use for a ground.
  private func drawBlock(
    _ value: Double,
    isFocused: Bool,
    in cell: Rect,
    on canvas: inout Canvas
  ) {
    let style = style(of: value).bolded(isFocused && value != 0)
    let block = ["", "░", "▒", "▓", "█"][abs(shade(of: value))]
    let sign = value > 0 ? "+" : value < 0 ? "−" : "·"
    let text = sign + String(repeating: block, count: cell.width - 2)
    canvas.put(text, in: cell.slice(x: 1, width: cell.width - 1), alignment: .left, style: style)
  }

  private func style(of value: Double) -> Style {
    value > 0 ? .positive : value < 0 ? .negative : .faint
  }
}
