/// The two axes of a plot, and the cells that they leave to the curves.
struct PlotAxes {
  let area: Rect
  private let rect: Rect
  private let showsLines: Bool
  private let showsXLabels: Bool
  private let showsYLabels: Bool

  /// Gives up the labels, then the lines, before the curves have less than half of the room.
  init(plot: Plot, in rect: Rect) {
    self.rect = rect
    let labels = plot.yTicks.map { displayWidth($0.label) }.max() ?? 0
    showsLines = rect.width >= 4 && rect.height >= 3
    showsYLabels = showsLines && labels > 0 && 2 * (labels + 1) <= rect.width
    showsXLabels = showsLines && !plot.xTicks.isEmpty && rect.height >= 4
    let left = (showsLines ? 1 : 0) + (showsYLabels ? labels : 0)
    let bottom = (showsLines ? 1 : 0) + (showsXLabels ? 1 : 0)
    area = Rect(
      x: rect.x + left,
      y: rect.y,
      width: rect.width - left,
      height: rect.height - bottom
    )
  }

  func draw(_ plot: Plot, grid: DotGrid, on canvas: inout Canvas) {
    guard showsLines else { return }
    let axis = area.x - 1
    for y in area.y..<area.maxY { canvas.put("│", x: axis, y: y, style: .faint) }
    canvas.put("└", x: axis, y: area.maxY, style: .faint)
    for x in area.x..<area.maxX { canvas.put("─", x: x, y: area.maxY, style: .faint) }
    for tick in plot.yTicks {
      let place = plot.unit(plot.xRange.lowerBound, tick.value).y
      guard (0...1).contains(place) else { continue }
      let y = area.y + grid.cell(x: 0, y: place).y
      canvas.put("┤", x: axis, y: y, style: .faint)
      if showsYLabels {
        let label = Rect(x: rect.x, y: y, width: axis - rect.x, height: 1)
        canvas.put(tick.label, in: label, alignment: .right, style: .faint)
      }
    }
    drawXTicks(plot, grid: grid, on: &canvas)
  }

  /// Labels stand under their ticks from left to right; one that has no room is left out.
  private func drawXTicks(_ plot: Plot, grid: DotGrid, on canvas: inout Canvas) {
    var free = rect.x
    for tick in plot.xTicks.sorted(by: { $0.value < $1.value }) {
      let place = plot.unit(tick.value, plot.yRange.lowerBound).x
      guard (0...1).contains(place) else { continue }
      let x = area.x + grid.cell(x: place, y: 0).x
      canvas.put("┬", x: x, y: area.maxY, style: .faint)
      let width = displayWidth(tick.label)
      let start = max(rect.x, min(x - width / 2, rect.maxX - width))
      guard showsXLabels, start >= free, start + width <= rect.maxX else { continue }
      canvas.put(tick.label, x: start, y: area.maxY + 1, style: .faint)
      free = start + width + 1
    }
  }
}
