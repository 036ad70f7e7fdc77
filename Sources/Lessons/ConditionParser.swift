import ProblemFiles

extension Condition {
  /// Reads comparisons joined with `and`, or `true` or `false` alone.
  package static func parse(_ text: String, line: Int) throws(FileError) -> Condition {
    var parser = try ConditionParser(ConditionPlace(text: text, line: line))
    let truth = parser.truth()
    let comparisons = truth == nil ? try parser.comparisons() : []
    try parser.finish(expecting: truth == nil ? "an operator, a relation or \"and\"" : "nothing")
    return Condition(
      comparisons: comparisons,
      isPossible: truth ?? true,
      text: text,
      line: line
    )
  }
}

extension Expression {
  /// Reads a term of quantities.
  package static func parse(_ text: String, line: Int) throws(FileError) -> Expression {
    var parser = try ConditionParser(ConditionPlace(text: text, line: line))
    let term = try parser.sum()
    try parser.finish(expecting: "an operator")
    return Expression(term: term, text: text, line: line)
  }
}

/// Puts the words of a condition together, by recursive descent.
struct ConditionParser {
  /// A bound keeps hostile brackets from exhausting the stack.
  private static let depthLimit = 32

  private let place: ConditionPlace
  private let tokens: [ConditionToken]
  private var position = 0
  private var depth = 0

  fileprivate init(_ place: ConditionPlace) throws(FileError) {
    self.place = place
    tokens = try ConditionScanner.tokens(place)
  }

  /// The end is never gone beyond.
  private var next: ConditionToken { tokens[position] }

  private mutating func take(_ kind: ConditionToken.Kind) -> Bool {
    guard next.kind == kind else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: String) throws(FileError) {
    guard take(.sign(sign)) else { throw expected("an operator or \(sign)") }
  }

  private func expected(_ what: String) -> FileError {
    let found = next.kind == .end ? "the end" : next.text.quoted
    return place.error(at: next.column, "\(found) stands where \(what) is expected")
  }

  fileprivate func finish(expecting what: String) throws(FileError) {
    guard next.kind == .end else { throw expected(what) }
  }

  // MARK: Comparisons

  fileprivate mutating func truth() -> Bool? {
    if take(.name("true")) { return true }
    return take(.name("false")) ? false : nil
  }

  fileprivate mutating func comparisons() throws(FileError) -> [Condition.Comparison] {
    var found: [Condition.Comparison] = []
    repeat {
      var left = try sum()
      guard var sign = relation() else { throw expected("a relation such as < or =") }
      // Of a chain each neighbours are compared.
      while true {
        let right = try sum()
        found.append(Condition.Comparison(left: left, relation: sign, right: right))
        left = right
        guard let another = relation() else { break }
        sign = another
      }
    } while take(.name("and"))
    return found
  }

  private mutating func relation() -> Condition.Relation? {
    guard case .sign(let sign) = next.kind, let found = Condition.Relation(rawValue: sign) else {
      return nil
    }
    position += 1
    return found
  }

  // MARK: Terms

  fileprivate mutating func sum() throws(FileError) -> Expression.Term {
    var term = try product()
    while let sign = operation(.plus, .minus) {
      term = .operation(sign, term, try product())
    }
    return term
  }

  private mutating func product() throws(FileError) -> Expression.Term {
    var term = try factor()
    while let sign = operation(.times, .over) {
      term = .operation(sign, term, try factor())
    }
    return term
  }

  private mutating func operation(
    _ one: Expression.Operator,
    _ other: Expression.Operator
  ) -> Expression.Operator? {
    [one, other].first { take(.sign($0.rawValue)) }
  }

  /// All that nests passes here.
  private mutating func factor() throws(FileError) -> Expression.Term {
    guard depth < Self.depthLimit else {
      throw place.error(at: next.column, "nested deeper than \(Self.depthLimit)")
    }
    depth += 1
    defer { depth -= 1 }
    if take(.sign("-")) { return .negated(try factor()) }
    if take(.sign("+")) { return try factor() }
    return try primary()
  }

  private mutating func primary() throws(FileError) -> Expression.Term {
    switch next.kind {
    case .number(let value):
      position += 1
      return .number(value)
    case .sign("("):
      position += 1
      let term = try sum()
      try expect(")")
      return term
    // Where an operand is wanted the stroke opens, and where an operator is it closes.
    case .sign("|"):
      position += 1
      let term = try sum()
      try expect("|")
      return .call(.abs, term)
    case .name(let name) where name != "and":
      return try named(name)
    default:
      throw expected("a number or a quantity")
    }
  }

  private mutating func named(_ name: String) throws(FileError) -> Expression.Term {
    let column = next.column
    position += 1
    switch name {
    case "inf": return .number(.infinity)
    case "nan": return .nan
    case "count": return try count()
    default: break
    }
    if let function = Expression.Function(rawValue: name) { return .call(function, try factor()) }
    let prefix = "baseline."
    let ofBaseline = name.hasPrefix(prefix)
    guard name != "baseline" else {
      throw place.error(at: column, "baseline needs a quantity behind a point: baseline.loss")
    }
    var classes: [String] = []
    if case .classes(let written) = next.kind {
      classes = written
      position += 1
    }
    return .quantity(
      Expression.Quantity(
        name: ofBaseline ? String(name.dropFirst(prefix.count)) : name,
        ofBaseline: ofBaseline,
        classes: classes
      )
    )
  }

  private mutating func count() throws(FileError) -> Expression.Term {
    guard take(.sign("(")) else { throw expected("( with a comparison, as count(x > 0),") }
    let left = try sum()
    guard let relation = relation() else { throw expected("a relation such as < or =") }
    let right = try sum()
    try expect(")")
    return .count(left, relation, right)
  }
}
