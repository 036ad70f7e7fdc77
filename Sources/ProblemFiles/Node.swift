import LogitModel

/// A value of a document and the line it begins on.
///
/// The keys of a problem are the same whatever the notation, so a reader of a notation ends here
/// and the meaning of the keys is told once, in `ProblemDraft`.
package struct Node: Sendable {
  /// What a person wrote it in, for remedies that can be followed there.
  package enum Notation: Sendable {
    case json, yaml
  }

  package typealias Member = (key: String, line: Int, node: Node)

  package enum Value: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case list([Node])
    case map([Member])
  }

  package var line: Int
  package var value: Value
  package var notation = Notation.json

  package init(line: Int, value: Value, notation: Notation = .json) {
    self.line = line
    self.value = value
    self.notation = notation
  }

  /// What stands there, for a message that says what was expected instead.
  package var kind: String {
    switch (value, notation) {
    case (.null, .json): "null"
    case (.null, .yaml): "nothing"
    case (.boolean, .json): "true or false"
    case (.boolean(let value), .yaml): String(value)
    case (.number(let number), _): NumberText.json(number)
    case (.string(let text), _): text.quoted
    case (.list, _): "a list"
    case (.map, .json): "an object"
    case (.map, .yaml): "keys with values"
    }
  }
}

extension Node.Notation {
  /// How a problem is written.
  var problemRemedy: String {
    switch self {
    case .json: "write an object such as {\"logits\": [[2, -1, 0.1]], \"targets\": [0]}"
    case .yaml: "write keys with values such as {logits: [2, -1, 0.1], target: 0}"
    }
  }
}
