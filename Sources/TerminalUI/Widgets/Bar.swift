/// A horizontal bar of a fraction of its width, ending in eighths of a cell.
package struct Bar: Sendable {
  package var fraction: Double
  /// Where the bar was: a thin tick beyond its end, a notch within it.
  package var baseline: Double?
  package var style: Style

  package init(fraction: Double, baseline: Double? = nil, style: Style = .text) {
    self.fraction = fraction
    self.baseline = baseline
    self.style = style
  }

  /// Draws into the first row of the rectangle.
  ///
  /// What is more than 0 never looks like 0, and nothing is drawn for what is no number.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let eighths = Self.eighths(of: fraction, width: rect.width)
    let (full, rest) = eighths.quotientAndRemainder(dividingBy: 8)
    var bar = String(repeating: "█", count: full)
    if rest > 0 { bar += Self.ends[rest - 1] }
    canvas.put(bar, x: rect.x, y: rect.y, width: rect.width, style: style)
    if let baseline, baseline.isFinite {
      drawTick(at: min(1, max(0, baseline)), eighths: eighths, in: rect, on: &canvas)
    }
  }

  private static let ends = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  private static func eighths(of fraction: Double, width: Int) -> Int {
    guard fraction > 0 else { return 0 }
    return max(1, Int((min(1, fraction) * Double(width * 8)).rounded()))
  }

  /// A tick in the very cell where the bar ends would hide the end, so there is none: the two are less
  /// than a cell apart.
  private func drawTick(at place: Double, eighths: Int, in rect: Rect, on canvas: inout Canvas) {
    let column = min(rect.width - 1, Int(place * Double(rect.width)))
    if column * 8 >= eighths {
      canvas.put("│", x: rect.x + column, y: rect.y, style: .faint)
      return
    }
    let edge = max(1, Int((place * Double(rect.width)).rounded()))
    if edge * 8 < eighths {
      canvas.put("▉", x: rect.x + edge - 1, y: rect.y, style: style)
    }
  }
}
