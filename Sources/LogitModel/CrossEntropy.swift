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
  /// - Complexity: O(C).
  public func evaluate(_ row: LossRow) -> LossValue? {
    let weights = row.classWeights
    let mass = row.smoothedTarget.indices.map { index in
      weights.map { row.smoothedTarget[index] * $0[index] } ?? row.smoothedTarget[index]
    }
    let (value, terms) = expectedSurprise(of: row.softmax, under: mass)
    let pulls = LeaveOneOutSum(mass.map(\.value))
    let exponentials = row.softmax.exponentials
    let gradient = row.logits.indices.map { index in
      // Divided first: a large weight times all the other classes could overflow.
      let push = pulls.without(index) * (row.softmax.reciprocal * exponentials[index])
      let pull = exponentials.without(index) * row.softmax.reciprocal * pulls[index]
      return row.softmax.perLogit(push - pull)
    }
    return LossValue(value, terms: terms, gradient: gradient)
  }
}

/// `Σ m_i (-log s_i)` and its terms; a class without mass adds exactly 0, whatever its probability.
package func expectedSurprise(of softmax: Softmax, under mass: [Pair]) -> (Pair, terms: [Double]) {
  let logSum = softmax.logSum
  var sum = CompensatedSum()
  var terms = [Double](repeating: 0, count: mass.count)
  for index in mass.indices where mass[index].high > 0 {
    let term = (logSum - softmax.shifts[index]) * mass[index]
    sum.add(term)
    terms[index] = term.value
  }
  return (sum.pair, terms)
}
