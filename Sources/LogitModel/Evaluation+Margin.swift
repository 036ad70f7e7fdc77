import RealModule

extension Evaluation {
  /// The margin with all the negatives' logits moved by one number.
  ///
  /// The positive's probability is its ``sigmoid(_:)`` and the loss the ``softplus(_:)`` of minus
  /// it, so what the negatives do together is exactly a logistic curve.
  ///
  /// - Parameter delta: What is added to each negative's logit; negative lowers them.
  /// - Returns: `margin - delta / T`; nil without a positive.
  /// - Complexity: O(1).
  public func margin(shiftingNegativesBy delta: Double) -> Double? {
    guard let margin else { return nil }
    guard margin.isFinite else { return margin }
    return negatives.map { ($0.margin - Pair(delta) / temperature).value }
  }

  /// The margin with one class's logit moved.
  ///
  /// For a negative the logsumexp of the other negatives is joined by the moved one anew; nothing
  /// is subtracted from a sum that it dominates.
  ///
  /// - Parameters:
  ///   - index: The class that is moved, counted from 0.
  ///   - delta: What is added to its logit; a class at -inf stays there.
  /// - Returns: The margin, `margin + delta / T` for the positive; nil without a positive.
  /// - Complexity: O(1); O(C) for a negative beside which the other negatives underflow.
  public func margin(shifting index: Int, by delta: Double) -> Double? {
    guard let negatives else { return nil }
    guard index != negatives.positive else {
      return margin(shiftingNegativesBy: -delta)
    }
    let others = negatives.others
    let reference = Pair.difference(logits[negatives.positive], others.maximum, over: temperature)
    // Where the positive is at -inf, or every negative is, no finite move changes that.
    guard !others.isEmpty, reference.high.isFinite, others.shift(index).high.isFinite else {
      return negatives.margin.value
    }

    let move = Pair(delta) / temperature
    let moved = others.shift(index) + move
    let staying = logSum(without: index, of: negatives)
    let top = moved.high > staying.high ? moved : staying
    let bottom = moved.high > staying.high ? staying : moved
    // Nothing is left where the only negative is moved out of the range of doubles.
    guard top.high > -.infinity else { return .infinity }
    return (reference - (top + softplus(bottom - top))).value
  }

  /// `logsumexp` of the negatives but one, less the largest negative.
  private func logSum(without index: Int, of negatives: NegativeEffects) -> Pair {
    let others = negatives.others
    let sum = others.without(index)
    // Above it no digit has been lost to underflow.
    guard sum.high < 0x1p-900 else { return Pair(.log(sum.high), correction: sum.low / sum.high) }
    var remaining = logits
    remaining[index] = -.infinity
    let rest = Softmax(remaining, temperature: temperature, excluding: negatives.positive)
    guard !rest.isEmpty else { return .negativeInfinity }
    return Pair.difference(rest.maximum, others.maximum, over: temperature) + rest.logSum
  }
}
