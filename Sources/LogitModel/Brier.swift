/// The squared error of the softmax, `L = Σ (s_i - y_i)²`.
///
/// It is at most 2 for a one-hot target and saturates: a positive that is confidently wrong has next to
/// no gradient, where that of cross entropy is largest.
/// Source: G. W. Brier, Verification of Forecasts Expressed in Terms of Probability (1950).
public struct Brier: Loss {
  /// `brier`.
  public var name: String { "brier" }

  /// False: it is a square of probabilities.
  public var isInNats: Bool { false }

  /// The squared error.
  public init() {}

  /// The loss, its terms and its gradient `2 s_j ((1 - s_j) d_j - Σ s_i d_i) / T`, over i ≠ j, with `d_i
  /// = (1 - y_i) s_i - y_i (1 - s_i)`, which is `s_i - y_i`.
  ///
  /// For a one-hot target nothing cancels in `d`: of its two products one is exactly 0.
  ///
  /// - Parameter row: The row; its target before smoothing is used, its weights are not.
  /// - Returns: Value and terms, at least 0, in no unit; the gradient sums to 0.
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    let softmax = row.softmax
    let exponentials = softmax.exponentials
    let differences = row.unsmoothedTarget.enumerated().map { index, mass in
      let push = Pair(sum: 1, -mass) * (softmax.reciprocal * exponentials[index])
      return push - softmax.without(index, exponentials[index]) * softmax.reciprocal * mass
    }
    var sum = CompensatedSum()
    for difference in differences {
      sum.add(difference * difference)
    }
    return LossValue(
      sum.pair,
      terms: differences.map { ($0 * $0).value },
      gradient: Self.gradient(softmax, exponentials, differences)
    )
  }

  private static func gradient(
    _ softmax: Softmax,
    _ exponentials: [Double],
    _ differences: [Pair]
  ) -> [Double] {
    let parts = differences.indices.map { index in
      (softmax.reciprocal * exponentials[index] * differences[index]).value
    }
    let mean = LeaveOneOutSum(parts, largest: parts.map(\.magnitude).indexOfLargest)
    return differences.indices.map { index in
      let probability = softmax.reciprocal * exponentials[index]
      let complement = softmax.without(index, exponentials[index]) * softmax.reciprocal
      let own = probability * complement * differences[index]
      return softmax.perLogit((own - probability * mean.without(index)) * 2)
    }
  }
}
