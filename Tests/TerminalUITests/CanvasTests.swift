import Testing

@testable import TerminalUI

@Suite struct CanvasTests {
  /// "a한b" (1 + 2 + 1 cells) written at each column of a canvas of four cells.
  @Test(arguments: [
    (-5, "....", 0), (-4, "....", 0), (-3, "b...", 1), (-2, " b..", 2), (-1, "한b.", 3),
    (0, "a한b", 4), (1, ".a한", 3), (2, "..a", 2), (3, "...a", 1), (4, "....", 0),
  ])
  func `a wide glyph is never split`(x: Int, row: String, count: Int) {
    var written = -1
    let drawn = picture(width: 4) { written = $0.put("a한b", x: x, y: 0) }
    #expect(drawn == row)
    #expect(written == count)
  }

  @Test(arguments: [
    (0, "......"), (1, "a....."), (2, "a ...."), (3, "a한..."), (4, "a한b.."), (-1, "......"),
    (.max, "a한b.."),
  ])
  func `a width cuts the text`(width: Int, row: String) {
    #expect(picture(width: 6) { $0.put("a한b", x: 0, y: 0, width: width) } == row)
  }

  @Test(arguments: [
    (0, "x 글.."), (1, " x글.."), (2, "한x .."), (3, "한 x.."), (4, "한글x."),
  ])
  func `overwriting half a wide glyph blanks the other half`(x: Int, row: String) {
    let drawn = picture(width: 6) {
      $0.put("한글", x: 0, y: 0)
      $0.put("x", x: x, y: 0)
    }
    #expect(drawn == row)
  }

  @Test func `a wide glyph over two halves blanks both others`() {
    let drawn = picture(width: 6) {
      $0.put("한글", x: 0, y: 0)
      $0.put("中", x: 1, y: 0)
    }
    #expect(drawn == " 中 ..")
  }

  @Test func `marks stay on their letter`() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("e\u{301}한\u{302}x", x: 0, y: 0)
    #expect((0..<4).map { canvas[$0, 0].glyph } == ["e\u{301}", "한\u{302}", "", "x"])
    #expect((0..<4).map { canvas[$0, 0].width } == [1, 2, 0, 1])
  }

  @Test func `a cell holds five marks`() {
    var canvas = Canvas(width: 2, height: 1)
    canvas.put("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x", x: 0, y: 0)
    #expect(canvas[0, 0].glyph.unicodeScalars.count == 6)
    #expect(canvas[1, 0].glyph == "x")
  }

  @Test func `marks without a letter are left out`() {
    #expect(picture(width: 4) { $0.put("\u{301}\u{302}ab", x: 1, y: 0) } == ".ab.")
  }

  @Test func `joiners and variation selectors are never written`() {
    var canvas = Canvas(width: 9, height: 1)
    canvas.put("👨\u{200D}👩❤\u{FE0F}", x: 0, y: 0)
    #expect((0..<5).map { canvas[$0, 0].glyph } == ["👨", "", "👩", "", "❤"])
  }

  @Test(arguments: nastyTexts)
  func `no control gets into a cell`(text: String) {
    var canvas = Canvas(width: 40, height: 1)
    canvas.put(text, x: 0, y: 0)
    let scalars = canvas.text().unicodeScalars
    #expect(scalars.allSatisfy { !$0.isUnprintable })
    #expect(isWhole(canvas))
  }

  @Test(arguments: nastyTexts)
  func `the text takes its display width`(text: String) {
    var canvas = Canvas(width: 80, height: 1)
    #expect(canvas.put(text, x: 0, y: 0) == displayWidth(text))
  }

  @Test(arguments: 0..<200)
  func `halves stay together whatever is written`(seed: UInt64) {
    #expect(isWhole(randomCanvas(seed: seed)))
  }

  @Test func `places far outside are survived`() {
    let blank = Canvas(width: 3, height: 1)
    var canvas = blank
    for x in [-1_000_000_000, 1_000_000_000, .max] {
      canvas.put("abc", x: x, y: 0, width: .max)
      canvas.put("abc", x: 0, y: x)
    }
    #expect(canvas == blank)
    #expect(canvas[5, 5] == .blank && canvas[-1, 0] == .blank)
  }

  @Test(arguments: [(0, 0), (0, 5), (5, 0), (-3, -3)])
  func `a canvas without cells takes everything`(width: Int, height: Int) {
    var canvas = Canvas(width: width, height: height)
    canvas.put("한", x: 0, y: 0)
    canvas.fill(Rect(x: -1, y: -1, width: 9, height: 9), with: "x")
    #expect(canvas.text().allSatisfy { $0 == "\n" })
    #expect(canvas.folded(.ascii) == canvas)
  }

  @Test func `a wide glyph fills in pairs`() {
    let drawn = picture(width: 7, height: 3) {
      $0.fill(Rect(x: 1, y: 1, width: 5, height: 9), with: "한")
    }
    #expect(drawn == ".......\n.한한 .\n.한한 .")
  }

  @Test func `every row is in the text and blanks at its end are not`() {
    var canvas = Canvas(width: 6, height: 3)
    canvas.put("ab  ", x: 1, y: 1)
    #expect(canvas.text() == "\n ab\n")
  }

  @Test func `a change of style or cursor is a change`() {
    var one = Canvas(width: 2, height: 1)
    var other = one
    one.put("a", x: 0, y: 0)
    other.put("a", x: 0, y: 0, style: .accent)
    #expect(one != other)
    other = one
    other.cursor = Point(x: 0, y: 0)
    #expect(one != other)
  }
}
