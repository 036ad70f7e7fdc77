import Testing

@testable import TerminalUI

@Suite struct RectTests {
  let rect = Rect(x: 2, y: 1, width: 6, height: 3)

  @Test func `a negative size is none`() {
    let none = Rect(x: 4, y: 4, width: -1, height: -7)
    #expect(none.width == 0 && none.height == 0 && none.isEmpty)
  }

  @Test func `its last cell is inside and the next outside`() {
    #expect(rect.contains(Point(x: 7, y: 3)))
    #expect(!rect.contains(Point(x: 8, y: 3)))
    #expect(!rect.contains(Point(x: 7, y: 4)))
    #expect(rect.maxX == 8 && rect.maxY == 4)
  }

  @Test func `rectangles apart have nothing in common`() {
    #expect(rect.intersection(Rect(x: 20, y: 0, width: 5, height: 5)).isEmpty)
    #expect(
      rect.intersection(Rect(x: 0, y: 0, width: 4, height: 2))
        == Rect(x: 2, y: 1, width: 2, height: 1)
    )
  }

  @Test func `a slice never leaves the rectangle`() {
    #expect(rect.slice(y: 1, height: 1) == Rect(x: 2, y: 2, width: 6, height: 1))
    #expect(rect.slice(y: 2, height: 9) == Rect(x: 2, y: 3, width: 6, height: 1))
    #expect(rect.slice(x: 4, width: 9) == Rect(x: 6, y: 1, width: 2, height: 3))
    #expect(rect.slice(x: -1, width: 2) == Rect(x: 2, y: 1, width: 1, height: 3))
    #expect(rect.slice(y: 3, height: 1).isEmpty)
    #expect(rect.slice(y: 1, height: .max) == Rect(x: 2, y: 2, width: 6, height: 2))
    #expect(rect.slice(x: 9, width: .max).isEmpty)
  }
}
