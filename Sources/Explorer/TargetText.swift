import LogitModel

/// A target as it is typed: a class, a number for each class, or `cat=0.3,dog=0.7`.
struct TargetText {
  private let problem: Problem

  init(_ problem: Problem) {
    self.problem = problem
  }

  func read(_ text: String) throws(Refusal) -> Target {
    let text = NumberText.trimmed(text)
    if let index = problem.classes.firstIndex(of: text) { return .index(index) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == problem.classes.count {
      let numbers = parts.compactMap { NumberText.read($0) }
      if numbers.count == parts.count { return .distribution(numbers) }
    }
    guard parts.count > 1 || text.contains("=") else { return .index(try classIndex(parts[0])) }
    var values = Array(repeating: 0.0, count: problem.classes.count)
    for part in parts {
      guard let mark = part.lastIndex(of: "="),
        let value = NumberText.read(part[part.index(after: mark)...])
      else { throw Refusal(.targetNotRead(String(part))) }
      values[try classIndex(part[..<mark])] = value
    }
    return .distribution(values)
  }

  /// The classes with mass, as they would be typed.
  func write(_ target: Target?) -> String {
    switch target {
    case nil: ""
    case .index(let index): problem.classes.indices.contains(index) ? name(index) + "=1" : ""
    case .distribution(let values):
      values.indices.filter { values[$0] > 0 }
        .map { "\(name($0))=\(values[$0])" }
        .joined(separator: ",")
    }
  }

  /// The name where it says which class is meant, else the index.
  private func name(_ index: Int) -> String {
    let name = problem.classes[index]
    let isPlain = !name.contains { $0 == "," || $0 == "=" } && !name.isEmpty
    let isOnly = problem.classes.count { $0 == name } == 1
    return isPlain && isOnly ? name : String(index)
  }

  private func classIndex(_ text: Substring) throws(Refusal) -> Int {
    let text = NumberText.trimmed(text)
    let named = problem.classes.indices.filter { problem.classes[$0] == text }
    if named.count == 1 { return named[0] }
    guard named.isEmpty, let index = Int(text), problem.classes.indices.contains(index) else {
      throw Refusal(named.isEmpty ? .noSuchClass(text) : .ambiguousClass(text))
    }
    return index
  }
}

/// A number as people type it.
enum NumberText {
  /// The number, with either minus and blanks around it; nil if it is none.
  static func read(_ text: some StringProtocol) -> Double? {
    Double(String(trimmed(text).map { $0 == "−" ? "-" : $0 }))
  }

  /// The text without the blanks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let from = text.drop { $0.isWhitespace }
    let end = from.lastIndex { !$0.isWhitespace }
    return end.map { String(from[...$0]) } ?? ""
  }
}
