/// A bar that leaves a zero line to the left or to the right, `scale` reaching to either end.
///
/// Blocks that end in eighths exist for bars that grow to the right alone, so both sides end in halves:
/// equal amounts look equal whatever their sign.
package struct SignedBar: Sendable {
  package var value: Double
  package var scale: Double
  package var style: Style

  package init(value: Double, scale: Double, style: Style = .text) {
    self.value = value
    self.scale = scale
    self.style = style
  }

  /// Draws into the first row of the rectangle, the zero line in its middle column.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let reach = (rect.width - 1) / 2
    let zero = rect.x + reach
    canvas.put("│", x: zero, y: rect.y, style: .faint)
    let share = abs(value) / scale
    guard share > 0, reach > 0 else { return }
    let halves = Int((min(1, share) * Double(2 * reach)).rounded())
    let (full, half) = halves.quotientAndRemainder(dividingBy: 2)
    let blocks = String(repeating: "█", count: full)
    if value > 0 {
      let end = halves == 0 ? "▏" : half == 1 ? "▌" : ""
      canvas.put(blocks + end, x: zero + 1, y: rect.y, style: style)
    } else {
      let end = halves == 0 ? "▕" : half == 1 ? "▐" : ""
      let bar = end + blocks
      canvas.put(bar, x: zero - displayWidth(bar), y: rect.y, style: style)
    }
  }
}
