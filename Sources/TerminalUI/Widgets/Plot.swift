/// Curves over one pair of axes.
package struct Plot: Sendable {
  /// The glyphs that draw the curves; some fonts have no good braille.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case braille, block, ascii
  }

  /// One curve; its colour is not all that sets it apart, it may be dashed.
  package struct Series: Sendable {
    package var points: [(x: Double, y: Double)]
    package var style: Style
    package var dashed: Bool

    /// A curve through points in this order, broken where one is not finite.
    package init(points: [(x: Double, y: Double)], style: Style, dashed: Bool = false) {
      self.points = points
      self.style = style
      self.dashed = dashed
    }

    /// A function at equal distances over a range, by default finer than any screen.
    package init(
      over range: ClosedRange<Double>,
      samples: Int = 512,
      style: Style,
      dashed: Bool = false,
      _ function: (Double) -> Double
    ) {
      let last = max(1, samples - 1)
      points = (0...last).map { index in
        let t = Double(index) / Double(last)
        let x = range.lowerBound * (1 - t) + range.upperBound * t
        return (x, function(x))
      }
      self.style = style
      self.dashed = dashed
    }
  }

  /// A glyph over a point, such as ● for the present.
  package struct Mark: Sendable {
    package var x: Double
    package var y: Double
    package var glyph: String
    package var style: Style

    package init(x: Double, y: Double, glyph: String, style: Style) {
      self.x = x
      self.y = y
      self.glyph = glyph
      self.style = style
    }
  }

  /// A label at a value of an axis.
  package struct Tick: Hashable, Sendable {
    package var value: Double
    package var label: String

    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  package var xRange: ClosedRange<Double>
  package var yRange: ClosedRange<Double>
  package var series: [Series]
  package var marks: [Mark]
  package var xTicks: [Tick]
  package var yTicks: [Tick]

  package init(
    xRange: ClosedRange<Double>,
    yRange: ClosedRange<Double>,
    series: [Series],
    marks: [Mark] = [],
    xTicks: [Tick] = [],
    yTicks: [Tick] = []
  ) {
    self.xRange = xRange
    self.yRange = yRange
    self.series = series
    self.marks = marks
    self.xTicks = xTicks
    self.yTicks = yTicks
  }

  package func draw(in rect: Rect, on canvas: inout Canvas, kind: Kind) {
    let axes = PlotAxes(plot: self, in: rect)
    guard !axes.area.isEmpty else { return }
    let size = Size(width: axes.area.width, height: axes.area.height)
    var grid = DotGrid(kind: kind, cells: size)
    axes.draw(self, grid: grid, on: &canvas)
    for curve in series { trace(curve, on: &grid) }
    grid.draw(at: Point(x: axes.area.x, y: axes.area.y), on: &canvas)
    for mark in marks {
      let place = unit(mark.x, mark.y)
      guard (0...1).contains(place.x), (0...1).contains(place.y) else { continue }
      let cell = grid.cell(x: place.x, y: place.y)
      canvas.put(
        mark.glyph,
        x: axes.area.x + cell.x,
        y: axes.area.y + cell.y,
        width: axes.area.width - cell.x,
        style: mark.style
      )
    }
  }

  private func trace(_ curve: Series, on grid: inout DotGrid) {
    var previous: (x: Double, y: Double)?
    grid.lift()
    for point in curve.points {
      let exact = unit(point.x, point.y)
      guard exact.x.isFinite, exact.y.isFinite else {
        previous = nil
        grid.lift()
        continue
      }
      // So far out that a line's slope inside shows no difference, yet no product overflows.
      let place = (x: min(max(exact.x, -1e9), 1e9), y: min(max(exact.y, -1e9), 1e9))
      if let segment = clipped(from: previous ?? place, to: place) {
        grid.line(from: segment.from, to: segment.to, style: curve.style, dashed: curve.dashed)
      }
      previous = place
    }
  }

  /// A point with the plot's lower left at (0, 0) and its upper right at (1, 1).
  func unit(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (Self.share(x, of: xRange), Self.share(y, of: yRange))
  }

  /// A range without extent has its only value in the middle.
  private static func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let extent = range.upperBound - range.lowerBound
    if extent == 0 && value == range.lowerBound { return 0.5 }
    return (value - range.lowerBound) / extent
  }

  /// The part of a line inside the unit square, after Liang and Barsky.
  private func clipped(
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double)
  ) -> (from: (x: Double, y: Double), to: (x: Double, y: Double))? {
    let delta = (x: end.x - start.x, y: end.y - start.y)
    var enter = 0.0
    var leave = 1.0
    for (step, room) in [
      (-delta.x, start.x), (delta.x, 1 - start.x), (-delta.y, start.y), (delta.y, 1 - start.y),
    ] {
      if step == 0 {
        guard room >= 0 else { return nil }
      } else if step < 0 {
        enter = max(enter, room / step)
      } else {
        leave = min(leave, room / step)
      }
    }
    guard enter <= leave else { return nil }
    func place(_ t: Double) -> (x: Double, y: Double) {
      (min(1, max(0, start.x + t * delta.x)), min(1, max(0, start.y + t * delta.y)))
    }
    return (place(enter), place(leave))
  }
}
