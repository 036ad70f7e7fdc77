import RealModule

/// What all classes but a few come to together.
package struct Remainder: Equatable, Sendable {
  /// The sum of their softmax, in 0...1.
  package let probability: Double
  /// 1 less it, as the sum of the few.
  package let complement: Double
  /// `T logsumexp(z / T)` of their logits: one class of this logit would have their probability.
  ///
  /// -inf where each is at -inf.
  package let logit: Double
}

extension Evaluation {
  /// What all classes but a few come to together, from the sum over all of them.
  ///
  /// - Parameter few: Indices of classes, each once.
  /// - Returns: Their probability, what is left of 1 beside it, and the logit that they amount to.
  /// - Complexity: O(few); O(C) where beside them the others all but vanish.
  package func remainder(without few: some Collection<Int>) -> Remainder {
    var sum = CompensatedSum()
    var hasLargest = false
    for index in few {
      if index == softmax.argmax { hasLargest = true } else { sum.add(softmax.exponential(index)) }
    }
    let complement = hasLargest ? sum.pair + 1 : sum.pair
    let whole = hasLargest ? softmax.rest : softmax.total
    let rest = whole - sum.pair
    // Of about 106 bits as many are left as the result has.
    guard rest.high <= 0x1p-40 * whole.high else {
      return Remainder(
        probability: (rest * softmax.reciprocal).value,
        complement: (complement * softmax.reciprocal).value,
        logit: (logarithm(rest) * temperature + softmax.maximum).value
      )
    }
    return smallRemainder(without: few, complement: (complement * softmax.reciprocal).value)
  }

  private func smallRemainder(without few: some Collection<Int>, complement: Double) -> Remainder {
    var remaining = logits
    for index in few { remaining[index] = -.infinity }
    let rest = Softmax(remaining, temperature: temperature)
    guard !rest.isEmpty else {
      return Remainder(probability: 0, complement: complement, logit: -.infinity)
    }
    let shift = Pair.difference(rest.maximum, softmax.maximum, over: temperature)
    let scale = Double.exp(shift.high)
    let factor = Pair(scale, correction: scale * shift.low) * softmax.reciprocal
    return Remainder(
      probability: (rest.total * factor).value,
      complement: complement,
      logit: (rest.logSum * temperature + rest.maximum).value
    )
  }
}

private func logarithm(_ x: Pair) -> Pair {
  Pair(.log(x.high), correction: x.low / x.high)
}
