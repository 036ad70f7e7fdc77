import TerminalUI
import Testing

@testable import NcursesTerminal

struct ColorChoiceTests {
  @Test(
    "the command line, then NO_COLOR, CLICOLOR, CLICOLOR_FORCE, then whether it is a terminal",
    arguments: [
      (ColorChoice.auto, [:], true, true),
      (.auto, [:], false, false),
      (.auto, ["NO_COLOR": ""], true, true),
      (.auto, ["NO_COLOR": "0"], true, false),
      (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      (.auto, ["CLICOLOR": "0"], true, false),
      (.auto, ["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, false),
      (.auto, ["CLICOLOR": "1"], false, false),
      (.auto, ["CLICOLOR_FORCE": "1"], false, true),
      (.auto, ["CLICOLOR_FORCE": "0"], false, false),
      (.always, ["NO_COLOR": "1", "CLICOLOR": "0"], false, true),
      (.never, ["CLICOLOR_FORCE": "1"], true, false),
    ] as [(ColorChoice, [String: String], Bool, Bool)]
  )
  func precedence(
    choice: ColorChoice,
    environment: [String: String],
    isTerminal: Bool,
    isColored: Bool
  ) {
    #expect(choice.usesColor(isTerminal: isTerminal) { environment[$0] } == isColored)
  }

  @Test(
    "a palette takes as many colours as the terminal has, and none where none are wanted",
    arguments: [
      (0, [:], ColorDepth.none), (7, [:], .none), (8, [:], .eight), (88, [:], .eight),
      (256, [:], .indexed256), (1 << 24, [:], .indexed256), (256, ["NO_COLOR": "1"], .none),
    ] as [(Int, [String: String], ColorDepth)]
  )
  func depth(colors: Int, environment: [String: String], depth: ColorDepth) {
    let palette = TerminalOptions().palette(colors: colors) { environment[$0] }
    #expect(palette.depth == depth)
  }

  @Test("a chosen theme goes before COLORFGBG")
  func theme() {
    let ground = ["COLORFGBG": "15;0"]
    #expect(TerminalOptions().palette(colors: 8) { ground[$0] }.theme == .dark)
    #expect(TerminalOptions(theme: .light).palette(colors: 8) { ground[$0] }.theme == .light)
  }
}
