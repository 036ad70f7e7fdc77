import Explorer
import Lessons
import ProblemFiles

/// A lesson to start from, on its way into a file that is not there yet.
struct LessonDraft {
  let path: String

  func write() throws {
    do throws(FileFailure) {
      try AtomicFile(LessonTemplate.text).create(path)
    } catch {
      throw FileError(source: path, error.message)
    }
    let file = quotedForShell(path)
    try PlainText.print([
      "\(path) is a lesson to change as you like:",
      "  logitscope lesson --check \(file)   says what is to mend",
      "  logitscope lesson \(file)           takes it",
    ])
  }
}
