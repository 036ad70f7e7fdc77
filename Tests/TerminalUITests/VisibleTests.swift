import Testing

@testable import TerminalUI

@Suite struct VisibleTests {
  @Test(arguments: [
    ("cat", "cat"), ("고양이 é ✓", "고양이 é ✓"), ("\u{1B}[31m", "␛[31m"), ("a\tb\nc", "a␉b␊c"),
    ("\u{7F}", "␡"), ("\u{9B}2J", "\\u{9b}2J"), ("a\u{202E}b", "a\\u{202e}b"),
    ("\u{AD}", "\\u{ad}"),
    ("\u{200B}\u{FEFF}", "\\u{200b}\\u{feff}"), ("\u{2028}", "\\u{2028}"), ("\r\n", "␍␊"),
    ("👨\u{200D}👩❤\u{FE0F}", "👨👩❤"), ("\u{301}x", "\u{25CC}\u{301}x"), ("\u{E0041}", "\\u{e0041}"),
  ])
  func `what steers a terminal can be read`(text: String, expected: String) {
    #expect(visible(text) == expected)
  }

  @Test func `no scalar gets through that a terminal would obey`() {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = visible(String(scalar))
      #expect(shown.unicodeScalars.allSatisfy { !$0.isUnprintable && !$0.isDropped })
    }
  }

  @Test(arguments: nastyTexts)
  func `doing it twice changes nothing`(text: String) {
    let once = visible(text)
    #expect(visible(once).unicodeScalars.elementsEqual(once.unicodeScalars))
  }
}
