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
    // Read once: of many classes many may be named.
    let named = Dictionary(grouping: problem.classes.indices) { ExactText(problem.classes[$0]) }
    for part in parts {
      guard let mark = part.unicodeScalars.lastIndex(of: "="),
        let value = NumberText.read(part[part.unicodeScalars.index(after: mark)...])
      else { throw Refusal(.targetNotRead(String(part))) }
      let name = NumberText.trimmed(part[..<mark])
      values[try classIndex(name, named: named[ExactText(name), default: []])] = value
    }
    return .distribution(values)
  }

  /// The classes with mass, as they would be typed.
  func write(_ target: Target?) -> String {
    switch target {
    case nil: ""
    case .index(let index) where problem.classes.indices.contains(index):
      name(index, isShared: indices(named: problem.classes[index]).count > 1) + "=1"
    case .index: ""
    case .distribution(let values): write(values)
    }
  }

  private func write(_ values: [Double]) -> String {
    var seen: Set<ExactText> = []
    var shared: Set<ExactText> = []
    for name in problem.classes {
      let name = ExactText(name)
      if !seen.insert(name).inserted { shared.insert(name) }
    }
    return values.indices.filter { values[$0] > 0 }
      .map { index in
        let isShared = shared.contains(ExactText(problem.classes[index]))
        return "\(name(index, isShared: isShared))=\(values[index])"
      }
      .joined(separator: ",")
  }

  /// The name where it says which class is meant, else the index.
  private func name(_ index: Int, isShared: Bool) -> String {
    let name = problem.classes[index]
    let isPlain =
      !name.isEmpty && !name.unicodeScalars.contains { $0 == "," || $0 == "=" }
      && ExactText(NumberText.trimmed(name)) == ExactText(name)
    return isPlain && !isShared ? name : String(index)
  }

  private func indices(named name: String) -> [Int] { problem.classes.indices(ofExactly: name) }

  private func classIndex(_ text: String) throws(Refusal) -> Int {
    try classIndex(text, named: indices(named: text))
  }

  private func classIndex(_ text: String, named: [Int]) throws(Refusal) -> Int {
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
