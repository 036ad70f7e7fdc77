import Testing

@testable import logitscope

@Suite("Text of a manual page")
struct MdocTests {
  @Test(
    "running text is no request, and an option in it can be copied",
    arguments: [
      (".5 of it", "\\&.5 of it"),
      ("'pets' is one", "\\(aqpets\\(aq is one"),
      ("a \\n \"b\" ~ ^ `", "a \\en \\(dqb\\(dq \\(ti \\(ha \\(ga"),
      ("one-vs-all, -inf", "one-vs-all, \\-inf"),
      ("with --all-losses; '-' is", "with \\-\\-all\\-losses; \\(aq\\-\\(aq is"),
      ("(-100) leaves", "(\\-100) leaves"),
      ("\u{3B3} \u{2212} 1\u{2026}", "\\[u03B3] \\[u2212] 1\\[u2026]"),
      ("One. Two e.g. three? -inf too.", "One.\nTwo e.g. three?\n\\-inf too."),
      ("", ""),
    ]
  )
  func prose(_ text: String, _ shown: String) {
    var page = Mdoc()
    page.write(text)
    #expect(page.text == shown + "\n")
  }

  @Test("a long text is broken between words, and what comes first in a line is guarded there too")
  func breaking() {
    var page = Mdoc()
    page.write(String(repeating: ".word ", count: 80))
    let lines = page.text.split(separator: "\n")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 80 && !$0.hasPrefix(".") })
    #expect(lines.joined(separator: " ").split(separator: " ").count == 80)
  }

  @Test(
    "a word of a macro is no macro and no delimiter",
    arguments: [
      ("-example", "\\-example"), ("Up", "\\&Up"), ("(", "\\&("), (".", "\\&.\\&"),
      ("|", "\\&|\\&"),
      ("k", "k"), (":save!", ":save!\\&"), ("z,z,...", "z,z,...\\&"), ("Home", "Home"),
      ("same-loss", "same\\-loss"),
    ]
  )
  func words(_ word: String, _ shown: String) {
    #expect(Mdoc.word(word) == shown)
  }

  @Test("lines as they are keep their blanks and their minus signs")
  func verbatim() {
    var page = Mdoc()
    page.writeVerbatim([".x  -y", "'z'"])
    #expect(page.text == ".Bd -literal\n\\&.x  \\-y\n\\(aqz\\(aq\n.Ed\n")
  }
}
