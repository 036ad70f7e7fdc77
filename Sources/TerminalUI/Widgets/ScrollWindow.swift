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
}
