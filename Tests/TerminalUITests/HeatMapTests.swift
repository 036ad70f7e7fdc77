import Testing

@testable import TerminalUI

@Suite struct HeatMapTests {
  /// Values that fall off from a positive diagonal, in quarters.
  private func value(_ row: Int, _ column: Int) -> Double {
    let size = [1, 0.25, 0.0625, 0.015625, 0.001, 0]
    let away = abs(row - column)
    return away == 0 ? 1 : -size[min(away, 5)]
  }

  private func text(_ value: Double) -> String { value == 0 ? "0" : value < 0 ? "−0.1" : "+1.0" }

  private func map(_ count: Int, focus: Int? = 1, head: Int = 9) -> HeatMap {
    HeatMap(
      rows: count,
      columns: count,
      focusedRow: focus,
      focusedColumn: focus,
      largest: 1,
      headWidth: head,
      textWidth: 4...6
    )
  }

  private func draw(_ map: HeatMap, in rect: Rect, on canvas: inout Canvas) {
    map.draw(
      map.layout(in: rect),
      on: &canvas,
      rowHead: { head($0) },
      columnHead: { head($0) },
      value: value,
      text: text
    )
  }

  private func head(_ index: Int) -> HeatMap.Head {
    let sign = index == 2 ? StyledText("✓", style: .positive) : nil
    return HeatMap.Head(StyledText("c\(index)"), sign: sign)
  }

  private func lines(_ map: HeatMap, width: Int, height: Int, _ glyphs: GlyphSet = .unicode)
    -> [String]
  {
    var canvas = Canvas(width: width, height: height)
    draw(map, in: canvas.bounds, on: &canvas)
    return canvas.folded(glyphs).text().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  // MARK: Pictures

  @Test func `numbers stand in brackets in the row and the column of the focus`() {
    #expect(
      lines(map(3), width: 33, height: 4) == [
        "          c0     ▸c1     ✓c2",
        "     c0   +1.0   [−0.1  ] −0.1",
        " ▸   c1  [−0.1  ][+1.0  ][−0.1  ]",
        "   ✓ c2   −0.1   [−0.1  ] +1.0",
      ]
    )
  }

  @Test func `with more room the values stand apart, but not without end`() {
    let rows = lines(map(2), width: 80, height: 3)
    #expect(rows[1] == "     c0     +1.0       [−0.1  ]")
    #expect(map(2).layout(in: Rect(x: 0, y: 0, width: 80, height: 9)).width == 9 + 2 * 12)
  }

  @Test func `blocks stand for numbers where they show the whole map`() {
    #expect(
      lines(map(6), width: 30, height: 7) == [
        "          c0▸c1✓c2 c3 c4 c5",
        "     c0   +█ −▓ −▒ −░ −  ·",
        " ▸   c1   −▓ +█ −▓ −▒ −░ −",
        "   ✓ c2   −▒ −▓ +█ −▓ −▒ −░",
        "     c3   −░ −▒ −▓ +█ −▓ −▒",
        "     c4   −  −░ −▒ −▓ +█ −▓",
        "     c5   ·  −  −░ −▒ −▓ +█",
      ]
    )
  }

  @Test func `in ASCII sign and size can be read as well`() {
    let rows = lines(map(6), width: 30, height: 7, .ascii)
    #expect(rows[2] == " >   c1   -% +# -% -= -: -")
  }

  @Test func `numbers are scrolled where blocks would not show all either`() {
    #expect(
      lines(map(40, focus: 13), width: 33, height: 5) == [
        "          c12  ▸c13   c14   c15",
        "     c12  +1.0 [−0.1] −0.1  −0.1",
        " ▸   c13 [−0.1][+1.0][−0.1][−0.1]",
        "     c14  −0.1 [−0.1] +1.0  −0.1",
        "     c15  −0.1 [−0.1] −0.1  +1.0",
      ]
    )
  }

  // MARK: Shades

  @Test(arguments: [
    (1.0, 4), (0.9, 3), (0.25, 3), (0.24, 2), (0.0625, 2), (0.016, 1), (0.0156, 0), (1e-300, 0),
    (0, 0), (.nan, 0), (.infinity, 4), (7, 4),
  ])
  func `a shade is four times the one before`(value: Double, shade: Int) {
    #expect(map(2).shade(of: value) == shade)
    #expect(map(2).shade(of: -value) == -shade)
  }

  @Test(arguments: [0.13, 0.2, 0.2499])
  func `shades stand still until the largest is twice as large`(largest: Double) {
    var moved = map(2)
    moved.largest = largest
    #expect([0.125, 0.1, 0.03, 0.0076].map(moved.shade) == [4, 3, 2, 1])
  }

  @Test(arguments: [0.0, -1, .nan, .leastNonzeroMagnitude, .infinity])
  func `any largest is survived`(largest: Double) {
    var moved = map(2)
    moved.largest = largest
    let shades = [0, .leastNonzeroMagnitude, -1, .infinity].map(moved.shade)
    #expect(shades.allSatisfy { abs($0) <= 4 } && shades[0] == 0)
    if !(largest > 0) { #expect(shades == [0, 0, 0, 0]) }
  }

  @Test func `the ground of a number fills its cell, and a block has none`() {
    var canvas = Canvas(width: 80, height: 3)
    draw(map(2), in: canvas.bounds, on: &canvas)
    #expect((9..<21).allSatisfy { canvas[$0, 1].style.shade == 4 })
    #expect((21..<33).allSatisfy { canvas[$0, 1].style.shade == -3 })
    #expect(canvas[33, 1].style.shade == 0)
    canvas = Canvas(width: 16, height: 3)
    draw(map(2), in: canvas.bounds, on: &canvas)
    #expect(canvas[10, 1] == Cell(glyph: "+", style: .positive.bolded(canvas[10, 1].style.bold)))
    #expect((0..<16).allSatisfy { canvas[$0, 1].style.shade == 0 })
  }

  // MARK: Windows

  @Test(arguments: [2, 5, 26, 1000], [1, 4, 7, 30])
  func `the focus is always seen, in both directions and on the diagonal`(count: Int, height: Int) {
    for width in [13, 20, 40, 80, 120] {
      for focus in 0..<count {
        let layout = map(count, focus: focus).layout(
          in: Rect(x: 0, y: 0, width: width, height: 1 + height)
        )
        let isSeen = layout.rows.range.contains(focus) && layout.columns.range.contains(focus)
        if !isSeen { Issue.record("\(focus) of \(count) at \(width)×\(height)") }
        let shorter = min(layout.rows.range.count, layout.columns.range.count)
        let shared = layout.rows.range.clamped(to: layout.columns.range).count
        if shared < shorter { Issue.record("\(layout) leaves the diagonal") }
      }
    }
  }

  @Test func `the map stands still while the focus moves within it`() {
    let rect = Rect(x: 0, y: 0, width: 80, height: 6)
    let windows = (10..<15).map { map(100, focus: $0).layout(in: rect).rows.range }
    #expect(Set(windows) == [10..<15])
  }

  @Test func `nothing is asked for that is not seen`() {
    let map = map(50_000, focus: 40_000)
    var canvas = Canvas(width: 80, height: 11)
    let layout = map.layout(in: canvas.bounds)
    var asked: [[Int]] = []
    map.draw(
      layout,
      on: &canvas,
      rowHead: head,
      columnHead: head,
      value: { row, column in
        asked.append([row, column])
        return 1
      },
      text: text
    )
    let seen = layout.rows.range.flatMap { row in layout.columns.range.map { [row, $0] } }
    #expect(seen.count == 10 * 11)
    #expect(asked == seen)
  }

  // MARK: Sizes

  @Test(arguments: awkwardRects, [0, 1, 2, 9])
  func `any rectangle is survived and kept to`(rect: Rect, count: Int) {
    for head in [0, 4, 50] {
      expectInside(rect) { draw(map(count, focus: count / 2, head: head), in: rect, on: &$0) }
    }
  }

  @Test func `a name is cut before the next column`() {
    var canvas = Canvas(width: 33, height: 2)
    let map = map(2)
    map.draw(
      map.layout(in: Rect(x: 0, y: 0, width: 23, height: 2)),
      on: &canvas,
      rowHead: { _ in HeatMap.Head(StyledText("hippopotamus")) },
      columnHead: { _ in HeatMap.Head(StyledText("고양이과")) },
      value: value,
      text: text
    )
    #expect(canvas.text() == "          고양… ▸고양…\n ▸   hi… [−0.1 ][+1.0 ]")
  }
}
