import LogitModel
import ProblemFiles

/// A demonstration as plain text, for a talk: a command a line as it is typed behind ":", captions behind "#",
/// and first, if any, the example to begin with.
///
/// It makes a lesson that only tells and does: each caption is a step, with the commands below it.
package struct DemoScript {
  /// The example that it names.
  package let example: String?
  private let steps: [LessonStep]

  /// Whether a text is one: its first line that is no caption is a command; nil where there is no such line.
  ///
  /// A lesson begins with a key and a colon.
  package static func isOne(_ text: String) -> Bool? {
    let lines = text.split(whereSeparator: \.isNewline).lazy.map { NumberText.trimmed($0) }
    guard let first = lines.first(where: { !$0.isEmpty && !$0.hasPrefix("#") }) else { return nil }
    let rest = first.drop { $0.isLetter || $0 == "_" || $0 == "-" }
    let isKey = rest.count < first.count && rest.drop { $0 == " " }.hasPrefix(":")
    return !isKey && !"{[-%".contains(first.prefix(1))
  }

  package init(_ input: InputText) throws(FileError) {
    do throws(FileError) {
      var reader = DemoReader()
      let lines = input.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (index, line) in lines.enumerated() {
        try reader.read(NumberText.trimmed(line), line: index + 1)
      }
      guard !reader.steps.isEmpty else {
        throw FileError("it has no captions and no commands; add some")
      }
      example = reader.example
      steps = reader.steps.map { LessonStep(caption: $0.caption, line: $0.line, script: $0.script) }
      try Lesson.check(stepCount: steps.count, line: 1)
      try Lesson.checkScripts(of: steps)
    } catch {
      throw FileError(source: input.source, line: error.line, error.message)
    }
  }

  /// The lesson, on the example's problem or on another where none is named.
  package func lesson(on subject: StartingPoint) -> Lesson {
    let title = Prose(en: subject.problem.title, ko: subject.problem.title, line: 1)
    return Lesson(
      name: "demo",
      title: title,
      source: title,
      level: Lesson.levels.lowerBound,
      subject: subject,
      steps: steps
    )
  }
}

/// The lines of a demonstration as they come.
private struct DemoReader {
  /// In characters; more than this fills half of a screen.
  private static let captionLimit = 400

  var example: String?
  var steps: [(caption: String, line: Int, script: [ScriptLine])] = []
  /// Whether another line of captions goes on with the last one.
  private var isInCaption = false

  mutating func read(_ text: String, line: Int) throws(FileError) {
    if text.hasPrefix("#") {
      try readCaption(NumberText.trimmed(text.dropFirst()), line: line)
    } else if text.hasPrefix("example ") {
      guard example == nil, steps.allSatisfy(\.script.isEmpty) else {
        throw FileError(line: line, "one example, and before the commands; keep the first")
      }
      example = NumberText.trimmed(text.dropFirst("example ".count))
    } else {
      isInCaption = false
      guard !text.isEmpty else { return }
      if steps.isEmpty { steps.append(("", line, [])) }
      // As it is typed, colon and all.
      let command = text.hasPrefix(":") ? NumberText.trimmed(text.dropFirst()) : text
      steps[steps.count - 1].script.append(ScriptLine(command, line: line))
    }
  }

  private mutating func readCaption(_ text: String, line: Int) throws(FileError) {
    guard !text.isEmpty else { return }
    if isInCaption {
      steps[steps.count - 1].caption += " " + text
    } else {
      steps.append((text, line, []))
    }
    isInCaption = true
    guard steps[steps.count - 1].caption.count <= Self.captionLimit else {
      throw FileError(line: line, "the caption fills half a screen; part it with a blank line")
    }
  }
}

extension LessonStep {
  /// A step that tells and does, and asks nothing.
  fileprivate init(caption: String, line: Int, script: [ScriptLine]) {
    self.line = line
    start = Start()
    text = Prose(en: caption, ko: caption, line: line)
    prediction = nil
    task = nil
    goal = nil
    tolerance = 0
    only = nil
    hints = []
    solution = script
    after = nil
  }
}
