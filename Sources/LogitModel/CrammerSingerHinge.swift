/// The multiclass hinge of Crammer and Singer, `L = max(0, max z_j - z_k + Δ)` over the negatives j of
/// the positive k.
///
/// Only the hardest negative counts; all the others are ignored.
/// Source: K. Crammer, Y. Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector
/// Machines (2001).
public struct CrammerSingerHinge: Loss {
  /// `hinge_crammer_singer`.
  public var name: String { "hinge_crammer_singer" }

  /// False: it is a distance of logits.
  public var isInNats: Bool { false }

  /// None: the logits are compared as they are, not over T.
  public var activation: Activation { .identity }

  /// The hinge.
  public init() {}

  /// The loss, all of it the term of the hardest negative, and its gradient: 1 there and -1 at the
  /// positive, 0 at the kink.
  ///
  /// Of several hardest negatives the first counts.
  ///
  /// - Parameter row: The row, its Δ; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms, at least 0; the gradient sums to 0. nil without a positive.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    guard let positive = row.positive else { return nil }
    var logits = row.logits
    logits[positive] = -.infinity
    let hardest = logits.indexOfLargest
    let violation = row.violation(of: hardest, against: positive)
    guard hardest != positive, violation.high > 0 else {
      return .zero(classes: row.logits.count)
    }

    let mass = row.unsmoothedTarget[positive]
    var terms = [Double](repeating: 0, count: row.logits.count)
    var gradient = terms
    let value = (violation * mass).value
    terms[hardest] = value
    gradient[hardest] = mass
    gradient[positive] = -mass
    return LossValue(value: value, terms: terms, gradient: gradient)
  }
}
