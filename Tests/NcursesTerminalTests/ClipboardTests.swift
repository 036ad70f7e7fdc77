import Testing

@testable import NcursesTerminal

struct ClipboardTests {
  @Test(
    "RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("한", "7ZWc"), ("???", "Pz8/"),
      (">>>", "Pj4+"),
    ]
  )
  func base64OfText(text: String, encoded: String) {
    #expect(base64(Array(text.utf8)) == encoded)
    #expect(clipboardSequence(text) == "\u{1B}]52;c;\(encoded)\u{7}")
  }
}
