/// What is refused in the text of a YAML document before a parser sees it.
///
/// A parser puts the value in an alias's place, so a few hundred bytes can stand for more than a
/// memory holds, and compares keys, which takes as long as such a key is big.
enum YAMLText {
  /// Refuses names for values, keys that are more than text, and characters that cannot be seen.
  static func check(_ text: String) throws(FileError) {
    var line = 1
    var last: Unicode.Scalar = "\n"
    /// The last one on the line that is no blank; the line's end where there is none.
    var lead: Unicode.Scalar = "\n"
    var scalars = text.unicodeScalars.makeIterator()
    var following = scalars.next()
    while let scalar = following {
      following = scalars.next()
      switch scalar {
      case "\r" where following == "\n": continue
      case "\n", "\r":
        line += 1
        (last, lead) = ("\n", "\n")
        continue
      case "&" where beginsValue(after: last) && !(following.map(isBlank) ?? true):
        throw FileError(
          line: line,
          "a name for a value, '&…'; write the value itself, or a blank behind '&' in a text"
        )
      case "?" where beginsValue(after: lead) && lead != " ":
        throw FileError(
          line: line,
          "a '?' that begins a key or a text; write the key alone, or the text in quotes"
        )
      case "\t": throw FileError(line: line, "a tab; write blanks instead")
      default: try checkVisible(scalar, line: line)
      }
      last = scalar
      if scalar != " " { lead = scalar }
    }
  }

  /// Refuses what an escape has put into a text; the end of a line may stand there.
  static func checkContent(of node: Node) throws(FileError) {
    switch node.value {
    case .null, .boolean, .number: break
    case .string(let text): try checkContent(text, line: node.line)
    case .list(let nodes):
      for node in nodes { try checkContent(of: node) }
    case .map(let members):
      for member in members {
        try checkContent(member.key, line: member.line)
        try checkContent(of: member.node)
      }
    }
  }

  private static func checkContent(_ text: String, line: Int) throws(FileError) {
    for scalar in text.unicodeScalars where scalar != "\n" {
      try checkVisible(scalar, line: line)
    }
  }

  private static func checkVisible(_ scalar: Unicode.Scalar, line: Int) throws(FileError) {
    guard scalar.isHidden else { return }
    throw FileError(
      line: line,
      "the character U+\(scalar.code(digits: 4)) cannot be shown; remove it"
    )
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\r"
  }

  private static func beginsValue(after scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || "[{,-:?".unicodeScalars.contains(scalar)
  }
}
