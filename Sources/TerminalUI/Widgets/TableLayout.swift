/// What a table asks of one column.
package struct TableColumn: Hashable, Sendable {
  /// The least number of cells it is of use with.
  package var width: Int
  /// Where not all fit, the column of the lowest priority goes first.
  package var priority: Int
  /// Whether it takes the cells that are left over; the first such column does.
  package var isFlexible: Bool

  package init(width: Int, priority: Int = 0, isFlexible: Bool = false) {
    self.width = max(0, width)
    self.priority = priority
    self.isFlexible = isFlexible
  }
}

/// The cells of a column, counted from the table's left.
package struct ColumnSpan: Hashable, Sendable {
  package let x: Int
  package let width: Int
}

package enum TableLayout {
  /// Places the columns side by side with a gap between: one span for each, nil where it was dropped.
  ///
  /// Of equal priorities the last goes first. The one column that is left is cut to the width.
  package static func columns(
    _ columns: [TableColumn],
    width: Int,
    gap: Int = 2
  ) -> [ColumnSpan?] {
    guard width > 0 else { return columns.map { _ in nil } }
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.reduce(0) { $0 + columns[$1].width } + gap * max(0, kept.count - 1)
    }
    while kept.count > 1, needed() > width,
      let lowest = kept.min(by: { (columns[$0].priority, -$0) < (columns[$1].priority, -$1) })
    {
      kept.removeAll { $0 == lowest }
    }
    let spare = width - needed()
    let flexible = kept.first { columns[$0].isFlexible }
    var spans: [ColumnSpan?] = columns.map { _ in nil }
    var x = 0
    for index in kept {
      let extra = index == flexible ? max(0, spare) : 0
      let span = ColumnSpan(x: x, width: min(columns[index].width + extra, width - x))
      spans[index] = span
      x += span.width + gap
    }
    return spans
  }
}

extension Canvas {
  /// Writes one line into the first row of a rectangle, aligned, or cut with an ellipsis.
  package mutating func put(
    _ text: String,
    in rect: Rect,
    alignment: Alignment,
    style: Style = .text
  ) {
    guard !rect.isEmpty else { return }
    let line = padded(truncated(text, to: rect.width), to: rect.width, alignment: alignment)
    put(line, x: rect.x, y: rect.y, width: rect.width, style: style)
  }
}
