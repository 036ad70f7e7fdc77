import Testing

@testable import TerminalUI

@Suite struct WrappingTests {
  @Test(arguments: [
    ("the quick brown fox", 9, ["the quick", "brown fox"]),
    ("the quick brown fox", 10, ["the quick", "brown fox"]),
    ("a  b", 9, ["a  b"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("손실은 음성을 본다", 7, ["손실은", "음성을", "본다"]),
    ("교차엔트로피", 5, ["교차", "엔트", "로피"]),
    ("see 교차엔트로피", 6, ["see", "교차엔", "트로피"]),
    ("one\ntwo\n\nthree", 9, ["one", "two", "", "three"]),
    ("", 5, [""]),
    ("한a", 1, ["한", "a"]),
    ("abc", 0, []),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
  ])
  func `lines break at blanks and else at glyphs`(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, width: width) == lines)
  }

  @Test(arguments: nastyTexts, [1, 2, 3, 5, 8])
  func `no line is too wide and no glyph is lost`(text: String, width: Int) {
    let lines = wrapped(text, width: width)
    #expect(lines.allSatisfy { displayWidth($0) <= max(2, width) })
    let kept = lines.joined().filter { $0 != " " }
    let written = text.split(separator: "\n").flatMap { CellGlyphs(String($0)).map(\.glyph) }
    #expect(kept == written.joined().filter { $0 != " " })
  }
}
