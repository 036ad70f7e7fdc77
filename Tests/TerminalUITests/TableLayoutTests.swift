import Testing

@testable import TerminalUI

@Suite struct TableLayoutTests {
  private let columns = [
    TableColumn(width: 6, priority: 9),
    TableColumn(width: 5, priority: 1),
    TableColumn(width: 8, priority: 8, isFlexible: true),
    TableColumn(width: 1, priority: 2),
    TableColumn(width: 7, priority: 7),
  ]

  private func placed(_ width: Int) -> [String] {
    TableLayout.columns(columns, width: width).map { span in
      span.map { "\($0.x)+\($0.width)" } ?? "–"
    }
  }

  @Test(arguments: [
    (35, ["0+6", "8+5", "15+8", "25+1", "28+7"]), (45, ["0+6", "8+5", "15+18", "35+1", "38+7"]),
    (34, ["0+6", "–", "8+14", "24+1", "27+7"]), (28, ["0+6", "–", "8+8", "18+1", "21+7"]),
    (27, ["0+6", "–", "8+10", "–", "20+7"]), (24, ["0+6", "–", "8+16", "–", "–"]),
    (15, ["0+6", "–", "–", "–", "–"]), (3, ["0+3", "–", "–", "–", "–"]),
    (0, ["–", "–", "–", "–", "–"]), (-5, ["–", "–", "–", "–", "–"]),
  ])
  func `the least important column goes first and one takes the rest`(width: Int, spans: [String]) {
    #expect(placed(width) == spans)
  }

  @Test func `of equals the last goes first`() {
    let equal = [
      TableColumn(width: 4), TableColumn(width: 4), TableColumn(width: 4),
    ]
    let spans = TableLayout.columns(equal, width: 10, gap: 1)
    #expect(spans == [ColumnSpan(x: 0, width: 4), ColumnSpan(x: 5, width: 4), nil])
    #expect(TableLayout.columns([], width: 10).isEmpty)
  }

  @Test func `no two columns overlap and none leaves the table`() {
    for width in 0...60 {
      var free = 0
      for span in TableLayout.columns(columns, width: width).compactMap(\.self) {
        #expect(span.x >= free && span.x + span.width <= width)
        free = span.x + span.width + 2
      }
    }
  }

  @Test(arguments: [
    (Alignment.left, "한글", "..한글  ."), (.right, "한글", "..  한글."), (.center, "한", "..  한  ."),
    (.right, "한글이다", ".. 한글…."), (.left, "abcdefgh", "..abcde…."),
  ])
  func `a line is aligned or cut in its rectangle`(alignment: Alignment, text: String, row: String)
  {
    let drawn = picture(width: 9) {
      $0.put(text, in: Rect(x: 2, y: 0, width: 6, height: 1), alignment: alignment)
    }
    #expect(drawn == row)
  }

  @Test(arguments: awkwardRects)
  func `any rectangle is kept to`(rect: Rect) {
    expectInside(rect) { $0.put("한글이 길다 12345", in: rect, alignment: .right) }
  }
}
