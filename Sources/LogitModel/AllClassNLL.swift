/// The negative log-likelihood of every class, `L = -Σ y_i log s_i - Σ (1 - y_i) log(1 - s_i)`.
///
/// For one positive it is cross entropy plus what each negative alone costs: `-log(1 - s_j)` is how much
/// cross entropy would fall without class j, its ``NegativeEffect/without``. It is not what PyTorch
/// computes: its NLLLoss takes the target's term alone, and that is cross entropy.
public struct AllClassNLL: Loss {
  /// `all_class_nll`.
  public var name: String { "all_class_nll" }

  /// The negative log-likelihood of every class.
  public init() {}

  /// The loss, its terms and its gradient: cross entropy's, `(s_j Σ y_i - y_j (1 - s_j)) / T`, and `s_j
  /// (1 - y_j - Σ (1 - y_i) s_i / (1 - s_i)) / T`, the sums over i ≠ j.
  ///
  /// The odds of the largest class m may overflow, so `s_j s_m / (1 - s_m)` is formed as `s_m` times the
  /// softmax of j without m. Where every class but m is at -inf, the term of m is the same at every
  /// finite logit and adds nothing to the gradient.
  ///
  /// - Parameter row: The row; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms in nats, at least 0 where the target is at most 1; the gradient sums to
  ///   0. The value is +inf, too, where a class of which the target is below 1 is the only one not at
  ///   -inf.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    let softmax = row.softmax
    let target = row.unsmoothedTarget
    let exponentials = softmax.exponentials
    var sum = CompensatedSum()
    let terms = softmax.logits.indices.map { index in
      let mass = target[index]
      let other = Pair(sum: 1, -mass)
      // 0 times an infinite surprise is 0 here.
      var term = mass == 0 ? .zero : -softmax.logProbability(index) * mass
      if other != .zero {
        let isLargest = index == softmax.argmax
        let cost =
          isLargest
          ? softmax.surpriseWithoutArgmax(of: row.logits)
          : softmax.surpriseWithout(index, exponentials[index])
        term = term + cost * other
      }
      sum.add(term)
      return term.value
    }
    return LossValue(sum.pair, terms: terms, gradient: Self.gradient(row, exponentials))
  }

  private static func gradient(_ row: LossRow, _ exponentials: [Double]) -> [Double] {
    let softmax = row.softmax
    let argmax = softmax.argmax
    let rest = Softmax(row.logits, temperature: row.temperature, excluding: argmax)
    let restExponentials = rest.exponentials
    let masses = LeaveOneOutSum(Array(row.unsmoothedTarget))
    var others = row.unsmoothedTarget.map { Pair(sum: 1, -$0) }
    if rest.isEmpty { others[argmax] = .zero }

    var costs = row.logits.indices.map { index in
      Pair(exponentials[index]) / softmax.without(index, exponentials[index]) * others[index]
    }
    costs[argmax] = .zero
    var sum = CompensatedSum()
    for cost in costs {
      sum.add(cost)
    }

    let largest = softmax.reciprocal * exponentials[argmax] * others[argmax]
    return row.logits.indices.map { index in
      let probability = softmax.reciprocal * exponentials[index]
      let complement = softmax.without(index, exponentials[index]) * softmax.reciprocal
      let push = probability * masses.without(index) - complement * masses[index]
      let own = probability * others[index]
      var pull = probability * (sum.pair - costs[index])
      if index != argmax, !rest.isEmpty {
        pull = pull + rest.reciprocal * restExponentials[index] * largest
      }
      return softmax.perLogit(push + own - pull)
    }
  }
}
