/// What must hold: comparisons, all of them.
package struct Condition: Equatable, Sendable {
  package enum Relation: String, CaseIterable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// Within the step's tolerance.
    case equal = "="
    case notEqual = "!="
  }

  package struct Comparison: Equatable, Sendable {
    package let left: Expression.Term
    package let relation: Relation
    package let right: Expression.Term
  }

  /// None for a condition that is always true, as `true` is written.
  package let comparisons: [Comparison]
  /// Whether it holds at all: false for `false`.
  package let isPossible: Bool
  package let text: String
  package let line: Int
}
