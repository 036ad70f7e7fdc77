/// The cross entropy of softmax, `L = -Σ w_i y_i log s_i`, with label smoothing and class weights.
///
/// With a one-hot target every negative's term is exactly 0, and the negatives still make the loss:
/// all of them stand in the softmax's divisor.
/// Source: the semantics are those of `torch.nn.functional.cross_entropy`.
public struct CrossEntropy: Loss {
  /// `cross_entropy`.
  public var name: String { "cross_entropy" }

  /// True.
  public var usesWeightsAndSmoothing: Bool { true }

  /// The cross entropy.
  public init() {}

  /// The loss, its terms `-w_i y_i log s_i` and its gradient `(s_i Σ w_j y_j - w_i y_i) / T`.
  ///
  /// The gradient is formed as `(s_i Σ_{j≠i} w_j y_j - w_i y_i Σ_{j≠i} s_j) / T`: for a one-hot
  /// target one of the two products is exactly 0, so the positive's is minus the sum of its
  /// negatives and nothing cancels.
  ///
  /// - Parameter row: The row; its smoothed target and weights are used.
  /// - Returns: Value and terms in nats, at least 0; the gradient sums to 0.
  /// - Complexity: O(1) for a target that is one class; O(C) with label smoothing and for a distribution.
  public func evaluate(_ row: LossRow) -> LossValue? {
    let softmax = row.softmax
    let mass = row.weightedTarget
    return LossValue(
      mass.surprise(under: softmax),
      terms: ClassValues(count: softmax.count) { mass.surprise(of: $0, under: softmax) },
      gradient: ClassValues(count: softmax.count, allAtOnce: Self.pass(over: softmax, mass)) {
        index in
        // Divided first: a large weight times all the other classes could overflow.
        let push = mass.without(index) * (softmax.reciprocal * softmax.exponential(index))
        let pull = softmax.without(index) * softmax.reciprocal * mass[index].value
        return softmax.perLogit(push - pull)
      }
    )
  }

  /// The gradient of a row of which the target is one class, all at once; nil for any other.
  private static func pass(
    over softmax: Softmax,
    _ mass: TargetMass
  ) -> (@Sendable () -> [Double])? {
    guard let positive = mass.onlyClass else { return nil }
    return {
      var gradient = softmax.exponentials
      let push = mass.without(positive == 0 ? 1 : 0)
      for index in gradient.indices {
        gradient[index] = softmax.perLogit(push * (softmax.reciprocal * gradient[index]))
      }
      let pull = softmax.without(positive) * softmax.reciprocal * mass[positive].value
      gradient[positive] = softmax.perLogit(-pull)
      return gradient
    }
  }
}
