/// The hinge of each class against all others, `L = Σ max(0, Δ - t_i z_i)` with t = 1 at the positive
/// and -1 at the negatives.
///
/// Each class is a question of its own: no logit is compared with another's.
public struct OneVsAllHinge: Loss {
  /// `hinge_one_vs_all`.
  public var name: String { "hinge_one_vs_all" }

  /// False: it is a distance of logits.
  public var isInNats: Bool { false }

  /// None: the logits are judged as they are, not over T.
  public var activation: Activation { .identity }

  /// The hinge.
  public init() {}

  /// The loss, its terms, each class's own hinge, and its gradient: `-t_i` inside the margin, 0 at the
  /// kink.
  ///
  /// - Parameter row: The row, its Δ; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms, at least 0; nil without a positive.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    guard let positive = row.positive else { return nil }
    let mass = row.unsmoothedTarget[positive]
    var sum = CompensatedSum()
    var terms = [Double](repeating: 0, count: row.logits.count)
    var gradient = terms
    for (index, logit) in row.logits.enumerated() {
      let sign: Double = index == positive ? 1 : -1
      let violation = Pair(sum: row.hingeMargin, -sign * logit)
      guard violation.high > 0 else { continue }
      sum.add(violation * mass)
      terms[index] = (violation * mass).value
      gradient[index] = -sign * mass
    }
    return LossValue(sum.pair, terms: terms, gradient: gradient)
  }
}
