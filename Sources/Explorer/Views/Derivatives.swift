import LogitModel

/// The derivatives of the probabilities that the chosen loss works with, and what is to be said of them.
struct Derivatives {
  private let state: State
  private let activation: Activation

  init(_ state: State) {
    self.state = state
    activation = state.problem.settings.loss.activation
  }

  private var isSigmoid: Bool { activation == .sigmoid }

  /// How probability i moves with logit j.
  subscript(i: Int, j: Int) -> Double {
    isSigmoid ? state.evaluation.sigmoidJacobian(i, j) : state.evaluation.jacobian(i, j)
  }

  /// The largest magnitude of all: no class moves another more than itself, and itself most the one whose
  /// probability is nearest to a half.
  var largest: Double {
    let now = state.evaluation
    // Of a softmax it is one of the two largest; a sigmoid is a half where its logit is 0.
    let nearest =
      isSigmoid
      ? [now.logits.indices.min { abs(now.logits[$0]) < abs(now.logits[$1]) } ?? 0]
      : now.largest(2)
    return nearest.lazy.map { self[$0, $0] }.max() ?? 0
  }

  // MARK: Words

  private var letter: String { isSigmoid ? "σ" : "s" }

  /// What stands in the map's cells.
  var symbol: String { "∂\(letter)_i/∂z_j" }

  /// The notes in the order of their weight, each at length and ever shorter.
  func notes(of focus: Int) -> [[String]] {
    let summed = general + "   " + state.text(.rowsSumToZero)
    switch activation {
    case .softmax:
      return [substituted(focus), [summed, general], words(.jacobianAxes, .jacobianAxesInShort)]
    case .sigmoid: return [words(.notCoupled, .notCoupledInShort), substituted(focus), [general]]
    case .identity:
      return [
        words(.logitsCompared, .logitsComparedInShort), substituted(focus), [summed, general],
      ]
    }
  }

  private func words(_ phrases: Phrase...) -> [String] { phrases.map(state.text) }

  private var general: String {
    isSigmoid
      ? "\(symbol) = σ_i (1 − σ_i)\(state.perTemperature)  (i = j),  " + state.text(.zeroElsewhere)
      : "\(symbol) = s_i (δ_ij − s_j)\(state.perTemperature)"
  }

  /// What the class in focus does to the positive; to itself where it is that, and where no other can.
  private func substituted(_ focus: Int) -> [String] {
    let other = isSigmoid ? focus : state.evaluation.positive ?? focus
    return formula(of: other, by: focus).forms
  }

  /// The derivative of one class's probability by another's logit, written out.
  func formula(of moved: Int, by raised: Int) -> FormulaText {
    let (k, j) = (state.shortName(moved), state.shortName(raised))
    let name = "∂\(letter)(\(k))/∂z(\(j))"
    let value = state.numbers.signed(self[moved, raised])
    if isSigmoid, moved != raised { return FormulaText(name: name, value: value) }
    let (symbols, factors) =
      moved == raised
      ? ("\(letter)(\(j))⋅(1 − \(letter)(\(j)))", "\(probability(raised))⋅\(complement(raised))")
      : ("−\(letter)(\(k))⋅\(letter)(\(j))", "−\(probability(moved))⋅\(probability(raised))")
    return FormulaText(
      name: name,
      symbols: symbols + state.perTemperature,
      numbers: factors + state.dividedByTemperature,
      value: value
    )
  }

  private func probability(_ index: Int) -> String {
    let (p, q) = pair(index)
    return state.numbers.factor(p, complement: q)
  }

  private func complement(_ index: Int) -> String {
    let (p, q) = pair(index)
    return state.numbers.factor(q, complement: p)
  }

  /// A class's probability and 1 less it.
  private func pair(_ index: Int) -> (Double, Double) {
    let now = state.evaluation
    return isSigmoid ? now.sigmoids(of: index) : (now.probabilities[index], now.complements[index])
  }
}

extension Evaluation {
  /// The sigmoid of a class's own logit, and 1 less it.
  func sigmoids(of index: Int) -> (probability: Double, complement: Double) {
    let scaled = logits[index] / temperature
    return (sigmoid(scaled), sigmoid(-scaled))
  }
}
