import RealModule

/// Entropies of a softmax and of its target, in nats.
struct Information {
  private let softmax: Softmax
  private let target: TargetMass?

  init(softmax: Softmax, target: TargetMass?) {
    self.softmax = softmax
    self.target = target
  }

  var entropy: Double { (softmax.logSum + meanEnergy).value }
  var effectiveClasses: Double { Self.exponential(of: meanEnergy, times: softmax.total) }
  var crossEntropy: Double? { target.map { $0.surprise(under: softmax).value } }
  var perplexity: Double? { target.map(perplexity) }
  var targetEntropy: Double? { target.map(entropy) }
  var klDivergence: Double? { target.map(klDivergence) }

  /// `Σ s_i (a_max - a_i)`, which is the entropy less `log Σ exp(a_i - a_max)`.
  private var meanEnergy: Pair {
    // Below it exponentials underflow that still have something to say.
    guard softmax.rest.high < 0x1p-900 else {
      let (logits, temperature) = (softmax.logits, softmax.temperature)
      let sum = passes.depth(
        logits,
        below: softmax.maximum,
        temperature: temperature,
        weighted: true
      )
      return sum / softmax.total
    }
    var sum = CompensatedSum()
    for index in softmax.logits.indices {
      sum.add(softmax.exponential(index, times: -softmax.shift(index)))
    }
    return sum.pair / softmax.total
  }

  /// `exp(Σ y_i (-log s_i))` as a product with the softmax's divisor: the exponential of a
  /// logarithm would multiply the logarithm's rounding by its size.
  private func perplexity(_ target: TargetMass) -> Double {
    let energy = target.sum(over: softmax) { $0.depth * $0.mass }
    let mass = target.sum(over: softmax) { $0.mass * $0.count }
    let excess = softmax.logSum * (mass - 1)
    return Self.exponential(of: energy + excess, times: softmax.total)
  }

  private static func exponential(of exponent: Pair, times factor: Pair) -> Double {
    let exponential = Double.exp(exponent.high)
    guard exponential.isFinite else { return .infinity }
    return (factor * Pair(exponential, correction: exponential * exponent.low)).value
  }

  private func entropy(of target: TargetMass) -> Double {
    target.sum(over: softmax) { -$0.mass * Self.logarithm($0.mass) * $0.count }.value
  }

  private func klDivergence(from target: TargetMass) -> Double {
    let mass = target.sum(over: softmax) { $0.mass * $0.count }
    let sum = target.sum(over: softmax) {
      // The logarithm of y Σ exp(a_j - a_max) as one: its two factors' would cancel.
      (Self.logarithm($0.mass * softmax.total) * $0.count + $0.depth) * $0.mass
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
