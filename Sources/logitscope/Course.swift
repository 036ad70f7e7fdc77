import Explorer
import Lessons
import NcursesTerminal
import ProblemFiles

/// A lesson that is being taken, and where progress in it is kept.
struct Course {
  private let choice: LessonChoice
  private let key: String
  let lesson: Lesson
  private(set) var progress: Progress
  /// nil for a demonstration, which is nobody's progress.
  private var store: ProgressStore?

  init(_ choice: LessonChoice, store: ProgressStore?) throws(FileError) {
    self.choice = choice
    self.store = store
    lesson = try choice.lesson(orDemonstration: store == nil)
    // Whatever becomes of a file's name, it is the lesson that was opened.
    key = choice.key
    progress = store?.progress(in: key).resumed(steps: lesson.steps.count) ?? Progress()
  }

  /// The lesson on the screen, at the step to go on with.
  func explorer(_ view: ViewSettings) -> Explorer {
    Explorer(
      lesson: lesson,
      progress: progress,
      options: view.options(isUTF8: TerminalLocale.adopt()),
      size: Conversation.size
    )
  }

  /// What is wrong with the progress kept so far.
  var warning: FileError? { store?.warning }

  /// Keeps how far the learner has come, and returns what is to be said about it.
  mutating func keep(_ progress: Progress) -> ProgressTrouble? {
    self.progress = progress
    guard var store else { return nil }
    defer { self.store = store }
    return store.keep(progress, in: key)
  }

  /// The lesson after it; nil after the last.
  var next: Course? { choice.next.flatMap { try? Course($0, store: store) } }

  /// The command line that goes on with it; nil where all is done.
  var wayBack: String? {
    let isLeft = lesson.steps.indices.contains { step in
      lesson.steps[step].asksSomething && !progress.done.contains(step)
    }
    return isLeft ? "logitscope lesson " + quotedForShell(choice.argument) : nil
  }
}
