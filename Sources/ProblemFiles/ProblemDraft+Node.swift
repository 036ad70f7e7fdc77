import LogitModel

extension ProblemDraft {
  static let keys = [
    "title", "classes", "logits", "probabilities", "target", "targets", "loss", "temperature",
    "label_smoothing", "class_weights", "reduction", "ignore_index", "gamma", "hinge_margin",
  ]

  /// The draft that a document makes.
  package init(_ node: Node) throws(FileError) {
    guard case .map = node.value else {
      throw FileError(line: node.line, "\(node.kind) is no problem; \(node.notation.problemRemedy)")
    }
    let members = try node.members(among: Self.keys)
    try Self.checkPairs(members)
    for member in members {
      do {
        try set(member.key, to: member.node)
      } catch {
        throw FileError(line: error.line ?? member.line, "\"\(member.key)\": \(error.message)")
      }
    }
  }

  /// Refuses two keys that say the same.
  private static func checkPairs(_ found: [Node.Member]) throws(FileError) {
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
  fileprivate func logit() throws(FileError) -> Double { try number("a number or \"-inf\"") }

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
