extension Expression.Term {
  /// The term as people write it, which reads back the same where its numbers and quantities do.
  package func text(
    number: (Double) -> String,
    quantity: (Expression.Quantity) -> String
  ) -> String {
    func write(_ term: Self) -> String { term.text(number: number, quantity: quantity) }
    func operand(_ term: Self, above level: Int, isRight: Bool = false) -> String {
      let needsBrackets = term.level < level || isRight && term.isNegated
      return needsBrackets ? "(\(write(term)))" : write(term)
    }
    switch self {
    case .number(let value): return number(value)
    case .nan: return number(.nan)
    case .quantity(let name): return quantity(name)
    case .negated(let term): return "−" + operand(term, above: 3)
    case .operation(let sign, let left, let right):
      let right = operand(right, above: level + 1, isRight: true)
      return operand(left, above: level) + sign.sign + right
    case .call(.abs, let term): return "|\(write(term))|"
    case .call(let function, let term):
      switch term {
      case .quantity, .call(.abs, _): return "\(function.rawValue) \(write(term))"
      default: return "\(function.rawValue)(\(write(term)))"
      }
    case .count(let left, let relation, let right):
      return "count(\(write(left)) \(relation.sign) \(write(right)))"
    }
  }

  /// How tightly it holds together: sums 1, products 2, signs 3, all else 4.
  private var level: Int {
    switch self {
    case .operation(.plus, _, _), .operation(.minus, _, _): 1
    case .operation: 2
    case .negated: 3
    default: 4
    }
  }

  private var isNegated: Bool {
    if case .negated = self { true } else { false }
  }

  /// Every quantity in it, from left to right.
  package var quantities: [Expression.Quantity] {
    switch self {
    case .number, .nan: []
    case .quantity(let quantity): [quantity]
    case .negated(let term), .call(_, let term): term.quantities
    case .operation(_, let left, let right), .count(let left, _, let right):
      left.quantities + right.quantities
    }
  }
}

extension Expression.Operator {
  fileprivate var sign: String {
    switch self {
    case .plus: " + "
    case .minus: " − "
    case .times: "⋅"
    case .over: "/"
    }
  }
}

extension Condition.Relation {
  /// As people write it.
  package var sign: String {
    switch self {
    case .less, .greater, .equal: rawValue
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .notEqual: "≠"
    }
  }

  /// The relation that holds with the sides exchanged.
  package var mirrored: Self {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
