import Testing

@testable import TerminalUI

@Suite struct BarTests {
  private func bar(_ fraction: Double, baseline: Double? = nil, width: Int = 8) -> String {
    var canvas = Canvas(width: width, height: 1)
    Bar(fraction: fraction, baseline: baseline, style: .negative).draw(
      in: canvas.bounds,
      on: &canvas
    )
    return canvas.text()
  }

  @Test(arguments: [
    (0.0, ""), (1e-300, "▏"), (1.0 / 64, "▏"), (3.0 / 64, "▍"), (0.125, "█"), (0.5, "████"),
    (0.55, "████▍"), (1, "████████"), (7, "████████"), (-1, ""), (.nan, ""),
    (.infinity, "████████"),
  ])
  func `it ends in eighths and is nothing for zero alone`(fraction: Double, drawn: String) {
    #expect(bar(fraction) == drawn)
  }

  @Test(arguments: [
    (0.25, 0.75, "██    │"), (0.25, 1, "██     │"), (0, 0, "│"), (0.25, 0.25, "██│"),
    (0.30, 0.32, "██▍"), (1, 0.5, "███▉████"), (0.5, 0, "▉███"), (0.5, 0.49, "████"),
    (0.6, 0.5, "███▉▊"), (.nan, 0.5, "    │"), (0.5, .nan, "████"), (0.5, 9, "████   │"),
  ])
  func `the baseline is a tick beyond the end and a notch within`(
    fraction: Double,
    baseline: Double,
    drawn: String
  ) {
    #expect(bar(fraction, baseline: baseline) == drawn)
  }

  @Test func `the tick is faint and the notch is the bar's`() {
    var canvas = Canvas(width: 8, height: 1)
    Bar(fraction: 0.25, baseline: 0.75, style: .negative).draw(in: canvas.bounds, on: &canvas)
    #expect(canvas[0, 0].style == .negative)
    #expect(canvas[6, 0].style == .faint)
    Bar(fraction: 1, baseline: 0.75, style: .negative).draw(in: canvas.bounds, on: &canvas)
    #expect(canvas[5, 0] == Cell(glyph: "▉", style: .negative))
  }

  @Test func `a longer fraction never draws shorter`() {
    var last = 0
    for step in 0...1000 {
      let glyphs = bar(Double(step) / 1000, width: 11).unicodeScalars
      let eighths = glyphs.reduce(0) { $0 + Int(0x2590 - $1.value) }
      #expect(eighths >= last)
      last = eighths
    }
    #expect(last == 88)
  }

  @Test(arguments: [
    (1.0, "........│████"), (-1, "....████│...."), (0.5, "........│██.."), (-0.5, "......██│...."),
    (0.375, "........│█▌.."), (-0.375, "......▐█│...."), (1e-9, "........│▏..."),
    (-1e-9, ".......▕│...."), (0, "........│...."), (-7, "....████│...."), (.nan, "........│...."),
  ])
  func `a signed bar leaves zero to its side`(value: Double, drawn: String) {
    let row = picture(width: 13) {
      SignedBar(value: value, scale: 1).draw(in: Rect(x: 4, y: 0, width: 9, height: 1), on: &$0)
    }
    #expect(row == drawn)
  }

  @Test(arguments: [0.0, -1, .nan, .infinity])
  func `a scale that is none leaves the zero line`(scale: Double) {
    let row = picture(width: 5) {
      SignedBar(value: 0, scale: scale).draw(in: $0.bounds, on: &$0)
    }
    #expect(row == "..│..")
  }

  @Test func `equal amounts are equally long on both sides`() {
    for step in 1...100 {
      let rows = [1.0, -1].map { sign in
        picture(width: 21) {
          SignedBar(value: sign * Double(step), scale: 100).draw(in: $0.bounds, on: &$0)
        }
      }
      let counts = rows.map { row in row.filter { $0 != "." }.count }
      #expect(counts[0] == counts[1])
    }
  }

  @Test(arguments: awkwardRects)
  func `any rectangle is survived and kept to`(rect: Rect) {
    expectInside(rect) { Bar(fraction: 0.8, baseline: 0.9).draw(in: rect, on: &$0) }
    expectInside(rect) { Bar(fraction: 0.8, baseline: 0).draw(in: rect, on: &$0) }
    expectInside(rect) { SignedBar(value: -0.7, scale: 1).draw(in: rect, on: &$0) }
    expectInside(rect) { SignedBar(value: 1, scale: 1).draw(in: rect, on: &$0) }
  }
}
