import LogitModel
import Yams

/// Reads one YAML document of plain values: maps by text keys, lists, texts and numbers.
///
/// What makes YAML dangerous or surprising is refused: anchors, which let a short text stand for
/// one without end, tags, keys that are no text, several documents.
package enum YAMLReader {
  /// A lesson is six deep; a bound keeps a hostile file from exhausting the stack.
  private static let depthLimit = 64

  /// Reads a document; a character that cannot be seen is refused, as an escape too unless it is asked for.
  ///
  /// What a lesson says is to be seen, but the names of a vocabulary hold anything.
  package static func read(_ text: String, hidden: Bool = false) throws(FileError) -> Node {
    try YAMLText.check(text)
    guard let root = try compose(text) else {
      throw FileError(line: 1, "there is nothing but comments and blanks; write a value")
    }
    let node = try node(root, depth: 0)
    if !hidden { try YAMLText.checkContent(of: node) }
    return node
  }

  private static func compose(_ text: String) throws(FileError) -> Yams.Node? {
    do {
      // The encoding is named since the default asks the environment and prints.
      return try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw FileError(yaml: error, in: text)
    }
  }

  private static func node(_ node: Yams.Node, depth: Int) throws(FileError) -> Node {
    let line = node.mark?.line ?? 1
    guard depth < depthLimit else {
      throw FileError(line: line, "lists and keys nested deeper than \(depthLimit); nest less")
    }
    switch node {
    case .scalar(let scalar):
      try checkTag(scalar.tag, line: line, isPlain: scalar.style == .plain)
      return Node(line: line, value: try value(scalar, line: line), notation: .yaml)
    case .sequence(let sequence):
      try checkTag(sequence.tag, line: line)
      var nodes: [Node] = []
      nodes.reserveCapacity(sequence.count)
      for element in sequence { nodes.append(try self.node(element, depth: depth + 1)) }
      return Node(line: line, value: .list(nodes), notation: .yaml)
    case .mapping(let mapping):
      try checkTag(mapping.tag, line: line)
      var members: [Node.Member] = []
      members.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let (name, line) = try self.key(key)
        members.append((name, line, try self.node(value, depth: depth + 1)))
      }
      return Node(line: line, value: .map(members), notation: .yaml)
    case .alias:
      throw FileError(line: line, "a name for a value, '*…'; write the value itself")
    }
  }

  private static func key(_ node: Yams.Node) throws(FileError) -> (name: String, line: Int) {
    let line = node.mark?.line ?? 1
    guard case .scalar(let scalar) = node else {
      throw FileError(line: line, "a key that is a list or has keys itself; write text as a key")
    }
    // The parser has compared the keys and so settled that an untagged one is text.
    try checkTag(scalar.tag, line: line, isPlain: false)
    let key = Node(line: line, value: try value(scalar, line: line), notation: .yaml)
    guard case .string(let name) = key.value else {
      throw FileError(
        line: line,
        "a key was expected, found \(key.kind); put a key that is no word in quotes"
      )
    }
    return (name, line)
  }

  /// What a scalar means: a bare word may be a number, a truth or nothing, all else is text.
  private static func value(_ scalar: Yams.Node.Scalar, line: Int) throws(FileError) -> Node.Value {
    let text = scalar.string
    guard scalar.style == .plain else { return .string(text) }
    switch text {
    case "", "~", "null": return .null
    case "true", "false": return .boolean(text == "true")
    default: break
    }
    do {
      return .number(try NumberText.parse(text))
    } catch {
      switch error {
      case .notDecimal: return .string(text)
      case .tooLarge:
        throw FileError(line: line, "\(text.quoted) is beyond what a double holds, 1.8e308")
      }
    }
  }

  /// The parser tags quoted text as text; every other tag was written by somebody.
  private static func checkTag(_ tag: Tag, line: Int, isPlain: Bool = true) throws(FileError) {
    let name = Tag.Name(rawValue: tag.rawValue)
    guard name == .implicit || (name == .str && !isPlain) else {
      throw FileError(
        line: line,
        "the tag \(tag.rawValue.quoted); leave it out, or put text that begins with '!' in quotes"
      )
    }
  }
}
