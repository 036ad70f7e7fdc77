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
      throw FileError(source: path, Self.message(error))
    }
    let file = quotedForShell(path)
    try PlainText.print([
      "\(path) is a lesson to change as you like:",
      "  logitscope lesson --check \(file)   says what is to mend",
      "  logitscope lesson \(file)           takes it",
    ])
  }

  private static func message(_ failure: FileFailure) -> String {
    switch failure {
    case .exists: "it exists; name a file that is not there yet"
    case .noDirectory: "there is no such directory; make it first"
    case .notPermitted: "it may not be written; choose another directory"
    case .notAFile: "it is a directory; name a file in it"
    case .noSpace: "the disk is full; make room first"
    case .other(let words): "\(words); choose another name"
    }
  }
}
