/// A term of quantities: a number, or one for each class.
package struct Expression: Equatable, Sendable {
  package indirect enum Term: Equatable, Sendable {
    case number(Double)
    /// Apart from the numbers, since as one of them it would not equal itself.
    case nan
    case quantity(Quantity)
    case negated(Term)
    case operation(Operator, Term, Term)
    /// A function of a term; `|x|` is `abs`.
    case call(Function, Term)
    /// How many entries compare so.
    case count(Term, Condition.Relation, Term)
  }

  package enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  package enum Function: String, CaseIterable, Sendable {
    case abs, max, min, sum, log, exp
  }

  /// A named quantity of the evaluation, of its class or classes where it has several.
  package struct Quantity: Hashable, Sendable {
    package let name: String
    package let ofBaseline: Bool
    /// Class names or indices, as they were written; none for the whole.
    package let classes: [String]

    package init(name: String, ofBaseline: Bool, classes: [String]) {
      self.name = name
      self.ofBaseline = ofBaseline
      self.classes = classes
    }
  }

  package let term: Term
  package let text: String
  package let line: Int
}
