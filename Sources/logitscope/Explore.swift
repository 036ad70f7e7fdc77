import ArgumentParser
import Explorer
import NcursesTerminal

/// Opens a problem on the screen.
struct Explore: ParsableCommand {
  // Hidden, as it is what happens without a command.
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Nudge logits and watch softmax, cross entropy, its gradient and the negatives.",
    usage: """
      logitscope [FILE|-] [OPTIONS]         explore a problem on the screen
      logitscope eval [FILE|-] [OPTIONS]    print it as text, JSON or CSV
      logitscope render [FILE|-] [OPTIONS]  print the screen after some keys
      logitscope examples [NAME]            list examples, or print one as JSON
      logitscope lesson [NAME|FILE]         list lessons, or take one
      logitscope play NAME|FILE             watch a lesson being taken
      """,
    discussion: """
      Without input it opens the example 'negatives'. Press ? for the keys and q to leave.

      A file holds a problem as JSON, {"logits": [[2, -1, 0.1]], "targets": [0]}, or YAML with the same keys; \
      as CSV or TSV, class names above rows of logits, 'target' a column among them; as plain numbers, a row \
      a line; or as numpy.save writes it. Its name tells which, else its content, as with what is piped in. \
      Options override what the file says.

        logitscope --logits 2,-1,0.1 --classes cat,dog,bird --target dog
        logitscope --probabilities 0.03,0.05,0.8,0.1,0.02 --target 2
        logitscope logits.npy --targets labels.npy --classes-file names.txt
        logitscope problem.json --temperature 2 --unit bits --lang ko
        logitscope eval --logits '1,2;3,4' --targets '0;1' --format json
        logitscope examples negatives > mine.json
        logitscope lesson negatives

      'logitscope eval --help' and the like tell what else a command takes.
      """,
    shouldDisplay: false
  )

  @OptionGroup(title: "PROBLEM")
  var input: ProblemOptions

  @OptionGroup(title: "PROBLEM")
  var saved: StateOption

  @OptionGroup(title: "SCREEN")
  var screen: ScreenSettings

  func validate() throws {
    try saved.validate(beside: input)
  }

  func run() throws {
    let isUTF8 = TerminalLocale.adopt()
    guard InteractiveTerminal.isAvailable || saved.state != nil else {
      try TextResult(try input.problem(), unit: screen.view.unit ?? .nats).print()
      return
    }
    // Kept nowhere else: two who look at a row each need one of their own to change it.
    var conversation = Conversation(
      try saved.explorer(
        or: input,
        view: screen.view,
        isUTF8: isUTF8,
        size: Conversation.size
      )
    )
    try conversation.run(screen)
  }
}
