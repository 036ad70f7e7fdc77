import RealModule

/// The pieces of a softmax from which every quantity of a row is made without cancellation.
///
/// With `a = z / T` and the largest logit at `argmax`: the shifts `a_i - a_max` as pairs, their
/// exponentials, and the sum of those with the largest, which is exactly 1, kept apart. A class at
/// -inf, or the excluded one, has a shift of -inf and an exponential of 0.
package struct Softmax: Equatable, Sendable {
  package let argmax: Int
  package let temperature: Double
  package let maximum: Double
  package let shifts: [Pair]
  package let exponentials: LeaveOneOutSum
  /// One over the sum of the exponentials; multiplying by it as a pair is as exact as dividing.
  package let reciprocal: Pair

  /// Shifts and adds up a row that holds no NaN and no +inf.
  ///
  /// - Complexity: O(C).
  package init(_ logits: [Double], temperature: Double, excluding excluded: Int? = nil) {
    var argmax = excluded == 0 ? 1 : 0
    for index in logits.indices where index != excluded && logits[index] > logits[argmax] {
      argmax = index
    }
    let maximum = logits[argmax]
    var shifts = [Pair](repeating: .negativeInfinity, count: logits.count)
    var exponentials = [Double](repeating: 0, count: logits.count)
    for index in logits.indices where index != excluded && logits[index] > -.infinity {
      let shift = Pair.difference(logits[index], maximum, over: temperature)
      shifts[index] = shift
      let exponential = Double.exp(shift.high)
      // exp(high + low) = exp(high) (1 + low + ...), and low is below half an ULP of high.
      exponentials[index] = exponential.addingProduct(exponential, shift.low)
    }
    self.argmax = argmax
    self.temperature = temperature
    self.maximum = maximum
    self.shifts = shifts
    self.exponentials = LeaveOneOutSum(exponentials, largest: argmax)
    reciprocal = Pair(1) / self.exponentials.total
  }

  package var count: Int { shifts.count }

  /// True where no class is left: every one is at -inf or excluded.
  package var isEmpty: Bool { maximum == -.infinity }

  /// `log Σ exp(a_i - a_max)`, between 0 and log C.
  package var logSum: Pair { logOnePlus(exponentials.rest) }

  /// `a_max + log Σ exp(a_i - a_max)`; -inf where no class is left.
  package var logSumExp: Double {
    isEmpty ? -.infinity : (Pair(maximum) / temperature + logSum).value
  }

  package func probability(_ index: Int) -> Double {
    (reciprocal * exponentials[index]).value
  }

  package var probabilities: [Double] { shifts.indices.map(probability) }

  /// `exp(a_i - a_max) · factor`, whose digits are kept where the exponential alone would
  /// underflow.
  package func exponential(_ index: Int, times factor: Pair) -> Pair {
    let exponential = exponentials[index]
    guard exponential < 0x1p-900 else { return factor * exponential }
    let half = Double.exp(shifts[index].high / 2)
    guard half > 0 else { return .zero }
    let root = half.addingProduct(half, shifts[index].low / 2)
    return factor * root * root
  }

  package func logProbability(_ index: Int) -> Pair { shifts[index] - logSum }

  package var logProbabilities: [Double] {
    let logSum = logSum
    return shifts.map { ($0 - logSum).value + 0 }
  }

  /// `1 - s_i` as the sum of the other classes.
  package func complement(_ index: Int) -> Double {
    (exponentials.without(index) * reciprocal).value
  }

  /// A derivative by `a = z / T` as one by z.
  package func perLogit(_ derivative: Pair) -> Double {
    (temperature == 1 ? derivative : derivative / temperature).value + 0
  }

  package var complements: [Double] { shifts.indices.map(complement) }
}

extension Pair {
  /// `(a - b) / divisor` with nothing lost, also where `a - b` alone would overflow.
  package static func difference(_ a: Double, _ b: Double, over divisor: Double) -> Pair {
    let difference = Pair(sum: a, -b)
    guard difference.high.isFinite else {
      return Pair(sum: a / 2, -b / 2) / divisor * 2
    }
    return divisor == 1 ? difference : difference / divisor
  }
}

/// `log(1 + x)` of a pair, for x >= 0.
package func logOnePlus(_ x: Pair) -> Pair {
  Pair(.log(onePlus: x.high), correction: x.low / (1 + x.high))
}
