import LogitModel
import ProblemFiles

/// The values that the keys of a lesson have.
extension Node {
  /// In bytes; a screen of 80×24 holds half of it in Korean.
  private static let textLimit = 4000

  /// Text that says something, without the blanks around it.
  func words() throws(FileError) -> String {
    let words = NumberText.trimmed(try string())
    guard !words.isEmpty else { throw FileError(line: line, "the text is empty; write it") }
    guard words.utf8.count <= Self.textLimit else {
      throw FileError(line: line, "the text is far longer than a screen; shorten it")
    }
    return words
  }

  func prose() throws(FileError) -> Prose {
    try Fields(self, among: Prose.keys).prose()
  }

  func command() throws(FileError) -> ScriptLine {
    ScriptLine(try words(), line: line)
  }

  func commands() throws(FileError) -> [ScriptLine] {
    try list("a list such as [negatives 0.4]", each: "command", countedFrom: 1, of: Node.command)
  }

  func hints() throws(FileError) -> [Prose] {
    try list("a list of hints", each: "hint", countedFrom: 1, of: Node.prose)
  }

  func condition() throws(FileError) -> Condition {
    switch value {
    case .boolean(let holds):
      return Condition(comparisons: [], isPossible: holds, text: String(holds), line: line)
    case .string(let text): return try Condition.parse(text, line: line)
    default:
      throw FileError(line: line, "a condition such as loss < 0.5 was expected, found \(kind)")
    }
  }

  func expression() throws(FileError) -> Expression {
    switch value {
    case .number(let number):
      return try Expression.parse(NumberText.plain(number), line: line)
    case .string(let text): return try Expression.parse(text, line: line)
    default:
      throw FileError(line: line, "a quantity such as loss was expected, found \(kind)")
    }
  }

  func tolerance() throws(FileError) -> Double {
    let tolerance = try quantity()
    guard tolerance > 0, tolerance.isFinite else {
      throw FileError(line: line, "the tolerance is \(kind); give a finite number above 0")
    }
    return tolerance
  }
}

extension Prose {
  static let keys = ["en", "ko"]
}

extension Fields {
  /// The text that stands in both languages among these keys.
  func prose() throws(FileError) -> Prose {
    Prose(
      en: try required("en", as: Node.words),
      ko: try required("ko", as: Node.words),
      line: line
    )
  }
}
