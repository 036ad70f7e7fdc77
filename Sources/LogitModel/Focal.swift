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
    let probability = softmax.reciprocal * softmax.exponentials[positive]
    let complement = softmax.exponentials.without(positive) * softmax.reciprocal
    let factor = Self.power(complement, beside: probability, row.gamma)
    // The limits: s log s is 0 where s is, and -log s over 1 - s is 1 where s is 1.
    let steep = probability == .zero ? .zero : probability * surprise
    let ratio = complement == .zero ? Pair(1) : steep / complement

    let value = factor * surprise * mass
    var terms = [Double](repeating: 0, count: softmax.count)
    terms[positive] = value.value
    // γ is multiplied by the factor first: by the rest it could overflow where the factor is 0.
    let reach = factor * row.gamma * ratio + factor
    var gradient = softmax.shifts.indices.map { index in
      softmax.perLogit(softmax.reciprocal * softmax.exponentials[index] * reach * mass)
    }
    gradient[positive] = softmax.perLogit(
      -(factor * row.gamma * steep + factor * complement) * mass
    )
    return LossValue(value: value.value, terms: terms, gradient: gradient)
  }

  /// `(1 - s)^γ`, also where γ makes much of what is left of s beside 1.
  private static func power(_ complement: Pair, beside probability: Pair, _ gamma: Double) -> Pair {
    // 0 to the power of 0 is 1 here, as at every other base.
    guard gamma > 0 else { return Pair(1) }
    guard complement.high < 1 else { return Pair(.exp(-gamma * probability.value)) }
    let power = Double.pow(complement.high, gamma)
    guard power > 0 else { return .zero }
    // (high + low)^γ, where low is below half an ULP of high.
    return Pair(power) * .exp(gamma * (complement.low / complement.high))
  }
}
