import LogitModel
import ProblemFiles

extension Lesson {
  private static let keys = ["name", "level", "title", "source", "start", "steps"]

  /// The lesson that a document tells.
  init(_ node: Node) throws(FileError) {
    let fields = try Fields(node, among: Self.keys)
    name = try fields.required("name", as: Node.lessonName)
    level = try fields.required("level", as: Node.level)
    title = try fields.required("title", as: Node.prose)
    source = try fields.required("source", as: Node.prose)
    let start = try fields.part("start", as: Node.start)
    let steps = try fields.part("steps") { node in
      { () throws(FileError) in try node.steps(from: start) }
    }
    guard let steps else { throw fields.missing("steps") }
    guard let subject = steps.first?.start.subject else {
      throw FileError(
        line: steps.first?.line ?? node.line,
        "step 1: there is no problem to begin with; add \"start\" with \"problem\""
      )
    }
    self.subject = subject
    self.steps = steps
    try Self.checkScripts(of: steps)
  }
}

extension Node {
  private static let nameLimit = 40

  fileprivate func lessonName() throws(FileError) -> String {
    let name = try string()
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isName, (1...Self.nameLimit).contains(name.utf8.count) else {
      throw FileError(
        line: line,
        "\(name.quoted) is no name; write up to \(Self.nameLimit) letters, digits and hyphens"
      )
    }
    return name
  }

  fileprivate func level() throws(FileError) -> Int {
    let level = try index()
    guard Lesson.levels.contains(level) else {
      let known = Lesson.levels.map(String.init).joined(separator: ", ")
      throw FileError(line: line, "there is no level \(level); write one of \(known)")
    }
    return level
  }

  /// The steps, of which the first begins where the lesson does.
  fileprivate func steps(from start: Start?) throws(FileError) -> [LessonStep] {
    guard case .list(let nodes) = value else {
      throw FileError(line: line, "a list of steps was expected, found \(kind)")
    }
    guard !nodes.isEmpty else { throw FileError(line: line, "there are no steps; add one") }
    try Lesson.check(stepCount: nodes.count, line: line)
    var steps: [LessonStep] = []
    for (index, node) in nodes.enumerated() {
      do {
        steps.append(try LessonStep(node, opening: index == 0 ? start ?? Start() : nil))
      } catch {
        throw FileError(line: error.line, "step \(index + 1): \(error.message)")
      }
    }
    return steps
  }
}

extension Lesson {
  static func check(stepCount: Int, line: Int) throws(FileError) {
    guard stepCount <= stepLimit else {
      throw FileError(line: line, "there are \(stepCount) steps; keep to \(stepLimit)")
    }
  }

  /// Refuses scripts that would keep a person waiting.
  static func checkScripts(of steps: [LessonStep]) throws(FileError) {
    let lines = steps.flatMap { $0.start.commands + $0.solution }
    let count = lines.reduce(0) { $0 + $1.length }
    guard count <= commandLimit else {
      throw FileError(
        line: lines.first?.line,
        "there are \(count) commands and keys; keep to \(commandLimit)"
      )
    }
  }
}

extension ScriptLine {
  /// How many commands or keys it has.
  fileprivate var length: Int {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.first.map(String.init) == Self.press else { return 1 }
    // Behind `type:` every character is a key.
    return words.dropFirst().reduce(0) { $0 + ($1.hasPrefix("type:") ? $1.count : 1) }
  }
}
