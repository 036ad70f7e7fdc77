import LogitModel

/// A value of a document and the line it begins on.
///
/// The keys of a problem are the same whatever the notation, so a reader of a notation ends here
/// and the meaning of the keys is told once, in `ProblemDraft`.
struct Node {
  enum Value {
    case null
    case boolean
    case number(Double)
    case string(String)
    case list([Node])
    case map([(key: String, line: Int, node: Node)])
  }

  var line: Int
  var value: Value

  /// What stands there, for a message that says what was expected instead.
  var kind: String {
    switch value {
    case .null: "null"
    case .boolean: "true or false"
    case .number(let number): NumberText.json(number)
    case .string(let text): text.quoted
    case .list: "a list"
    case .map: "an object"
    }
  }
}
