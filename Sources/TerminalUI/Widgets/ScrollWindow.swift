/// Which of `count` rows show in `height` of them, so that the focused one is seen.
package struct ScrollWindow: Hashable, Sendable {
  package let range: Range<Int>
  package let above: Int
  package let below: Int

  /// The first row shown; given back as `offset`, it keeps the rows where they are.
  package var offset: Int { range.lowerBound }

  /// Moves the window from `offset` no further than the focus asks.
  package init(count: Int, height: Int, focus: Int, offset: Int = 0) {
    let count = max(0, count)
    let height = min(max(0, height), count)
    let focus = min(max(0, focus), max(0, count - 1))
    var first = min(max(0, offset), count - height)
    if height > 0 {
      first = min(max(first, focus - height + 1), focus)
    }
    range = first..<first + height
    above = first
    below = count - range.upperBound
  }

  /// A window with the focus in the middle, as far as there are rows on both sides.
  package init(count: Int, height: Int, around focus: Int) {
    self.init(count: count, height: height, focus: focus, offset: focus - height / 2)
  }

  /// How many rows are out of sight to either side, as "↑3 ↓12"; below them there may be others.
  package func hidden(before others: Int = 0) -> String {
    [("↑", above), ("↓", below + others)].filter { $0.1 > 0 }.map { $0 + grouped($1) }
      .joined(separator: " ")
  }
}
