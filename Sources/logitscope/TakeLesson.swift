import ArgumentParser
import NcursesTerminal

/// Lists the lessons, takes one, and helps to write one.
struct TakeLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "List the lessons, or take one on the screen: predict, act and see.",
    usage: """
      logitscope lesson [OPTIONS]          list the lessons and your progress
      logitscope lesson LESSON [OPTIONS]   take one, or go on where you left it
      logitscope lesson --check LESSON...  say what is to mend in lessons
      logitscope lesson --new FILE         write a lesson to start from
      """,
    discussion: """
      LESSON is a name or a number of the list, or a file with a lesson as YAML.

        logitscope lesson negatives
        logitscope lesson --new mine.yaml
        logitscope lesson --check mine.yaml
        logitscope lesson mine.yaml

      Progress is kept in $XDG_STATE_HOME/logitscope/progress.json, by default below ~/.local/state.
      """
  )

  @Argument(help: ArgumentHelp("A lesson by its name or number, or a file.", valueName: "lesson"))
  var lessons: [LessonArgument] = []

  @Flag(help: "Carry lessons out by their solutions, and say what is to mend.")
  var check = false

  @Option(
    help: ArgumentHelp("Write a lesson to start from.", valueName: "file"),
    completion: .file()
  )
  var new: String?

  @OptionGroup(title: "SCREEN")
  var screen: ScreenSettings

  func validate() throws {
    if new != nil, check {
      throw ValidationError("--check and --new exclude each other; keep one.")
    }
    if new != nil, let other = lessons.first {
      throw ValidationError("--new takes one file; leave out '\(other.text)'.")
    }
    if check, lessons.isEmpty {
      throw ValidationError("--check needs a lesson, as a file or by name.")
    }
    if !check, lessons.count > 1 {
      throw ValidationError("one lesson at a time; leave out '\(lessons[1].text)'.")
    }
    _ = try choices()
  }

  func run() throws {
    let choices = try choices()
    if let new {
      try LessonDraft(path: new).write()
    } else if check {
      try LessonReport(choices).print()
    } else if let choice = choices.first {
      try take(choice)
    } else {
      try list()
    }
  }

  private func choices() throws -> [LessonChoice] { try lessons.map { try $0.choice() } }

  private func take(_ choice: LessonChoice) throws {
    let course = try Course(choice, store: ProgressStore())
    var conversation = Conversation(course.explorer(screen.view), course: course)
    try conversation.run(screen)
  }

  private func list() throws {
    let store = ProgressStore()
    if let warning = store.warning { complain(warning) }
    let options = screen.view.options(isUTF8: TerminalLocale.adopt())
    let list = try LessonList(language: options.language) { store.progress(in: $0) }
    try PlainText.print(list.lines, glyphs: options.glyphs)
  }
}
