/// The binary cross entropy of each class's sigmoid, `L = Σ softplus(a_i) - y_i a_i`, with `a = z /
/// T`.
///
/// Each class is a question of its own, so the negatives do not move the positive's probability.
/// Source: `torch.nn.functional.binary_cross_entropy_with_logits`, summed over the classes.
public struct BinaryCrossEntropy: Loss {
  /// `binary_cross_entropy`.
  public var name: String { "binary_cross_entropy" }

  /// Sigmoid.
  public var activation: Activation { .sigmoid }

  /// The binary cross entropy.
  public init() {}

  /// The loss, its terms and its gradient `(sigmoid(a_i) - y_i) / T`.
  ///
  /// The terms are formed as `log1p(exp(-|a|))` plus what the wrong side costs, `(1 - y) a` or `-y
  /// a`, and the gradient as `(1 - y) sigmoid(a) - y sigmoid(-a)`, so that nothing cancels for y of
  /// 0 or 1.
  ///
  /// - Parameter row: The row; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms in nats, at least 0 where the target is at most 1.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    var sum = CompensatedSum()
    var terms: [Double] = []
    var gradient: [Double] = []
    terms.reserveCapacity(row.logits.count)
    gradient.reserveCapacity(row.logits.count)
    for (logit, mass) in zip(row.logits, row.unsmoothedTarget) {
      let scaled = Pair(logit) / row.temperature
      let other = Pair(sum: 1, -mass)
      let term = Self.term(scaled, mass: mass, other: other)
      sum.add(term)
      terms.append(term.value)
      let slope = other * sigmoid(scaled) - Pair(product: mass, sigmoid(-scaled))
      gradient.append(row.softmax.perLogit(slope))
    }
    return LossValue(sum.pair, terms: terms, gradient: gradient)
  }

  private static func term(_ scaled: Pair, mass: Double, other: Pair) -> Pair {
    let bend = softplus(scaled.high > 0 ? -scaled : scaled)
    // 0 times an infinite logit is 0 here: that side costs nothing.
    if scaled.high > 0 {
      return other == .zero ? bend : bend + scaled * other
    }
    return mass == 0 ? bend : bend - scaled * mass
  }
}
