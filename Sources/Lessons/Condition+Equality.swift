extension Condition {
  /// Whether something in it is equal only within the step's tolerance.
  var needsTolerance: Bool {
    comparisons.contains { $0.left.needsTolerance($0.relation, $0.right) }
  }
}

extension Expression.Term {
  private static let wholeQuantities: Set = [
    "argmax", "positive", "class", "row", "rows", "classes", "descent_steps",
  ]

  fileprivate func needsTolerance(_ relation: Condition.Relation, _ other: Self) -> Bool {
    let isExact = (isWhole && other.isWhole) || isBeyondNumbers || other.isBeyondNumbers
    return (relation == .equal && !isExact) || countsEqual || other.countsEqual
  }

  /// Whether something in it is counted that is equal only within a tolerance.
  private var countsEqual: Bool {
    switch self {
    case .number, .nan, .quantity: false
    case .negated(let term), .call(_, let term): term.countsEqual
    case .operation(_, let left, let right): left.countsEqual || right.countsEqual
    case .count(let left, let relation, let right): left.needsTolerance(relation, right)
    }
  }

  /// Whether its entries are counts or indices, which are equal or not without any doubt.
  private var isWhole: Bool {
    switch self {
    case .number(let number): number == number.rounded()
    case .nan: false
    case .quantity(let quantity): Self.wholeQuantities.contains(quantity.name)
    case .count: true
    case .negated(let term): term.isWhole
    case .operation(let sign, let left, let right):
      sign != .over && left.isWhole && right.isWhole
    case .call(let function, let term):
      function != .log && function != .exp && term.isWhole
    }
  }

  /// Whether it is an infinity or no number, which nothing comes near to.
  private var isBeyondNumbers: Bool {
    switch self {
    case .nan: true
    case .number(let number): number.isInfinite
    case .negated(let term): term.isBeyondNumbers
    case .quantity, .operation, .call, .count: false
    }
  }
}
