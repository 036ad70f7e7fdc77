import LogitModel

/// Classes by name.
struct ClassLookup {
  private let indices: [ExactText: [Int]]

  init(_ classes: [String]) {
    indices = Dictionary(grouping: classes.indices) { ExactText(classes[$0]) }
  }

  /// The target that an answer means.
  func target(_ answer: ProblemDraft.Answer) throws(FileError) -> Target? {
    switch answer {
    case .none: return nil
    case .index(let index): return .index(index)
    case .name(let name): return .index(try index(named: name))
    case .distribution(let mass): return .distribution(mass)
    case .text(let text):
      if indices[ExactText(text)] != nil { return .index(try index(named: text)) }
      if let index = Int(text) { return .index(index) }
      if text.utf8.contains(UInt8(ascii: ",")) { return .distribution(try PlainNumbers.row(text)) }
      return .index(try index(named: text))
    }
  }

  private func index(named name: String) throws(FileError) -> Int {
    let found = indices[ExactText(name)] ?? []
    guard let index = found.first else {
      let near = Spelling.nearest(to: name, among: indices.keys.lazy.map(\.text))
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
