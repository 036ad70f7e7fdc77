import ArgumentParser
import NcursesTerminal

/// How the screen looks and behaves on a terminal.
struct ScreenSettings: ParsableArguments {
  @OptionGroup
  var view: ViewSettings

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false

  func open() throws -> Terminal {
    try Terminal.open(TerminalOptions(theme: view.theme, color: view.color, mouse: !leavesMouse))
  }
}
