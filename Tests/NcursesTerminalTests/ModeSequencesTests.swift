import Testing

@testable import NcursesTerminal

struct ModeSequencesTests {
  private static let xterm = [
    "kmous": "\u{1B}[<", "sgr0": "\u{1B}[m", "cnorm": "\u{1B}[?25h", "rmcup": "\u{1B}[?1049l",
  ]

  private func modes(
    _ capabilities: [String: String],
    mouse: Bool = true,
    environment: [String: String] = [:]
  ) -> ModeSequences {
    ModeSequences(
      capability: { capabilities[$0] },
      mouse: mouse,
      environment: { environment[$0] }
    )
  }

  @Test("every mode that is set is taken back, both on leaving and by the signal handlers")
  func symmetry() {
    for mouse in [true, false] {
      let modes = modes(Self.xterm, mouse: mouse)
      let set = modes.enter.split(separator: "\u{1B}")
      #expect(set.count == (mouse ? 4 : 1))
      for mode in set {
        let unset = "\u{1B}" + mode.dropLast() + "l"
        #expect(modes.leave.contains(unset))
        #expect(modes.restore.contains(unset))
      }
      #expect(modes.restore.hasSuffix("\u{1B}[m\u{1B}[?25h\u{1B}[?1049l"))
    }
  }

  @Test("a terminal without a mouse gets no private mode, and padding is left out")
  func plainTerminal() {
    let vt100 = modes(["sgr0": "\u{1B}[m\u{F}$<2>", "rmkx": "\u{1B}[?1l$<5>\u{1B}>"])
    #expect(vt100.enter.isEmpty)
    #expect(vt100.leave.isEmpty)
    #expect(vt100.restore == "\u{18}\u{1B}[m\u{F}\u{1B}[?1l\u{1B}>\r\n")
  }

  @Test(
    "frames are synchronized where the terminal is known to do it",
    arguments: [
      ([:], false), (["TERM": "xterm-256color"], false), (["TERM": "xterm-kitty"], true),
      (["TERM": "foot"], true), (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], true),
    ] as [([String: String], Bool)]
  )
  func synchronization(environment: [String: String], synchronizes: Bool) {
    let modes = modes(Self.xterm, environment: environment)
    #expect(modes.synchronizesOutput == synchronizes)
    #expect(modes.restore.contains(ModeSequences.endFrame) == synchronizes)
  }

  @Test("a description that has the capability says it by itself")
  func synchronizationCapability() {
    #expect(modes(["Sync": "\u{1B}[?2026"]).synchronizesOutput)
  }
}
