import LogitModel

/// The terms and gradients of the losses, written out with their numbers.
///
/// A loss that is not written out here still shows its values.
struct LossFormula {
  private let state: State
  private let evaluation: Evaluation
  private let settings: Problem.Settings
  private let numbers: NumberFormat

  init(_ state: State) {
    self.state = state
    evaluation = state.evaluation
    settings = state.problem.settings
    numbers = state.numbers
  }

  /// What the class adds to the loss; nil without a loss.
  func term(of index: Int) -> FormulaText? {
    guard let value = evaluation.lossTerms?[index] else { return nil }
    let parts = termParts(of: index)
    return FormulaText(
      name: parts == nil ? "ℓ(\(state.shortName(index)))" : nil,
      symbols: parts?.symbols,
      numbers: parts?.numbers,
      value: numbers.plain(state.lossInUnit(value))
    )
  }

  /// The derivative of the loss by the class's logit; nil without a loss.
  func gradient(of index: Int) -> FormulaText? {
    guard let value = evaluation.gradient?[index] else { return nil }
    let parts = gradientParts(of: index)
    // The formulas are in nats, as the gradient's usual form is.
    let factor = state.lossUnit(of: settings.loss)
    func inUnit(_ text: String) -> String {
      factor == 1 ? text : "(\(text))/log 2"
    }
    return FormulaText(
      name: "∂L/∂z(\(state.shortName(index)))",
      symbols: (parts?.symbols).map(inUnit),
      numbers: (parts?.numbers).map(inUnit),
      value: numbers.signed(state.lossInUnit(value)),
      shortName: "∂L/∂z"
    )
  }

  // MARK: Pieces

  private func s(_ index: Int) -> String {
    numbers.factor(evaluation.probabilities[index], complement: evaluation.complements[index])
  }

  private var log: String { state.options.unit == .nats ? "log" : "log₂" }

  private func y(_ index: Int) -> Double { state.targetInUse(of: index) ?? 0 }
  private func z(_ index: Int) -> String { "z(\(state.shortName(index)))" }

  private func sigma(_ index: Int) -> String {
    let (p, q) = evaluation.sigmoids(of: index)
    return numbers.factor(p, complement: q)
  }

  private struct Parts {
    var symbols: String
    var numbers: String?

    init(_ symbols: String, _ numbers: String? = nil) {
      self.symbols = symbols
      self.numbers = numbers
    }
  }

  // MARK: Terms

  private func termParts(of index: Int) -> Parts? {
    switch settings.loss {
    case is CrossEntropy: crossEntropyTerm(index)
    case is AllClassNLL: bothSides(index, "s(\(state.shortName(index)))", s(index))
    case is BinaryCrossEntropy:
      bothSides(index, "σ(\(z(index))\(state.perTemperature))", sigma(index))
    case is Focal: focalTerm(index)
    case is WestonWatkinsHinge: hingeTerm(index)
    case is CrammerSingerHinge: hingeTerm(index)
    case is OneVsAllHinge: oneVsAllTerm(index)
    case is Brier: Parts("(s − y)²", "(\(s(index)) − \(numbers.trimmed(y(index))))²")
    default: nil
    }
  }

  private func crossEntropyTerm(_ index: Int) -> Parts? {
    let mass = numbers.trimmed(y(index))
    guard let weight = settings.classWeights?[index] else {
      return Parts("−y⋅\(log) s", "−\(mass)⋅\(log) \(s(index))")
    }
    return Parts("−w⋅y⋅\(log) s", "−\(numbers.trimmed(weight))⋅\(mass)⋅\(log) \(s(index))")
  }

  /// Of a loss that asks of each class whether it is the one.
  private func bothSides(_ index: Int, _ symbol: String, _ p: String) -> Parts? {
    switch y(index) {
    case 0: Parts("−\(log)(1 − \(symbol))", "−\(log)(1 − \(p))")
    case 1: Parts("−\(log) \(symbol)", "−\(log) \(p)")
    case let y:
      Parts(
        "−y⋅\(log) p − (1 − y)⋅\(log)(1 − p)",
        "−\(numbers.trimmed(y))⋅\(log) \(p) − \(numbers.trimmed(1 - y))⋅\(log)(1 − \(p))"
      )
    }
  }

  private func focalTerm(_ index: Int) -> Parts? {
    guard index == evaluation.positive else { return nil }
    let gamma = numbers.trimmed(settings.gamma)
    return Parts("−(1 − s)^γ⋅\(log) s", "−(1 − \(s(index)))^\(gamma)⋅\(log) \(s(index))")
  }

  /// `z_j − z_k + Δ`, which a hinge asks of a negative; nil for the positive itself.
  private func excess(of index: Int) -> (symbols: String, numbers: String, value: Double)? {
    guard let positive = evaluation.positive, index != positive else { return nil }
    let (own, best) = (evaluation.logits[index], evaluation.logits[positive])
    return (
      "\(z(index)) − \(z(positive)) + Δ",
      "\(numbers.plain(own)) − \(numbers.bracketed(best)) + \(margin)",
      own - best + settings.hingeMargin
    )
  }

  private var margin: String { numbers.trimmed(settings.hingeMargin) }

  /// Crammer and Singer's hinge looks at the hardest negative alone; of the others there is nothing to write.
  private func isLookedAt(_ index: Int) -> Bool {
    guard settings.loss is CrammerSingerHinge else { return true }
    let negatives = evaluation.logits.indices.lazy.filter { $0 != evaluation.positive }
    return index == negatives.max { evaluation.logits[$0] < evaluation.logits[$1] }
  }

  private func hingeTerm(_ index: Int) -> Parts? {
    guard let excess = excess(of: index), isLookedAt(index) else { return nil }
    return Parts("max(0, \(excess.symbols))", "max(0, \(excess.numbers))")
  }

  private func oneVsAllTerm(_ index: Int) -> Parts? {
    let sign = index == evaluation.positive ? "−" : "+"
    return Parts(
      "max(0, Δ \(sign) \(z(index)))",
      "max(0, \(margin) \(sign) \(numbers.bracketed(evaluation.logits[index])))"
    )
  }

  // MARK: Gradients

  private func gradientParts(of index: Int) -> Parts? {
    let y = numbers.trimmed(y(index))
    switch settings.loss {
    case is CrossEntropy: return crossEntropyGradient(index)
    case is BinaryCrossEntropy:
      return scaled("σ − y", "\(sigma(index)) − \(y)")
    case is AllClassNLL: return allClassGradient(index)
    case is Focal: return focalGradient(index)
    case is Brier: return brierGradient(index)
    case is WestonWatkinsHinge, is CrammerSingerHinge: return hingeGradient(index)
    case is OneVsAllHinge: return oneVsAllGradient(index)
    default: return nil
    }
  }

  private func scaled(_ symbols: String, _ numbers: String) -> Parts? {
    guard evaluation.temperature != 1 else { return Parts(symbols, numbers) }
    return Parts("(\(symbols))/T", "(\(numbers))\(state.dividedByTemperature)")
  }

  private func crossEntropyGradient(_ index: Int) -> Parts? {
    let mass = y(index)
    guard settings.classWeights != nil || !state.gradientIsDifference else {
      return scaled("s − y", "\(s(index)) − \(numbers.trimmed(mass))")
    }
    let weights = settings.classWeights
    func weighted(_ index: Int) -> Double { y(index) * (weights?[index] ?? 1) }
    let sum = numbers.trimmed(state.problem.classes.indices.reduce(0) { $0 + weighted($1) })
    return scaled(
      weights == nil ? "s⋅Σy − y" : "s⋅Σwy − w⋅y",
      "\(s(index))⋅\(sum) − \(numbers.trimmed(weighted(index)))"
    )
  }

  /// With the odds `o = s / (1 − s)`: `s − y + (1 − y) o − s Σ (1 − y) o`.
  private func allClassGradient(_ index: Int) -> Parts? {
    func odds(_ index: Int) -> Double {
      (1 - y(index)) * evaluation.probabilities[index] / evaluation.complements[index]
    }
    let sum = state.problem.classes.indices.reduce(0) { $0 + odds($1) }
    let own = odds(index)
    guard own.isFinite, sum.isFinite else { return Parts("s−y+o−s⋅Σo") }
    return scaled(
      "s−y+o−s⋅Σo",
      "\(s(index)) − \(numbers.trimmed(y(index))) + \(numbers.plain(own))"
        + " − \(s(index))⋅\(numbers.plain(sum))"
    )
  }

  /// The chain rule: what the positive's probability does to the loss, times what the logit does to it.
  private func focalGradient(_ index: Int) -> Parts? {
    guard let positive = evaluation.positive, let gradient = evaluation.gradient else {
      return nil
    }
    let inner = evaluation.jacobian(positive, index)
    let k = state.shortName(positive)
    let symbols = "∂L/∂s(\(k))⋅∂s(\(k))/∂z"
    guard inner != 0 else { return Parts(symbols) }
    let outer = gradient[index] / inner
    return Parts(symbols, "\(numbers.plain(outer))⋅\(numbers.bracketed(inner))")
  }

  private func brierGradient(_ index: Int) -> Parts? {
    let probabilities = evaluation.probabilities
    let mean = probabilities.indices.reduce(0) {
      $0 + probabilities[$1] * (probabilities[$1] - y($1))
    }
    return scaled(
      "2s(s−y−Σs(s−y))",
      "2⋅\(s(index))⋅(\(s(index))−\(numbers.trimmed(y(index)))−\(numbers.bracketed(mean)))"
    )
  }

  /// 1 where the condition in the brackets holds, 0 where it does not.
  private func hingeGradient(_ index: Int) -> Parts? {
    guard let excess = excess(of: index), isLookedAt(index) else { return nil }
    return Parts("[\(excess.symbols) > 0]", "[\(numbers.plain(excess.value)) > 0]")
  }

  private func oneVsAllGradient(_ index: Int) -> Parts? {
    let logit = evaluation.logits[index]
    guard index != evaluation.positive else {
      return Parts(
        "−[Δ − \(z(index)) > 0]",
        "−[\(numbers.plain(settings.hingeMargin - logit)) > 0]"
      )
    }
    return Parts("[Δ + \(z(index)) > 0]", "[\(numbers.plain(settings.hingeMargin + logit)) > 0]")
  }
}
