import Lessons

/// Why a term has no value now.
enum ConditionFault: Error, Equatable {
  case noQuantity(String)
  case noClass(String)
  /// As a share without a positive.
  case missing(Expression.Quantity)
  /// Nothing of the classes is left to be taken the maximum of.
  case nothing
  /// One number is wanted of many, or many are of what has one.
  case wrongShape
}

/// A comparison that does not hold.
struct Unmet: Equatable {
  enum Reason: Equatable {
    /// The two sides; where classes are compared, of the one that is farthest off.
    case numbers(left: Double, right: Double, index: Int?)
    case fault(ConditionFault)
  }

  let comparison: Condition.Comparison
  let tolerance: Double
  let reason: Reason

  /// Whether it tells something of what softmax or a loss makes of the inputs.
  var isOfResults: Bool {
    (comparison.left.quantities + comparison.right.quantities).contains {
      LessonQuantity.named($0.name)?.isResult ?? true
    }
  }
}

extension State {
  /// The one number that the expression comes to; the tolerance is that of an = in a count.
  func value(
    of expression: Expression,
    tolerance: Double = 0
  ) throws(ConditionFault) -> Double {
    try TermEvaluator(state: self, tolerance: tolerance).number(expression.term)
  }

  func holds(_ condition: Condition, tolerance: Double) -> Bool {
    condition.isPossible && unmet(condition, tolerance: tolerance).isEmpty
  }

  /// The comparisons that do not hold; none of a plain `false`, which has none.
  func unmet(_ condition: Condition, tolerance: Double) -> [Unmet] {
    let evaluator = TermEvaluator(state: self, tolerance: tolerance)
    return condition.comparisons.compactMap { comparison in
      do throws(ConditionFault) {
        guard let reason = try evaluator.miss(comparison) else { return nil }
        return Unmet(comparison: comparison, tolerance: tolerance, reason: reason)
      } catch {
        return Unmet(comparison: comparison, tolerance: tolerance, reason: .fault(error))
      }
    }
  }
}

extension Condition.Relation {
  /// Whether two numbers are so to each other; NaN is equal to NaN, and an infinity to itself.
  func holds(_ left: Double, _ right: Double, tolerance: Double) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: isNear(left, right, tolerance: tolerance)
    case .notEqual: !isNear(left, right, tolerance: tolerance)
    }
  }
}

/// Whether two numbers are equal within a tolerance; its end counts, as rounding would have it or not.
func isNear(_ left: Double, _ right: Double, tolerance: Double) -> Bool {
  if left == right || left.isNaN && right.isNaN { return true }
  let distance = (left - right).magnitude
  return distance.isFinite && distance <= tolerance * (1 + 1e-9)
}
