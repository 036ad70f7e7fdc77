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
    let (symbols, numbers) = termParts(of: index)
    return FormulaText(
      symbols ?? "ℓ(\(state.shortName(index)))",
      numbers: numbers,
      value: self.numbers.plain(state.inUnit(value))
    )
  }

  /// The derivative of the loss by the class's logit; nil without a loss.
  func gradient(of index: Int) -> FormulaText? {
    guard let value = evaluation.gradient?[index] else { return nil }
    let name = "∂L/∂z(\(state.shortName(index)))"
    let (symbols, numbers) = gradientParts(of: index)
    // The formulas are in nats, as the gradient's usual form is.
    func inUnit(_ text: String) -> String {
      state.options.unit == .nats ? text : "(\(text))/log 2"
    }
    return FormulaText(
      symbols.map { "\(name) = \(inUnit($0))" } ?? name,
      numbers: numbers.map(inUnit),
      value: self.numbers.signed(state.inUnit(value))
    )
  }

  // MARK: Pieces

  func s(_ index: Int) -> String {
    numbers.probability(evaluation.probabilities[index], complement: evaluation.complements[index])
  }

  var dividedByTemperature: String {
    evaluation.temperature == 1 ? "" : "/" + numbers.trimmed(evaluation.temperature)
  }

  private var perTemperature: String { evaluation.temperature == 1 ? "" : "/T" }
  private var log: String { state.options.unit == .nats ? "log" : "log₂" }

  private func y(_ index: Int) -> Double { state.targetInUse(of: index) ?? 0 }
  private func z(_ index: Int) -> String { "z(\(state.shortName(index)))" }

  private func sigma(_ index: Int) -> String {
    let scaled = evaluation.logits[index] / evaluation.temperature
    return numbers.probability(sigmoid(scaled), complement: sigmoid(-scaled))
  }

  private typealias Parts = (symbols: String?, numbers: String?)

  // MARK: Terms

  private func termParts(of index: Int) -> Parts {
    switch settings.loss {
    case is CrossEntropy: crossEntropyTerm(index)
    case is AllClassNLL: bothSides(index, "s(\(state.shortName(index)))", s(index))
    case is BinaryCrossEntropy:
      bothSides(index, "σ(\(z(index))\(perTemperature))", sigma(index))
    case is Focal: focalTerm(index)
    case is WestonWatkinsHinge: hingeTerm(index)
    case is CrammerSingerHinge: hingeTerm(index)
    case is OneVsAllHinge: oneVsAllTerm(index)
    case is Brier: ("(s − y)²", "(\(s(index)) − \(numbers.trimmed(y(index))))²")
    default: (nil, nil)
    }
  }

  private func crossEntropyTerm(_ index: Int) -> Parts {
    let mass = numbers.trimmed(y(index))
    guard let weight = settings.classWeights?[index] else {
      return ("−y·\(log) s", "−\(mass)·\(log) \(s(index))")
    }
    return ("−w·y·\(log) s", "−\(numbers.trimmed(weight))·\(mass)·\(log) \(s(index))")
  }

  /// Of a loss that asks of each class whether it is the one.
  private func bothSides(_ index: Int, _ symbol: String, _ p: String) -> Parts {
    switch y(index) {
    case 0: ("−\(log)(1 − \(symbol))", "−\(log)(1 − \(p))")
    case 1: ("−\(log) \(symbol)", "−\(log) \(p)")
    case let y:
      (
        "−y·\(log) p − (1 − y)·\(log)(1 − p)",
        "−\(numbers.trimmed(y))·\(log) \(p) − \(numbers.trimmed(1 - y))·\(log)(1 − \(p))"
      )
    }
  }

  private func focalTerm(_ index: Int) -> Parts {
    guard index == evaluation.positive else { return (nil, nil) }
    let gamma = numbers.trimmed(settings.gamma)
    return ("−(1 − s)^γ·\(log) s", "−(1 − \(s(index)))^\(gamma)·\(log) \(s(index))")
  }

  /// `z_j − z_k + Δ`; nil for the positive itself.
  private func excess(of index: Int) -> (symbols: String, numbers: String)? {
    guard let positive = evaluation.positive, index != positive else { return nil }
    let (own, best) = (evaluation.logits[index], evaluation.logits[positive])
    let sum = "\(numbers.plain(own)) − \(numbers.bracketed(best))"
    return (
      "\(z(index)) − \(z(positive)) + Δ", sum + " + \(numbers.trimmed(settings.hingeMargin))"
    )
  }

  private func hingeTerm(_ index: Int) -> Parts {
    guard let excess = excess(of: index) else { return (nil, nil) }
    let isHardest = evaluation.lossTerms?[index] != 0 || settings.loss is WestonWatkinsHinge
    guard isHardest else { return ("max(0, \(excess.symbols))", nil) }
    return ("max(0, \(excess.symbols))", "max(0, \(excess.numbers))")
  }

  private func oneVsAllTerm(_ index: Int) -> Parts {
    let sign = index == evaluation.positive ? "−" : "+"
    let margin = numbers.trimmed(settings.hingeMargin)
    return (
      "max(0, Δ \(sign) \(z(index)))",
      "max(0, \(margin) \(sign) \(numbers.bracketed(evaluation.logits[index])))"
    )
  }

  // MARK: Gradients

  private func gradientParts(of index: Int) -> Parts {
    let y = numbers.trimmed(y(index))
    switch settings.loss {
    case is CrossEntropy: return crossEntropyGradient(index)
    case is BinaryCrossEntropy:
      return scaled("σ − y", "\(sigma(index)) − \(y)")
    case is AllClassNLL: return allClassGradient(index)
    case is Focal: return focalGradient(index)
    case is Brier: return brierGradient(index)
    default: return (nil, nil)
    }
  }

  private func scaled(_ symbols: String, _ numbers: String) -> Parts {
    guard evaluation.temperature != 1 else { return (symbols, numbers) }
    return ("(\(symbols))/T", "(\(numbers))\(dividedByTemperature)")
  }

  private func crossEntropyGradient(_ index: Int) -> Parts {
    let mass = y(index)
    guard settings.classWeights != nil || !state.gradientIsDifference else {
      return scaled("s − y", "\(s(index)) − \(numbers.trimmed(mass))")
    }
    let weights = settings.classWeights
    let weighted = state.problem.classes.indices.map { y($0) * (weights?[$0] ?? 1) }
    let sum = numbers.trimmed(weighted.reduce(0, +))
    return scaled(
      weights == nil ? "s·Σy − y" : "s·Σwy − w·y",
      "\(s(index))·\(sum) − \(numbers.trimmed(weighted[index]))"
    )
  }

  /// With the odds `o = s / (1 − s)`: `s − y + (1 − y) o − s Σ (1 − y) o`.
  private func allClassGradient(_ index: Int) -> Parts {
    func odds(_ index: Int) -> Double {
      (1 - y(index)) * evaluation.probabilities[index] / evaluation.complements[index]
    }
    let sum = state.problem.classes.indices.map(odds).reduce(0, +)
    let own = odds(index)
    guard own.isFinite, sum.isFinite else { return ("s − y + o − s·Σo", nil) }
    return scaled(
      "s − y + o − s·Σo",
      "\(s(index)) − \(numbers.trimmed(y(index))) + \(numbers.plain(own))"
        + " − \(s(index))·\(numbers.plain(sum))"
    )
  }

  /// The chain rule: what the positive's probability does to the loss, times what the logit does to it.
  private func focalGradient(_ index: Int) -> Parts {
    guard let positive = evaluation.positive, let gradient = evaluation.gradient else {
      return (nil, nil)
    }
    let inner = evaluation.jacobian(positive, index)
    let k = state.shortName(positive)
    let symbols = "∂L/∂s(\(k))·∂s(\(k))/∂z"
    guard inner != 0 else { return (symbols, nil) }
    let outer = gradient[index] / inner
    return (symbols, "\(numbers.plain(outer))·\(numbers.bracketed(inner))")
  }

  private func brierGradient(_ index: Int) -> Parts {
    let probabilities = evaluation.probabilities
    let mean = probabilities.indices.reduce(0) {
      $0 + probabilities[$1] * (probabilities[$1] - y($1))
    }
    return scaled(
      "2s·(s − y − Σs(s − y))",
      "2·\(s(index))·(\(s(index)) − \(numbers.trimmed(y(index))) − \(numbers.bracketed(mean)))"
    )
  }
}
