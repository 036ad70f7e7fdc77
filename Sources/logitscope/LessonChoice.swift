import ArgumentParser
import Explorer
import Glibc
import Lessons
import ProblemFiles

/// What is typed for a lesson; what it means, or why nothing, is said later.
struct LessonArgument: ExpressibleByArgument {
  let text: String

  init(argument: String) {
    text = argument
  }

  func choice() throws(ValidationError) -> LessonChoice { try LessonChoice(argument: text) }

  static var allValueStrings: [String] { BundledLesson.all.map(\.name) }

  static var defaultCompletionKind: CompletionKind { .file() }
}

/// A lesson as it is asked for: one that comes with the program, or a file.
enum LessonChoice {
  case bundled(BundledLesson)
  case file(String)

  /// An exact name goes before a number, and that before a file.
  init(argument: String) throws(ValidationError) {
    let lessons = BundledLesson.all
    if let lesson = BundledLesson.named(argument) {
      self = .bundled(lesson)
    } else if let number = Int(argument) {
      guard (1...lessons.count).contains(number) else {
        throw ValidationError("there is no lesson \(number); they go from 1 to \(lessons.count).")
      }
      self = .bundled(lessons[number - 1])
    } else if argument.contains(where: { "/.".contains($0) }) || access(argument, F_OK) == 0 {
      self = .file(argument)
    } else {
      let near = Spelling.nearest(to: argument, among: lessons.map(\.name))
      let hint = near.map { "did you mean '\($0)'? " } ?? ""
      throw ValidationError(
        "there is no lesson \(argument.quoted); \(hint)'logitscope lesson' lists them."
      )
    }
  }

  /// The lesson; of a file for a demonstration also one that only shows.
  func lesson(orDemonstration: Bool = false) throws(FileError) -> Lesson {
    switch self {
    case .bundled(let lesson): return try lesson.lesson()
    case .file(let path):
      let input = try InputText.file(path, limit: LessonFile.byteLimit)
      let isDemonstration = DemoScript.isOne(input.text)
      if orDemonstration, isDemonstration != false { return try Self.demonstration(input) }
      guard isDemonstration != true else {
        throw FileError(
          source: input.source,
          "it is a demonstration; 'logitscope play FILE' shows it"
        )
      }
      return try LessonFile.lesson(input)
    }
  }

  private static func demonstration(_ input: InputText) throws(FileError) -> Lesson {
    let script = try DemoScript(input)
    let example = script.example ?? Examples.all.first?.name ?? ""
    guard let subject = Examples.subject(named: example) else {
      let near = Spelling.nearest(to: example, among: Examples.all.map(\.name))
      let remedy = near.map { "did you mean '\($0)'?" } ?? "'logitscope examples' lists them"
      throw FileError(source: input.source, "there is no example \(example.quoted); \(remedy)")
    }
    let lesson = script.lesson(on: subject)
    guard let finding = LessonCheck.finding(inDemonstration: lesson) else { return lesson }
    throw FileError(source: input.source, line: finding.line, finding.message)
  }

  /// How it is asked for.
  var argument: String {
    switch self {
    case .bundled(let lesson): lesson.name
    case .file(let path): path
    }
  }

  /// By what its progress is kept, from wherever a file is opened.
  var key: String {
    switch self {
    case .bundled(let lesson): lesson.name
    case .file(let path): AtomicFile.realPath(path) ?? path
    }
  }

  /// The bundled lesson that comes after it.
  var next: LessonChoice? {
    guard case .bundled(let lesson) = self else { return nil }
    return lesson.next.map { .bundled($0) }
  }
}
