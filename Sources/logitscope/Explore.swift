import ArgumentParser
import Explorer
import LogitModel
import NcursesTerminal
import ProblemFiles
import TerminalUI

/// Opens a problem on the screen.
struct Explore: ParsableCommand {
  // Hidden, as it is what happens without a command.
  static let configuration = CommandConfiguration(
    abstract: "Nudge logits and watch softmax, cross entropy, its gradient and the negatives.",
    usage: """
      logitscope [FILE|-] [OPTIONS]             explore a problem on the screen
      logitscope eval [FILE|-] [OPTIONS]        print its result as text, JSON or CSV
      logitscope render [FILE|-] [OPTIONS]      print the screen after some keys
      logitscope examples [NAME]                list the examples, or print one as JSON
      """,
    discussion: """
      Without input it opens the example 'negatives'. Press ? for the keys and q to leave.

      A file holds a problem as JSON, {"logits": [[2, -1, 0.1]], "targets": [0]}, or plain numbers, a row \
      a line. What is piped in is read the same way. Options override what the file says.

        logitscope --logits 2,-1,0.1 --classes cat,dog,bird --target dog
        logitscope --probabilities 0.03,0.05,0.8,0.1,0.02 --target 2
        logitscope problem.json --temperature 2 --unit bits --lang ko
        logitscope eval --logits '1,2;3,4' --targets '0;1' --format json
        logitscope examples negatives > mine.json

      'logitscope eval --help' and 'logitscope render --help' tell what else these take.
      """,
    shouldDisplay: false
  )

  @OptionGroup(title: "PROBLEM")
  var input: ProblemOptions

  @OptionGroup(title: "PROBLEM")
  var saved: StateOption

  @OptionGroup(title: "SCREEN")
  var view: ViewSettings

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false

  func validate() throws {
    try saved.validate(beside: input)
  }

  func run() throws {
    let isUTF8 = TerminalLocale.adopt()
    guard InteractiveTerminal.isAvailable || saved.state != nil else {
      try TextResult(try input.problem(), unit: view.unit ?? .nats).print()
      return
    }
    var explorer = try saved.explorer(
      or: input,
      view: view,
      isUTF8: isUTF8,
      size: Size(width: 80, height: 24)
    )
    guard InteractiveTerminal.isAvailable else {
      try PlainText.print(
        explorer.canvas().text().split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init
        )
      )
      return
    }
    let terminal = try Terminal.open(
      TerminalOptions(theme: view.theme, color: view.color, mouse: !leavesMouse)
    )
    _ = explorer.handle(.resize(terminal.size))
    let isInterrupted = converse(&explorer, on: terminal) == .interrupt
    terminal.close()
    if explorer.hasEdits {
      try PlainText.print([explorer.shareLine])
    }
    if isInterrupted { terminal.interrupt() }
  }

  /// Takes events in until one of them ends it; nil where the terminal has gone.
  private func converse(_ explorer: inout Explorer, on terminal: Terminal) -> Effect? {
    var frames = FrameClock()
    terminal.present(explorer.canvas())
    while let event = frames.isLate ? .tick : terminal.next(within: frames.millisecondsLeft) {
      for effect in explorer.handle(event) {
        switch effect {
        case .quit, .interrupt: return effect
        case .suspend: terminal.suspend()
        case .repaint: terminal.repaint()
        case .copy(let text): terminal.copyToClipboard(text)
        case .save(let path, let overwriting):
          let figure = Figure(explorer.figure(palette: terminal.palette))
          explorer.noteSaved(path, failure: figure.save(to: path, overwriting: overwriting))
        }
      }
      terminal.present(explorer.canvas())
      frames.pass(event, isRunning: explorer.isRunning)
    }
    return nil
  }
}
