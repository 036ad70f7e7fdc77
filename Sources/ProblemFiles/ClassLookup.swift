import LogitModel

/// Finds the classes that answers mean.
///
/// Only the names that are asked for are kept, since a vocabulary has many and a batch asks for few.
struct ClassLookup {
  /// Nil where the classes are named by their indices.
  private let classes: [String]?
  private let count: Int
  private let indices: [ExactText: [Int]]

  init(_ classes: [String]?, count: Int, for answers: [ProblemDraft.Answer]) {
    self.classes = classes
    self.count = count
    let asked = Set(answers.compactMap(\.word).map(ExactText.init))
    var indices: [ExactText: [Int]] = [:]
    if let classes, !asked.isEmpty {
      let lengths = Set(asked.map(\.text.utf8.count))
      for (index, name) in classes.enumerated() where lengths.contains(name.utf8.count) {
        let name = ExactText(name)
        if asked.contains(name) { indices[name, default: []].append(index) }
      }
    }
    self.indices = indices
  }

  /// The target that an answer means.
  func target(_ answer: ProblemDraft.Answer) throws(FileError) -> Target? {
    switch answer {
    case .none: return nil
    case .index(let index): return .index(index)
    case .name(let name): return .index(try index(named: name))
    case .distribution(let mass): return .distribution(mass)
    case .text(let text):
      if !found(text).isEmpty { return .index(try index(named: text)) }
      if let index = Int(text) { return .index(index) }
      if text.utf8.contains(UInt8(ascii: ",")) { return .distribution(try PlainNumbers.row(text)) }
      return .index(try index(named: text))
    }
  }

  /// The classes of that name.
  private func found(_ name: String) -> [Int] {
    guard classes == nil else { return indices[ExactText(name)] ?? [] }
    guard let index = Int(name), (0..<count).contains(index), name == String(index) else {
      return []
    }
    return [index]
  }

  private func index(named name: String) throws(FileError) -> Int {
    let found = found(name)
    guard let index = found.first else {
      let near = classes.flatMap { Spelling.nearest(to: name, among: $0) }
      let remedy =
        near.map { "did you mean \($0.quoted)?" } ?? "give a name of \"classes\" or an index"
      throw FileError("there is no class \(name.quoted); \(remedy)")
    }
    guard found.count == 1 else {
      let places = found.prefix(3).map(String.init).joined(separator: ", ")
      let more = found.count > 3 ? ", …" : ""
      throw FileError(
        "\(found.count) classes are named \(name.quoted); give an index instead (\(places)\(more))"
      )
    }
    return index
  }
}

extension ProblemDraft.Answer {
  /// What may be a name.
  fileprivate var word: String? {
    switch self {
    case .name(let text), .text(let text): text
    case .index, .distribution, .none: nil
    }
  }
}
