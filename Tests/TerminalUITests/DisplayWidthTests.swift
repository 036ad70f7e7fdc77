import Glibc
import Testing

@testable import TerminalUI

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("한글", 4), ("각", 2), ("ㅓ", 2), ("全角＝", 6), ("ﾊﾝ", 2), ("é", 1),
    ("e\u{301}", 1), ("⠿█─│▏▸✓", 7), ("👍", 2), ("👍🏽", 4), ("🇰🇷", 2), ("❤\u{FE0F}", 1),
    ("👨\u{200D}👩", 4), ("−∞", 2), ("\u{1B}[m", 3), ("\t", 1), ("\u{301}", 0),
  ])
  func `it counts cells`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  /// Against the C library, whose Unicode may be older than Swift's: what it does not know is not compared.
  @Test func `it agrees with wcwidth on every printable scalar`() throws {
    // Swift does not import wcwidth, which glibc declares for X/Open alone.
    let symbol = try #require(dlsym(dlopen(nil, RTLD_NOW), "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      _ = uselocale(previous)
      freelocale(locale)
    }
    var compared = 0
    var different: [UInt32] = []
    for value in UInt32(0x20)..<0x40000 {
      guard let scalar = Unicode.Scalar(value), !scalar.isUnprintable else { continue }
      let expected = wcwidth(wchar_t(value))
      guard expected >= 0 else { continue }
      compared += 1
      if scalar.cellWidth != Int(expected) { different.append(value) }
    }
    #expect(compared > 150_000)
    // A mark in Unicode that glibc 2.36 still counts as a letter.
    different.removeAll { $0 == 0x1171E }
    // Symbols that Unicode 16 made wide, as a newer glibc says and most terminals do not draw.
    let widened: [ClosedRange<UInt32>] = [
      0x2630...0x2637, 0x268A...0x268F, 0x1D300...0x1D356, 0x1D360...0x1D376,
    ]
    different.removeAll { value in widened.contains { $0.contains(value) } }
    #expect(different.map { String($0, radix: 16) } == [])
  }

  @Test(arguments: [
    (9, "한글 cat"), (8, "한글 cat"), (7, "한글 c…"), (5, "한글…"), (4, "한…"), (3, "한…"), (2, "…"),
    (1, "…"), (0, ""), (-1, ""),
  ])
  func `a text too long ends in an ellipsis`(width: Int, expected: String) {
    #expect(truncated("한글 cat", to: width) == expected)
    #expect(displayWidth(expected) <= max(0, width))
  }

  @Test(arguments: [
    (Alignment.left, 7, "한글   "), (.right, 7, "   한글"), (.center, 7, " 한글  "),
    (.left, 4, "한글"), (.right, 2, "한글"), (.center, -1, "한글"),
  ])
  func `padding counts cells`(alignment: Alignment, width: Int, expected: String) {
    #expect(padded("한글", to: width, alignment: alignment) == expected)
  }
}
