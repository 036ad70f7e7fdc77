import LogitModel

/// A target as it is typed: a class, the ignore index, a number for each class, or `cat=0.3,dog=0.7`.
struct TargetText {
  private let problem: Problem

  init(_ problem: Problem) {
    self.problem = problem
  }

  func read(_ text: String) throws(Refusal) -> Target {
    let text = NumberText.trimmed(text)
    if !indices(named: text).isEmpty { return .index(try classIndex(text)) }
    let ignoreIndex = problem.settings.ignoreIndex
    if Int(text) == ignoreIndex { return .index(ignoreIndex) }
    let parts = text.parts(at: ",")
    if parts.count == problem.classes.count {
      let numbers = parts.compactMap { NumberText.read($0) }
      if numbers.count == parts.count { return .distribution(numbers) }
    }
    guard parts.count > 1 || text.unicodeScalars.contains("=") else {
      return .index(try classIndex(text))
    }
    var values = Array(repeating: 0.0, count: problem.classes.count)
    for part in parts {
      guard let mark = part.unicodeScalars.lastIndex(of: "="),
        let value = NumberText.read(part[part.unicodeScalars.index(after: mark)...])
      else { throw Refusal(.targetNotRead(String(part))) }
      values[try classIndex(NumberText.trimmed(part[..<mark]))] = value
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
    let isPlain =
      !name.isEmpty && !name.unicodeScalars.contains { $0 == "," || $0 == "=" }
      && ExactText(NumberText.trimmed(name)) == ExactText(name)
    return isPlain && indices(named: name).count == 1 ? name : String(index)
  }

  private func indices(named name: String) -> [Int] { problem.classes.indices(ofExactly: name) }

  private func classIndex(_ text: String) throws(Refusal) -> Int {
    let named = indices(named: text)
    if named.count == 1 { return named[0] }
    guard named.isEmpty, let index = Int(text), problem.classes.indices.contains(index) else {
      throw Refusal(named.isEmpty ? .noSuchClass(text) : .ambiguousClass(text))
    }
    return index
  }
}

/// Numbers as people type them.
extension NumberText {
  /// The number, with either minus and blanks around it; nil if it is none.
  static func read(_ text: some StringProtocol) -> Double? {
    let scalars = trimmed(text).unicodeScalars.map { $0 == "−" ? "-" : $0 }
    return try? parse(String(String.UnicodeScalarView(scalars)))
  }
}
