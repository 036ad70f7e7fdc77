/// The multiclass hinge of Weston and Watkins, `L = Σ max(0, z_j - z_k + Δ)` over the negatives j of
/// the positive k.
///
/// A negative that is below the positive by the margin Δ or more is ignored, by the loss and by the
/// gradient; each other one pulls with the same force, however near it is.
/// Source: J. Weston, C. Watkins, Support Vector Machines for Multi-Class Pattern Recognition (1999).
public struct WestonWatkinsHinge: Loss {
  /// `hinge_weston_watkins`.
  public var name: String { "hinge_weston_watkins" }

  /// False: it is a distance of logits.
  public var isInNats: Bool { false }

  /// None: the logits are compared as they are, not over T.
  public var activation: Activation { .identity }

  /// The hinge.
  public init() {}

  /// The loss, its terms, each negative's own hinge, and its gradient: 1 at each negative inside the
  /// margin, minus their number at the positive, 0 at the kink.
  ///
  /// - Parameter row: The row, its Δ; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms, at least 0; the gradient sums to 0. nil without a positive.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    guard let positive = row.positive else { return nil }
    let mass = row.unsmoothedTarget[positive]
    var sum = CompensatedSum()
    var terms = [Double](repeating: 0, count: row.logits.count)
    var gradient = terms
    var inside = 0.0
    for index in row.logits.indices where index != positive {
      let violation = row.violation(of: index, against: positive)
      guard violation.high > 0 else { continue }
      sum.add(violation * mass)
      terms[index] = (violation * mass).value
      gradient[index] = mass
      inside += 1
    }
    gradient[positive] = 0 - inside * mass
    return LossValue(sum.pair, terms: terms, gradient: gradient)
  }
}

extension LossRow {
  /// `z_j - z_k + Δ`, how far a negative is inside the positive's margin; -inf for a class left out.
  package func violation(of negative: Int, against positive: Int) -> Pair {
    guard logits[negative] > -.infinity else { return .negativeInfinity }
    return Pair(sum: logits[negative], -logits[positive]) + hingeMargin
  }
}
