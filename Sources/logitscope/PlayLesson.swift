import ArgumentParser
import Explorer

/// Shows a lesson being taken, for a class to watch.
struct PlayLesson: ParsableCommand {
  private static let paces = 0.1...60.0

  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Watch a lesson being taken, a key at a time; any key takes over.",
    usage: "logitscope play LESSON [OPTIONS]",
    discussion: """
      A file holds a lesson, or a demonstration as plain text: commands as they are typed behind ':', a line each, \
      'press' and keys among them, captions behind '#', and first, if you like, 'example NAME'.

        logitscope play negatives
        printf '# Watch the loss.\\nexample pets\\npress ] ]\\n' > talk.txt
        logitscope play talk.txt --pace 4
      """
  )

  @Argument(help: "A lesson by its name or number, or a file.")
  var lesson: LessonArgument

  @Option(
    help: ArgumentHelp("How long each screen stands, from 0.1 to 60.", valueName: "seconds")
  )
  var pace = DecimalNumber(1.5)

  @OptionGroup(title: "SCREEN")
  var screen: ScreenSettings

  func validate() throws {
    guard Self.paces.contains(pace.value) else {
      throw ValidationError("--pace is a number of seconds from 0.1 to 60.")
    }
    _ = try lesson.choice()
  }

  func run() throws {
    let course = try Course(try lesson.choice(), store: nil)
    var explorer = course.explorer(screen.view)
    explorer.play(pace: .seconds(pace.value))
    var conversation = Conversation(explorer, course: course)
    try conversation.run(screen)
  }
}
