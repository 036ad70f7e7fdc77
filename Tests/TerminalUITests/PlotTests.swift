import Testing

@testable import TerminalUI

@Suite struct PlotTests {
  private func drawn(
    _ plot: Plot,
    _ kind: Plot.Kind,
    width: Int = 12,
    height: Int = 5
  ) -> String {
    var canvas = Canvas(width: width, height: height)
    plot.draw(in: canvas.bounds, on: &canvas, kind: kind)
    return canvas.text()
  }

  private let diagonal = Plot(
    xRange: 0...1,
    yRange: 0...1,
    series: [Plot.Series(points: [(0, 0), (1, 1)], style: .positive)],
    marks: [Plot.Mark(x: 1, y: 1, glyph: "●", style: .accent)],
    xTicks: [Plot.Tick(0, "0"), Plot.Tick(1, "1")],
    yTicks: [Plot.Tick(0, "0"), Plot.Tick(1, "1")]
  )

  @Test(arguments: [
    (
      Plot.Kind.braille,
      """
      1┤      ⢀⣠⡴●
       │   ⢀⣤⠶⠋⠁
      0┤⣤⡴⠞⠋
       └┬────────┬
        0        1
      """
    ),
    (
      .block,
      """
      1┤       ▄▄●
       │   ▄▄▀▀
      0┤▄▀▀
       └┬────────┬
        0        1
      """
    ),
    (
      .ascii,
      """
      1┤       ..●
       │   ..''
      0┤.''
       └┬────────┬
        0        1
      """
    ),
  ])
  func `a line joins its points under two axes`(kind: Plot.Kind, picture: String) {
    #expect(drawn(diagonal, kind) == picture)
  }

  @Test(arguments: Plot.Kind.allCases)
  func `a steep line has no hole`(kind: Plot.Kind) {
    let plot = Plot(
      xRange: 0...1,
      yRange: 0...1,
      series: [Plot.Series(points: [(0, 0), (0.5, 1), (0.52, 0), (1, 1)], style: .positive)]
    )
    let rows = drawn(plot, kind, width: 9, height: 8).split(separator: "\n").dropLast()
    #expect(rows.count == 7)
    #expect(rows.allSatisfy { $0.filter { $0 != " " && $0 != "│" }.count >= 2 })
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity], Plot.Kind.allCases)
  func `a value that is not finite is a gap`(value: Double, kind: Plot.Kind) {
    let points = [(0.0, 0.5), (0.25, 0.5), (0.5, value), (0.75, 0.5), (1.0, 0.5)]
    let plot = Plot(
      xRange: 0...1,
      yRange: 0...1,
      series: [Plot.Series(points: points.map { (x: $0.0, y: $0.1) }, style: .positive)]
    )
    let row = drawn(plot, kind, width: 3 * 13 + 1, height: 4).split(separator: "\n")[1]
    let runs = row.dropFirst().split(separator: " ")
    #expect(runs.count == 2)
  }

  @Test func `lines are cut at the edges of the ranges`() {
    let plot = Plot(
      xRange: 0...1,
      yRange: 0...1,
      series: [
        Plot.Series(points: [(-9, 0.5), (9, 0.5)], style: .positive),
        Plot.Series(points: [(0.5, -1e308), (0.5, 1e308)], style: .negative),
        Plot.Series(points: [(0, 5), (1, 7)], style: .accent),
      ]
    )
    #expect(drawn(plot, .ascii, width: 6, height: 6) == "│  :\n│  :\n│..:..\n│  :\n│  :\n└─────")
  }

  @Test func `a dashed line has gaps as long as its dashes`() {
    let plot = Plot(
      xRange: 0...1,
      yRange: 0...1,
      series: [Plot.Series(over: 0...1, style: .negative, dashed: true) { _ in 0 }]
    )
    #expect(drawn(plot, .ascii, width: 9, height: 3) == "│\n│..  ..\n└────────")
    #expect(drawn(plot, .braille, width: 9, height: 3) == "│\n│⣀⣀  ⣀⣀\n└────────")
  }

  @Test func `a sampled function ends at the ends of its range`() {
    let series = Plot.Series(over: -2...3, samples: 6, style: .text) { $0 * $0 }
    #expect(series.points.first?.x == -2 && series.points.last?.x == 3)
    for (index, point) in series.points.enumerated() {
      #expect(abs(point.x - Double(index - 2)) < 1e-15)
      #expect(point.y == point.x * point.x)
    }
    #expect(series.points.count == 6)
    #expect(Plot.Series(over: 0...1, samples: 0, style: .text) { $0 }.points.count == 2)
  }

  @Test func `a mark out of range is not drawn`() {
    var plot = diagonal
    plot.series = []
    plot.marks = [
      Plot.Mark(x: 2, y: 0.5, glyph: "●", style: .accent),
      Plot.Mark(x: 0.5, y: .nan, glyph: "●", style: .accent),
      Plot.Mark(x: 0.5, y: 0.5, glyph: "○", style: .accent),
    ]
    let text = drawn(plot, .braille)
    #expect(text.filter { $0 == "●" }.isEmpty && text.filter { $0 == "○" }.count == 1)
  }

  @Test func `a label that has no room is left out`() {
    var plot = diagonal
    plot.series = []
    plot.marks = []
    plot.xTicks = [Plot.Tick(0, "zero"), Plot.Tick(0.4, "forty"), Plot.Tick(1, "one")]
    #expect(drawn(plot, .braille).hasSuffix("\nzero     one"))
    #expect(drawn(plot, .braille).contains("└┬───┬────┬"))
  }

  @Test(arguments: [
    (12, 3, "│"), (3, 9, ""), (12, 2, ""), (5, 5, "1┤"), (3, 3, ""), (1, 1, ""), (0, 0, ""),
  ])
  func `labels and then axes give way to the curve`(width: Int, height: Int, start: String) {
    var plot = diagonal
    plot.series = []
    plot.marks = []
    plot.yTicks[0].label = width == 12 && height == 3 ? "a label too long" : "0"
    let text = drawn(plot, .braille, width: width, height: height)
    #expect(
      start.isEmpty ? text.allSatisfy { $0 == "\n" } : text.contains(start == "│" ? "┤" : start)
    )
    #expect(!text.contains("too long"))
  }

  @Test func `ranges without extent and values without measure are survived`() {
    for range in [0.0...0, -1e308...1e308, 0...Double.leastNonzeroMagnitude] {
      let plot = Plot(
        xRange: range,
        yRange: range,
        series: [Plot.Series(points: [(0, 0), (1e308, -1e308), (.nan, 0), (0, 1)], style: .text)],
        marks: [Plot.Mark(x: 0, y: 0, glyph: "한", style: .text)],
        xTicks: [Plot.Tick(.nan, "x"), Plot.Tick(0, "0")],
        yTicks: [Plot.Tick(.infinity, "y"), Plot.Tick(0, "0")]
      )
      for kind in Plot.Kind.allCases { #expect(drawn(plot, kind).contains("└")) }
    }
  }

  @Test(arguments: awkwardRects, Plot.Kind.allCases)
  func `any rectangle is survived and kept to`(rect: Rect, kind: Plot.Kind) {
    expectInside(rect) { diagonal.draw(in: rect, on: &$0, kind: kind) }
  }
}
