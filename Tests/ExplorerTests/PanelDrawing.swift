import TerminalUI
import Testing

@testable import Explorer

/// What a panel draws into a rectangle of its own, as text.
func lines(
  of state: State,
  width: Int,
  height: Int,
  _ draw: (Rect, inout Canvas) -> Void
) -> [String] {
  var canvas = Canvas(width: width, height: height)
  draw(canvas.bounds, &canvas)
  return canvas.folded(state.options.glyphs).text()
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// Expects that a panel leaves alone what lies around its rectangle, whatever that one's size.
func expectInside(_ size: Size, _ draw: (Rect, inout Canvas) -> Void) {
  let margin = 2
  var canvas = Canvas(width: size.width + 2 * margin, height: size.height + 2 * margin)
  canvas.fill(canvas.bounds, with: "·")
  let rect = Rect(x: margin, y: margin, width: size.width, height: size.height)
  draw(rect, &canvas)
  for y in 0..<canvas.size.height {
    for x in 0..<canvas.size.width where !rect.contains(Point(x: x, y: y)) {
      if canvas[x, y].glyph != "·" {
        Issue.record("\(size): “\(canvas[x, y].glyph)” at \(x), \(y)")
      }
    }
  }
}
