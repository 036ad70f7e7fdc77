import CSoftmax
import RealModule

/// The pieces of a softmax from which every quantity of a row is made without cancellation.
///
/// With `a = z / T` and the largest logit at `argmax`: the logits, and the sum of the exponentials
/// `exp(a_i - a_max)` with that of the largest, which is exactly 1, kept apart. What belongs to one
/// class is derived when it is asked for. A class at -inf, or the excluded one, has a shift of -inf
/// and an exponential of 0.
package struct Softmax: Equatable, Sendable {
  package let logits: [Double]
  package let argmax: Int
  package let temperature: Double
  package let maximum: Double
  /// The sum of all exponentials but the largest.
  package let rest: Pair
  package let total: Pair
  /// One over the sum of the exponentials; multiplying by it as a pair is as exact as dividing.
  package let reciprocal: Pair
  private let excluded: Int?

  /// Adds up a row that holds no NaN and no +inf.
  ///
  /// - Complexity: O(C).
  package init(_ logits: [Double], temperature: Double, excluding excluded: Int? = nil) {
    let tree = ExponentialTree(logits, temperature: temperature)
    self = tree.softmax(of: logits, excluding: excluded)
  }

  /// A softmax whose sum is known.
  init(
    _ logits: [Double],
    temperature: Double,
    excluding excluded: Int?,
    argmax: Int,
    rest: Pair
  ) {
    self.logits = logits
    self.temperature = temperature
    self.excluded = excluded
    self.argmax = argmax
    self.rest = rest
    maximum = logits[argmax]
    total = rest + 1
    reciprocal = Pair(1) / total
  }

  /// A softmax of no class at all.
  init(emptyRow logits: [Double], temperature: Double, excluding excluded: Int?) {
    self.logits = logits
    self.temperature = temperature
    self.excluded = excluded
    argmax = excluded == 0 ? 1 : 0
    maximum = -.infinity
    rest = .zero
    total = .zero
    reciprocal = Pair(.infinity)
  }

  /// The same sums of a row that has at the excluded class any logit.
  func of(_ logits: [Double], excluding excluded: Int?) -> Softmax {
    Softmax(logits, temperature: temperature, excluding: excluded, argmax: argmax, rest: rest)
  }

  package var count: Int { logits.count }

  /// True where no class is left: every one is at -inf or excluded.
  package var isEmpty: Bool { maximum == -.infinity }

  /// `log Σ exp(a_i - a_max)`, between 0 and log C.
  package var logSum: Pair { logOnePlus(rest) }

  /// `a_max + log Σ exp(a_i - a_max)`; -inf where no class is left.
  package var logSumExp: Double {
    isEmpty ? -.infinity : (Pair(maximum) / temperature + logSum).value
  }

  /// `a_i - a_max`.
  package func shift(_ index: Int) -> Pair {
    guard index != excluded, logits[index] > -.infinity else { return .negativeInfinity }
    return Pair.difference(logits[index], maximum, over: temperature)
  }

  /// `exp(a_i - a_max)`.
  package func exponential(_ index: Int) -> Double {
    // By the pass that has summed them, so that the sum is theirs to the last bit.
    index == excluded ? 0 : passes.exponential(logits[index], measure)
  }

  /// All exponentials at once, in less time than one by one.
  ///
  /// - Complexity: O(C).
  package var exponentials: [Double] {
    var all = [Double](unsafeUninitializedCapacity: count) { exponentials, count in
      passes.exponentials(logits, logits.count, measure, exponentials.baseAddress)
      count = logits.count
    }
    if let excluded { all[excluded] = 0 }
    return all
  }

  private var measure: csoftmax_measure {
    csoftmax_measure(anchor: maximum, temperature: temperature)
  }

  /// The sum of all exponentials but one.
  ///
  /// What is subtracted is no larger than what remains: the largest is never subtracted.
  package func without(_ index: Int) -> Pair { without(index, exponential(index)) }

  /// The same where the exponential of that class is at hand.
  package func without(_ index: Int, _ exponential: Double) -> Pair {
    index == argmax ? rest : total - exponential
  }

  package func probability(_ index: Int) -> Double {
    (reciprocal * exponential(index)).value
  }

  package var probabilities: ClassValues { ClassValues(count: count, probability) }

  /// `exp(a_i - a_max) · factor`, whose digits are kept where the exponential alone would
  /// underflow.
  package func exponential(_ index: Int, times factor: Pair) -> Pair {
    let exponential = exponential(index)
    guard exponential < 0x1p-900 else { return factor * exponential }
    let shift = shift(index)
    let half = Double.exp(shift.high / 2)
    guard half > 0 else { return .zero }
    let root = half.addingProduct(half, shift.low / 2)
    return factor * root * root
  }

  package func logProbability(_ index: Int) -> Pair { shift(index) - logSum }

  package var logProbabilities: ClassValues {
    let logSum = logSum
    return ClassValues(count: count) { (shift($0) - logSum).value + 0 }
  }

  /// `1 - s_i` as the sum of the other classes.
  package func complement(_ index: Int) -> Double {
    (without(index) * reciprocal).value
  }

  package var complements: ClassValues { ClassValues(count: count, complement) }

  /// A derivative by `a = z / T` as one by z.
  package func perLogit(_ derivative: Pair) -> Double {
    (temperature == 1 ? derivative : derivative / temperature).value + 0
  }
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
