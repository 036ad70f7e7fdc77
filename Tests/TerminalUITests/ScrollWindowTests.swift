import Testing

@testable import TerminalUI

@Suite struct ScrollWindowTests {
  @Test(arguments: [
    (10, 4, 0, 0, 0..<4), (10, 4, 3, 0, 0..<4), (10, 4, 4, 0, 1..<5), (10, 4, 9, 0, 6..<10),
    (10, 4, 5, 3, 3..<7), (10, 4, 2, 3, 2..<6), (10, 4, 9, 99, 6..<10), (3, 4, 2, 2, 0..<3),
    (10, 0, 5, 5, 5..<5), (0, 4, 0, 0, 0..<0), (10, 4, -7, 0, 0..<4), (10, 4, 99, 0, 6..<10),
    (-1, -1, 3, -3, 0..<0),
  ])
  func `the focus is seen and nothing moves that need not`(
    count: Int,
    height: Int,
    focus: Int,
    offset: Int,
    range: Range<Int>
  ) {
    let window = ScrollWindow(count: count, height: height, focus: focus, offset: offset)
    #expect(window.range == range)
    #expect(window.above + window.range.count + window.below == max(0, count))
    #expect(window.offset == window.above)
  }

  @Test(arguments: [
    (10, 4, 0, 0..<4, "↓6"), (10, 4, 5, 3..<7, "↑3 ↓3"), (10, 4, 9, 6..<10, "↑6"),
    (3, 4, 2, 0..<3, ""),
  ])
  func `around a focus it counts what is out of sight`(
    count: Int,
    height: Int,
    focus: Int,
    range: Range<Int>,
    hidden: String
  ) {
    let window = ScrollWindow(count: count, height: height, around: focus)
    #expect(window.range == range)
    #expect(window.hidden() == hidden)
  }
}
