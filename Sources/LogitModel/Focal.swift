import RealModule

/// The focal loss, `L = -(1 - s_k)^γ log s_k` of the positive k.
///
/// It is cross entropy times a factor that fades as the positive is got right, so that easy rows weigh
/// little; at γ = 0 it is cross entropy. The negatives share the gradient as under cross entropy.
/// Source: T.-Y. Lin et al., Focal Loss for Dense Object Detection (2017).
public struct Focal: Loss {
  /// `focal`.
  public var name: String { "focal" }

  /// The focal loss.
  public init() {}

  /// The loss, all of it the positive's term, and its gradient: at the positive `-(1 - s_k)^γ (γ s_k
  /// (-log s_k) + 1 - s_k) / T`, of which each negative has its share `s_j / (1 - s_k)` with the sign
  /// turned.
  ///
  /// That share is formed last, as `s_j` times `(1 - s_k)^γ (γ s_k (-log s_k) / (1 - s_k) + 1)`, where
  /// the quotient is at most 1: nothing is lost where `1 - s_k` is tiny and γ below 1.
  ///
  /// - Parameter row: The row, its γ; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms in nats, at least 0; the gradient sums to 0. nil without a positive.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    guard let positive = row.positive else { return nil }
    let softmax = row.softmax
    let mass = row.unsmoothedTarget[positive]
    let surprise = -softmax.logProbability(positive)
    let probability = softmax.reciprocal * softmax.exponential(positive)
    let complement = softmax.without(positive) * softmax.reciprocal
    let factor = Self.factor(row, positive, probability, complement)
    // The limits: s log s is 0 where s is, and -log s over 1 - s is 1 where s is 1.
    let steep = probability == .zero ? .zero : probability * surprise
    let ratio = complement == .zero ? Pair(1) : steep / complement

    let value = factor * surprise * mass
    // γ is multiplied by the factor first: by the rest it could overflow where the factor is 0.
    let reach = factor * row.gamma * ratio + factor
    let pull = softmax.perLogit(-(factor * row.gamma * steep + factor * complement) * mass)
    return LossValue(
      value,
      terms: ClassValues(count: softmax.count) { $0 == positive ? value.value : 0 },
      gradient: ClassValues(count: softmax.count) { index in
        guard index != positive else { return pull }
        return softmax.perLogit(softmax.reciprocal * softmax.exponential(index) * reach * mass)
      }
    )
  }

  /// `(1 - s_k)^γ`.
  ///
  /// A power multiplies the rounding of its base by γ. Where the positive is the largest class, the base
  /// is the largest negative's `exp(a_j - a_k)` times a number that was hardly rounded, so the power of
  /// that exponential is formed as the exponential of γ times its exact argument.
  private static func factor(
    _ row: LossRow,
    _ positive: Int,
    _ probability: Pair,
    _ complement: Pair
  ) -> Pair {
    // 0 to the power of 0 is 1 here, as at every other base.
    guard row.gamma > 0 else { return Pair(1) }
    // What is left of s_k beside 1 counts where γ is large enough.
    guard complement.high < 1 else { return Pair(.exp(-row.gamma * probability.value)) }
    if positive == row.softmax.argmax {
      let others = Softmax(row.logits, temperature: row.temperature, excluding: positive)
      let power = power(others.total * row.softmax.reciprocal, row.gamma)
      let shift = Pair.difference(others.maximum, row.softmax.maximum, over: row.temperature)
      let exponent = shift * row.gamma
      let exponential = Double.exp(exponent.high)
      // Of many classes that power may overflow, where 1 - s_k is not small.
      if power.high.isFinite {
        return power * exponential.addingProduct(exponential, exponent.low)
      }
    }
    return power(complement, row.gamma)
  }

  /// `(high + low)^γ`, where low is below half an ULP of high.
  private static func power(_ base: Pair, _ gamma: Double) -> Pair {
    let power = Double.pow(base.high, gamma)
    guard power > 0 else { return .zero }
    return Pair(power) * .exp(gamma * (base.low / base.high))
  }
}
