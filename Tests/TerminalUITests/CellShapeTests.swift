import Testing

@testable import TerminalUI

@Suite struct CellShapeTests {
  private static let unit = CellShape.unit

  /// Which units of a cell are filled.
  private func filled(_ glyph: Character) throws -> Set<Point> {
    let shape = try #require(CellShape(String(glyph)))
    var points: Set<Point> = []
    for rect in shape.rects {
      #expect(rect.intersection(Rect(Self.unit)) == rect && !rect.isEmpty, "\(glyph)")
      for y in rect.y..<rect.maxY {
        for x in rect.x..<rect.maxX { points.insert(Point(x: x, y: y)) }
      }
    }
    return points
  }

  @Test(arguments: zip("▏▎▍▌▋▊▉█", 1...8))
  func `a bar's end is as many eighths wide as its glyph`(glyph: Character, eighths: Int) throws {
    let points = try filled(glyph)
    #expect(points.count == eighths * Self.unit.height)
    #expect(points.allSatisfy { $0.x < eighths })
  }

  @Test(arguments: zip("▁▂▃▄▅▆▇█", 1...8))
  func `a column's end is as many eighths high`(glyph: Character, eighths: Int) throws {
    let points = try filled(glyph)
    #expect(points.count == eighths * Self.unit.width * 2)
    #expect(points.allSatisfy { $0.y >= Self.unit.height - 2 * eighths })
  }

  @Test(arguments: ["▀▄", "▌▐", "▖▜", "▗▛", "▘▟", "▝▙", "▚▞"])
  func `two halves make a full cell`(halves: String) throws {
    let parts = try halves.map { try filled($0) }
    #expect(parts[0].isDisjoint(with: parts[1]))
    #expect(parts[0].union(parts[1]) == (try filled("█")))
  }

  @Test(arguments: ["─┬─", "─┐", "└─", "├─┤", "┴┼", "━━", "╺━╸"])
  func `lines side by side meet`(line: String) throws {
    for (left, right) in zip(line, line.dropFirst()) {
      let ends = try filled(left).filter { $0.x == Self.unit.width - 1 }.map(\.y)
      let starts = try filled(right).filter { $0.x == 0 }.map(\.y)
      #expect(!ends.isEmpty && Set(ends) == Set(starts), "\(left)\(right)")
    }
  }

  @Test(arguments: ["│┤│", "┬└", "┌│└", "├┼┴", "┃┃", "╻┃╹"])
  func `lines above one another meet`(line: String) throws {
    for (upper, lower) in zip(line, line.dropFirst()) where upper != "└" && lower != "┬" {
      let ends = try filled(upper).filter { $0.y == Self.unit.height - 1 }.map(\.x)
      let starts = try filled(lower).filter { $0.y == 0 }.map(\.x)
      #expect(!ends.isEmpty && Set(ends) == Set(starts), "\(upper)\(lower)")
    }
  }

  @Test(arguments: ["┅", "┄", "┆", "┇"])
  func `a broken line has gaps, also between cells`(glyph: Character) throws {
    let points = try filled(glyph)
    let isUpright = "┆┇".contains(glyph)
    let last = isUpright ? Self.unit.height - 1 : Self.unit.width - 1
    #expect(!points.contains { (isUpright ? $0.y : $0.x) == last })
    #expect(Set(points.map { isUpright ? $0.y : $0.x }).count < last)
  }

  @Test func `braille has its dots where the pattern has them`() throws {
    #expect(try #require(CellShape("⠁")).dots == [Point(x: 2, y: 2)])
    #expect(try #require(CellShape("⢀")).dots == [Point(x: 6, y: 14)])
    #expect(try #require(CellShape("⡇")).dots.map(\.y) == [2, 6, 10, 14])
    let all = try #require(CellShape("⣿")).dots
    #expect(Set(all).count == 8 && all.allSatisfy { Rect(Self.unit).contains($0) })
  }

  @Test(arguments: ["a", "한", "▸", "✓", "●", "═", "╭", "╱", "░", "⠀", "", "█\u{301}"])
  func `what is no shape is text`(glyph: String) {
    #expect(CellShape(glyph) == nil)
  }

  @Test(arguments: [
    (0, "#000000"), (1, "#cd0000"), (4, "#0000ee"), (7, "#e5e5e5"), (8, "#7f7f7f"), (9, "#ff0000"),
    (14, "#00ffff"), (15, "#ffffff"), (16, "#000000"), (26, "#005fd7"), (130, "#af5f00"),
    (196, "#ff0000"), (231, "#ffffff"), (232, "#080808"), (243, "#767676"), (255, "#eeeeee"),
  ])
  func `xterm's colours`(index: Int, hex: String) {
    #expect(XTermColor.hex(index) == hex)
  }
}
