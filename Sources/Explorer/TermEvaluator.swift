import Lessons
import LogitModel

/// Works terms out on the screen as it is.
struct TermEvaluator {
  let state: State
  let tolerance: Double

  private enum Value {
    case number(Double)
    /// One for each class; nil where a class has none.
    case list([Double?])
  }

  func number(_ term: Expression.Term) throws(ConditionFault) -> Double {
    guard case .number(let value) = try value(term) else { throw .wrongShape }
    return value
  }

  /// How a comparison fails, if it does.
  ///
  /// Of lists every class is compared that has a number on both sides.
  func miss(_ comparison: Condition.Comparison) throws(ConditionFault) -> Unmet.Reason? {
    let relation = comparison.relation
    switch (try value(comparison.left), try value(comparison.right)) {
    case (.number(let left), .number(let right)):
      return relation.holds(left, right, tolerance: tolerance)
        ? nil : .numbers(left: left, right: right, index: nil)
    case (let left, let right):
      let pairs = pairs(left, right)
      guard pairs.contains(where: { $0 != nil }) else { throw .nothing }
      let misses = pairs.indices.compactMap { index in
        pairs[index].map { (index: index, left: $0.left, right: $0.right) }
      }.filter { !relation.holds($0.left, $0.right, tolerance: tolerance) }
      // What cannot be told from afar comes first.
      func distance(_ left: Double, _ right: Double) -> Double {
        let distance = (left - right).magnitude
        return distance.isNaN ? .infinity : distance
      }
      let worst = misses.max { distance($0.left, $0.right) < distance($1.left, $1.right) }
      return worst.map { .numbers(left: $0.left, right: $0.right, index: $0.index) }
    }
  }

  // MARK: Values

  private func value(_ term: Expression.Term) throws(ConditionFault) -> Value {
    switch term {
    case .number(let value): return .number(value)
    case .nan: return .number(.nan)
    case .quantity(let quantity): return try value(quantity)
    case .negated(let term): return map(try value(term)) { -$0 }
    case .operation(let sign, let left, let right):
      return combine(try value(left), try value(right), sign.apply)
    case .call(let function, let term):
      let value = try value(term)
      guard function.isReduction else { return map(value, function.apply) }
      return .number(try reduce(value, function))
    case .count(let left, let relation, let right):
      let pairs = pairs(try value(left), try value(right)).compactMap(\.self)
      let found = pairs.filter { relation.holds($0.left, $0.right, tolerance: tolerance) }
      return .number(Double(found.count))
    }
  }

  private func map(_ value: Value, _ apply: (Double) -> Double) -> Value {
    switch value {
    case .number(let number): .number(apply(number))
    case .list(let list): .list(list.map { $0.map(apply) })
    }
  }

  private func combine(
    _ left: Value,
    _ right: Value,
    _ apply: (Double, Double) -> Double
  ) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      return .number(apply(left, right))
    }
    return .list(pairs(left, right).map { $0.map { apply($0.left, $0.right) } })
  }

  /// The two sides of each class, a number standing for every class; nil where one has none.
  private func pairs(_ left: Value, _ right: Value) -> [(left: Double, right: Double)?] {
    func side(_ value: Value, _ index: Int) -> Double? {
      switch value {
      case .number(let number): number
      case .list(let list): list[index]
      }
    }
    let isList = [left, right].contains { if case .list = $0 { true } else { false } }
    return (0..<(isList ? state.problem.classes.count : 1)).map { index in
      guard let left = side(left, index), let right = side(right, index) else { return nil }
      return (left, right)
    }
  }

  private func reduce(
    _ value: Value,
    _ function: Expression.Function
  ) throws(ConditionFault) -> Double {
    let numbers =
      switch value {
      case .number(let number): [number]
      case .list(let list): list.compactMap(\.self)
      }
    if function == .sum { return numbers.reduce(0, +) }
    // A comparison would skip NaN or stop at it, as it happens to stand.
    if numbers.contains(where: \.isNaN) { return .nan }
    guard let found = function == .max ? numbers.max() : numbers.min() else { throw .nothing }
    return found
  }

  // MARK: Quantities

  private func value(_ quantity: Expression.Quantity) throws(ConditionFault) -> Value {
    guard let entry = LessonQuantity.named(quantity.name),
      entry.hasBaseline || !quantity.ofBaseline
    else { throw .noQuantity(quantity.name) }
    let reading = Reading(state: state, ofBaseline: quantity.ofBaseline)
    var indices: [Int] = []
    for name in quantity.classes {
      guard let index = reading.classIndex(name) else {
        throw name == Vocabulary.positive ? .missing(quantity) : .noClass(name)
      }
      indices.append(index)
    }
    switch (entry.source, indices.count) {
    case (.number(let read), 0): return try .number(found(read(reading), quantity))
    case (.list(let read), 1): return try .number(found(read(reading)(indices[0]), quantity))
    case (.list(let read), 0): return try list(read(reading), quantity)
    case (.table(let read), 2):
      return try .number(found(read(reading)(indices[0], indices[1]), quantity))
    case (.table(let read), 1):
      let entry = read(reading)
      return try list({ entry(indices[0], $0) }, quantity)
    default: throw .wrongShape
    }
  }

  private func found(
    _ value: Double?,
    _ quantity: Expression.Quantity
  ) throws(ConditionFault) -> Double {
    guard let value else { throw .missing(quantity) }
    return value
  }

  private func list(
    _ entry: (Int) -> Double?,
    _ quantity: Expression.Quantity
  ) throws(ConditionFault) -> Value {
    let values = state.problem.classes.indices.map(entry)
    guard values.contains(where: { $0 != nil }) else { throw .missing(quantity) }
    return .list(values)
  }
}

extension Expression.Operator {
  fileprivate func apply(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: left / right
    }
  }
}

extension Expression.Function {
  /// Of one number, as a reduction of one leaves it.
  fileprivate func apply(_ value: Double) -> Double {
    switch self {
    case .abs: value.magnitude
    case .log: logarithm(value)
    case .exp: exponential(value)
    case .max, .min, .sum: value
    }
  }
}
