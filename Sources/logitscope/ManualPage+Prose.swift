/// What of the manual page no other part of the program knows.
extension Mdoc {
  mutating func writeEnvironment() {
    macro("Sh", "ENVIRONMENT")
    beginList(width: "XDG_STATE_HOME")
    for (name, meaning) in Self.environment {
      macro("It", "Ev", Mdoc.word(name))
      write(meaning)
    }
    endList()
    macro("Sh", "FILES")
    beginList()
    macro("It", "Pa", Mdoc.word("~/.local/state/logitscope/progress.json"))
    write("What is done of each lesson.")
    endList()
  }

  mutating func writeExitStatus() {
    macro("Sh", "EXIT STATUS")
    beginList()
    for (status, meaning) in Self.exitStatus {
      macro("It", Mdoc.word(status))
      write(meaning)
    }
    endList()
    macro("Pp")
    write("What is wrong is said in one line on standard error.")
  }

  mutating func writeReferences() {
    macro("Sh", "SEE ALSO")
    write(
      """
      torch.nn.functional.cross_entropy of PyTorch, whose class weights, label smoothing, ignored rows and \
      reductions mean the same.
      """
    )
  }

  private static let environment = [
    ("CLICOLOR", "At 0, colours are left out unless --color asks for them."),
    ("CLICOLOR_FORCE", "Asks for colours, which a screen has anyway."),
    (
      "COLORFGBG",
      "The terminal's colours as foreground;background: by the latter the theme is light or dark."
    ),
    ("ESCDELAY", "How long, in milliseconds, Esc is waited on for the rest of a key; else 25."),
    ("HOME", "Where ~/ leads, and where .local/state is."),
    ("LANG", "Stands for LC_CTYPE and LC_MESSAGES where they are not set."),
    ("LC_ALL", "Goes before LC_CTYPE and LC_MESSAGES."),
    ("LC_CTYPE", "The encoding: without UTF-8 the screen is drawn in ASCII, in English."),
    ("LC_MESSAGES", "The language of the screen where it begins with ko; else English."),
    ("NO_COLOR", "Where it is not empty, colours are left out in the same way."),
    ("TERM", "The terminal's type; with dumb the numbers are printed instead of a screen."),
    ("TERM_PROGRAM", "Names terminals that can show each frame at once."),
    ("XDG_STATE_HOME", "The directory in which logitscope/progress.json lies."),
  ]

  private static let exitStatus = [
    ("0", "Done."),
    ("1", "The input was read and refused, or the output could not be written."),
    ("2", "Wrong usage."),
    ("128+n", "In the shell: signal n ended it."),
  ]
}
