import ProblemFiles

/// A map whose keys are all known, read key by key.
struct Fields {
  let line: Int
  private let members: [Node.Member]

  init(_ node: Node, among known: [String]) throws(FileError) {
    line = node.line
    members = try node.members(among: known)
  }

  func line(of key: String) -> Int? {
    members.first { $0.key == key }?.line
  }

  /// What stands at a key; nil where the key does not stand there.
  func read<Value>(
    _ key: String,
    as value: (Node) -> () throws(FileError) -> Value
  ) throws(FileError) -> Value? {
    do {
      return try part(key, as: value)
    } catch {
      throw FileError(line: error.line, "\"\(key)\": \(error.message)")
    }
  }

  /// What stands at a key whose own keys or elements tell the place of an error well enough.
  func part<Value>(
    _ key: String,
    as value: (Node) -> () throws(FileError) -> Value
  ) throws(FileError) -> Value? {
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    return try value(member.node)()
  }

  func required<Value>(
    _ key: String,
    as value: (Node) -> () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    guard let value = try read(key, as: value) else { throw missing(key) }
    return value
  }

  func missing(_ key: String) -> FileError {
    FileError(line: line, "\"\(key)\" is missing; add it")
  }
}
