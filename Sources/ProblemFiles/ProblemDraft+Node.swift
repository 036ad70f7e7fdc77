import LogitModel

extension ProblemDraft {
  private static let keys = [
    "title", "classes", "logits", "probabilities", "target", "targets", "loss", "temperature",
    "label_smoothing", "class_weights", "reduction", "ignore_index", "gamma", "hinge_margin",
  ]

  /// The draft that a document makes.
  init(_ node: Node) throws(FileError) {
    guard case .map(let members) = node.value else {
      let remedy = "write an object such as {\"logits\": [[2, -1, 0.1]], \"targets\": [0]}"
      throw FileError(line: node.line, "\(node.kind) is no problem; \(remedy)")
    }
    try Self.checkPairs(members.map { ($0.key, $0.line) })
    for member in members {
      do {
        try set(member.key, to: member.node)
      } catch {
        throw FileError(line: error.line ?? member.line, "\"\(member.key)\": \(error.message)")
      }
    }
  }

  /// Refuses keys that nobody reads, and two that say the same.
  private static func checkPairs(_ found: [(key: String, line: Int)]) throws(FileError) {
    for (key, line) in found where !keys.contains(key) {
      let near = Spelling.nearest(to: key, among: keys)
      let remedy =
        near.map { "did you mean \"\($0)\"?" } ?? "known are \(keys.joined(separator: ", "))"
      throw FileError(line: line, "the key \(key.quoted) is not known; \(remedy)")
    }
    for (one, other) in [("logits", "probabilities"), ("target", "targets")] {
      guard let line = found.first(where: { $0.key == other })?.line else { continue }
      if found.contains(where: { $0.key == one }) {
        throw FileError(line: line, "\"\(one)\" and \"\(other)\" both stand here; keep one")
      }
    }
  }

  private mutating func set(_ key: String, to node: Node) throws(FileError) {
    switch key {
    case "title": title = try node.string()
    case "classes": classes = try node.list("a list of names", of: Node.string)
    case "logits": scores = .logits(try node.rows(of: Node.logit))
    case "probabilities": scores = .probabilities(try node.rows(of: Node.quantity))
    case "target": targets = [try node.answer()]
    case "targets":
      targets = try node.list("a list, one target a row", each: "row", of: Node.answer)
    case "loss": loss = try node.loss()
    case "reduction": reduction = try node.reduction()
    case "temperature": temperature = try node.quantity()
    case "label_smoothing": labelSmoothing = try node.quantity()
    case "class_weights":
      classWeights = try node.list("a list of numbers", of: Node.quantity)
    case "ignore_index": ignoreIndex = try node.index()
    case "gamma": gamma = try node.quantity()
    default: hingeMargin = try node.quantity()
    }
  }
}

extension Node {
  /// A number; the infinities and NaN stand as strings, whether they are legal there or not.
  fileprivate func number(_ expected: String) throws(FileError) -> Double {
    switch value {
    case .number(let number): return number
    case .string("-inf"): return -.infinity
    case .string("inf"): return .infinity
    case .string("nan"): return .nan
    default: throw FileError(line: line, "\(expected) was expected, found \(kind)")
    }
  }

  fileprivate func logit() throws(FileError) -> Double { try number("a number or \"-inf\"") }

  fileprivate func quantity() throws(FileError) -> Double { try number("a number") }

  fileprivate func string() throws(FileError) -> String {
    guard case .string(let text) = value else {
      throw FileError(line: line, "text in double quotes was expected, found \(kind)")
    }
    return text
  }

  fileprivate func index() throws(FileError) -> Int {
    guard case .number(let number) = value, let index = Int(exactly: number) else {
      throw FileError(line: line, "a whole number was expected, found \(kind)")
    }
    return index
  }

  fileprivate func list<Element>(
    _ expected: String,
    each: String = "class",
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
        throw FileError(line: error.line, "\(each) \(index): \(error.message)")
      }
    }
    return elements
  }

  /// One row of numbers or a list of rows.
  fileprivate func rows(
    of number: @escaping (Node) -> () throws(FileError) -> Double
  ) throws(FileError) -> [[Double]] {
    let expected = "a list of numbers or of rows"
    guard case .list(let nodes) = value, case .list? = nodes.first?.value else {
      return [try list(expected, of: number)]
    }
    return try list(expected, each: "row") { node in
      { () throws(FileError) in try node.list("a row of numbers", of: number) }
    }
  }

  fileprivate func answer() throws(FileError) -> ProblemDraft.Answer {
    switch value {
    case .null: .none
    case .string(let name): .name(name)
    case .list: .distribution(try list("a distribution", of: Node.quantity))
    case .number: .index(try index())
    case .boolean, .map:
      throw FileError(
        line: line,
        "a class name, an index or a distribution was expected, found \(kind)"
      )
    }
  }

  fileprivate func loss() throws(FileError) -> any Loss {
    let name = try string()
    guard let loss = Losses.named(name) else {
      let known = Losses.all.map(\.name).joined(separator: ", ")
      throw FileError(line: line, "the loss \(name.quoted) is not available; write \(known)")
    }
    return loss
  }

  fileprivate func reduction() throws(FileError) -> Reduction {
    let name = try string()
    guard let reduction = Reduction(rawValue: name) else {
      let known = Reduction.allCases.map(\.rawValue).joined(separator: ", ")
      throw FileError(line: line, "\(name.quoted) is no reduction; write \(known)")
    }
    return reduction
  }
}
