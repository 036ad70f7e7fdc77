import RealModule

/// Entropies of a softmax and of its target, in nats.
struct Information {
  let entropy: Double
  let effectiveClasses: Double
  let crossEntropy: Double?
  let perplexity: Double?
  let targetEntropy: Double?
  let klDivergence: Double?

  init(softmax: Softmax, target: [Pair]?) {
    let energy = Self.meanEnergy(softmax)
    entropy = (softmax.logSum + energy).value
    effectiveClasses = Self.exponential(of: energy, times: softmax.exponentials.total)

    crossEntropy = target.map { expectedSurprise(of: softmax, under: $0).0.value }
    perplexity = target.map { Self.perplexity(softmax, $0) }
    targetEntropy = target.map(Self.entropy)
    klDivergence = target.map { Self.klDivergence(from: $0, to: softmax) }
  }

  /// `Σ s_i (a_max - a_i)`, which is the entropy less `log Σ exp(a_i - a_max)`.
  private static func meanEnergy(_ softmax: Softmax) -> Pair {
    var sum = CompensatedSum()
    for (index, shift) in softmax.shifts.enumerated() {
      sum.add(softmax.exponential(index, times: -shift))
    }
    return sum.pair / softmax.exponentials.total
  }

  /// `exp(Σ y_i (-log s_i))` as a product with the softmax's divisor: the exponential of a
  /// logarithm would multiply the logarithm's rounding by its size.
  private static func perplexity(_ softmax: Softmax, _ target: [Pair]) -> Double {
    var energy = CompensatedSum()
    var mass = CompensatedSum()
    for (index, weight) in target.enumerated() where weight.high > 0 {
      energy.add(-softmax.shifts[index] * weight)
      mass.add(weight)
    }
    let excess = softmax.logSum * (mass.pair - 1)
    return exponential(of: energy.pair + excess, times: softmax.exponentials.total)
  }

  private static func exponential(of exponent: Pair, times factor: Pair) -> Double {
    let exponential = Double.exp(exponent.high)
    guard exponential.isFinite else { return .infinity }
    return (factor * Pair(exponential, correction: exponential * exponent.low)).value
  }

  private static func entropy(of target: [Pair]) -> Double {
    var sum = CompensatedSum()
    for weight in target where weight.high > 0 {
      sum.add(-weight * logarithm(weight))
    }
    return sum.value
  }

  private static func klDivergence(from target: [Pair], to softmax: Softmax) -> Double {
    let total = softmax.exponentials.total
    var sum = CompensatedSum()
    var mass = CompensatedSum()
    for (index, weight) in target.enumerated() where weight.high > 0 {
      // The logarithm of y Σ exp(a_j - a_max) as one: its two factors' would cancel.
      sum.add((logarithm(weight * total) - softmax.shifts[index]) * weight)
      mass.add(weight)
    }
    // Of two distributions it is never below 0; what rounding leaves there is not a finding.
    return mass.value >= 1 ? max(0, sum.value) : sum.value
  }

  private static func logarithm(_ x: Pair) -> Pair {
    guard (0.5...2).contains(x.high) else {
      return Pair(.log(x.high), correction: x.low / x.high)
    }
    let excess = x - 1
    return Pair(.log(onePlus: excess.high), correction: excess.low / x.high)
  }
}
