import Testing

@testable import NcursesTerminal

struct TerminalLocaleTests {
  @Test(
    "the first variable that is not empty says the encoding",
    arguments: [
      ([:], false),
      (["LANG": "ko_KR.UTF-8"], true),
      (["LANG": "ko_KR.utf8"], true),
      (["LANG": "C"], false),
      (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8@euro", "LANG": "C"], true),
      (["LC_CTYPE": "ko_KR.EUC-KR", "LANG": "en_US.UTF-8"], false),
    ] as [([String: String], Bool)]
  )
  func encoding(environment: [String: String], isUTF8: Bool) {
    #expect(TerminalLocale.namesUTF8 { environment[$0] } == isUTF8)
  }

  @Test(
    "a dumb terminal and a file are no screen; an unknown terminal is",
    arguments: [
      (true, "xterm", true), (true, "dumb", false), (true, nil, true), (false, "xterm", false),
    ] as [(Bool, String?, Bool)]
  )
  func interactive(outputIsTerminal: Bool, term: String?, expected: Bool) {
    #expect(
      InteractiveTerminal.isInteractive(outputIsTerminal: outputIsTerminal) {
        $0 == "TERM" ? term : nil
      } == expected
    )
  }
}
