extension Node {
  /// The members of a map, if each key is one of those known.
  package func members(among known: [String]) throws(FileError) -> [Member] {
    guard case .map(let members) = value else {
      let examples = known.prefix(3).joined(separator: ", ")
      throw FileError(line: line, "keys such as \(examples) were expected, found \(kind)")
    }
    for member in members where !known.contains(member.key) {
      let near = Spelling.nearest(to: member.key, among: known)
      var remedy = near.map { "did you mean \"\($0)\"?" }
      // A comma ends an unquoted text within braces, and the rest of the text is taken for a key.
      if notation == .yaml, remedy == nil, case .null = member.node.value {
        remedy = "put a text that holds a comma in quotes"
      }
      let known = "known are \(known.joined(separator: ", "))"
      throw FileError(
        line: member.line,
        "the key \(member.key.quoted) is not known; \(remedy ?? known)"
      )
    }
    return members
  }

  /// A number; the infinities and NaN stand as strings, whether they are legal there or not.
  package func number(_ expected: String) throws(FileError) -> Double {
    switch value {
    case .number(let number): return number
    case .string("-inf"): return -.infinity
    case .string("inf"): return .infinity
    case .string("nan"): return .nan
    default: throw FileError(line: line, "\(expected) was expected, found \(kind)")
    }
  }

  package func quantity() throws(FileError) -> Double { try number("a number") }

  package func index() throws(FileError) -> Int {
    guard case .number(let number) = value, let index = Int(exactly: number) else {
      throw FileError(line: line, "a whole number was expected, found \(kind)")
    }
    return index
  }

  package func string() throws(FileError) -> String {
    switch (value, notation) {
    case (.string(let text), _): return text
    case (_, .json):
      throw FileError(line: line, "text in double quotes was expected, found \(kind)")
    case (.number, .yaml), (.boolean, .yaml):
      throw FileError(line: line, "text was expected, found \(kind); put it in quotes")
    case (_, .yaml):
      throw FileError(line: line, "text was expected, found \(kind)")
    }
  }

  package func list<Element>(
    _ expected: String,
    each: String = "class",
    countedFrom first: Int = 0,
    of element: (Node) -> () throws(FileError) -> Element
  ) throws(FileError) -> [Element] {
    guard case .list(let nodes) = value else {
      throw FileError(line: line, "\(expected) was expected, found \(kind)")
    }
    var elements: [Element] = []
    elements.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      do {
        elements.append(try element(node)())
      } catch {
        throw FileError(line: error.line, "\(each) \(first + index): \(error.message)")
      }
    }
    return elements
  }
}
