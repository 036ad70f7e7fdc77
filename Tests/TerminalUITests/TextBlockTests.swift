import Testing

@testable import TerminalUI

@Suite struct TextBlockTests {
  private let block = TextBlock([
    StyledText("Losses", style: .accent), StyledText(""), StyledText("교차 엔트로피 is one of them"),
  ])

  @Test(arguments: [
    (0, "Losses||교차|엔트로피"), (2, "교차|엔트로피|is one of|them"), (4, "is one of|them||"),
    (9, "|||"), (-3, "Losses||교차|엔트로피"),
  ])
  func `it is read from any line on`(first: Int, rows: String) {
    var canvas = Canvas(width: 10, height: 4)
    block.draw(in: Rect(x: 0, y: 0, width: 9, height: 4), from: first, on: &canvas)
    #expect(
      canvas.text()
        == rows.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\n")
    )
  }

  @Test func `a paragraph's lines keep its style`() {
    let lines = block.lines(width: 9)
    #expect(lines.count == 6)
    #expect(lines.first == StyledText("Losses", style: .accent))
  }

  @Test(arguments: awkwardRects)
  func `any rectangle is survived and kept to`(rect: Rect) {
    expectInside(rect) { block.draw(in: rect, on: &$0) }
  }
}
