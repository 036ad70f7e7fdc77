import Testing

@testable import ProblemFiles

@Suite("Input as text")
struct InputTextTests {
  @Test("a byte order mark is no part of the text")
  func byteOrderMark() throws {
    try withFile([0xEF, 0xBB, 0xBF, 0x31, 0x20, 0x32]) { path in
      let text = try InputText.file(path).text
      #expect(text == "1 2")
    }
  }

  @Test("what is not UTF-8 is refused with its line")
  func badEncoding() throws {
    try withFile([0x31, 0x0A, 0x32, 0x0A, 0xFF, 0xFE]) { path in
      #expect(throws: FileError(source: path, line: 3, "not UTF-8 text; save it as UTF-8")) {
        try InputText.file(path)
      }
    }
  }

  @Test(
    "a file that cannot be read is named with the reason",
    arguments: [
      ("/", "/: it is a directory; name a file in it"),
      ("/nowhere/at-all", "/nowhere/at-all: there is no such file; check the name"),
      ("/dev/null/x", "/dev/null/x: there is no such file; check the name"),
      ("\u{1B}[2J", "'\\u{1b}[2J': there is no such file; check the name"),
      ("", "'': there is no such file; check the name"),
      ("/dev/zero", "/dev/zero: more than 256 MiB; give a smaller file"),
    ]
  )
  func unreadable(_ path: String, _ message: String) {
    do {
      _ = try InputText.file(path)
      Issue.record("\(path) was read")
    } catch {
      #expect(error.description == message)
    }
  }
}
