import LogitModel

/// What one negative does under the loss chosen.
struct LossEffect: Equatable {
  /// How fast the positive's probability changes with its logit, or the loss where there is no
  /// probability.
  let push: Double
  /// Its part of the gradient that reaches the negatives, by size; below 0 where descent would raise it.
  let share: Double
  /// How much the loss falls without the class; nil where nothing would be left of the row.
  let without: Double?
  /// Its part of the loss.
  let attribution: Double

  /// Whether descent leaves its logit where it is.
  var isIdle: Bool { share == 0 }
}

/// What the negatives do under the loss chosen.
///
/// Cross entropy's negatives have no terms of their own, and their effects are known in closed form.
/// Under another loss of softmax a negative answers for its own term and for its share of the
/// positive's, by its part q of the softmax over the negatives: for cross entropy that is q times the
/// loss, so the rule is the same. Where the loss takes each logit by itself it answers for its own term.
struct LossEffects {
  private let state: State
  private let evaluation: Evaluation
  let activation: Activation
  private let isCrossEntropy: Bool
  /// The sum of the sizes of the negatives' gradients, each divided by the largest: no sum overflows.
  private let gradientSum: Double
  private let largestGradient: Double

  init(_ state: State) {
    self.state = state
    let evaluation = state.evaluation
    self.evaluation = evaluation
    let loss = state.problem.settings.loss
    activation = loss.activation
    isCrossEntropy = loss is CrossEntropy
    let sizes = Self.negatives(evaluation.gradient, of: evaluation).map(Self.size)
    let largest = sizes.max() ?? 0
    largestGradient = largest
    gradientSum = largest > 0 ? sizes.reduce(0) { $0 + $1 / largest } : 0
  }

  /// At a temperature next to 0 a gradient may overflow.
  private static func size(_ gradient: Double) -> Double {
    min(abs(gradient), .greatestFiniteMagnitude)
  }

  private static func negatives(_ values: [Double]?, of evaluation: Evaluation) -> [Double] {
    (values ?? []).enumerated().filter { $0.offset != evaluation.positive }.map(\.element)
  }

  /// The effect of a class; nil for the positive.
  ///
  /// O(C), as what the loss would be without the class may take another evaluation.
  subscript(index: Int) -> LossEffect? {
    guard let effect = evaluation.negatives?[index], let gradient = evaluation.gradient,
      let terms = evaluation.lossTerms
    else { return nil }
    guard !isCrossEntropy else {
      return LossEffect(
        push: effect.push,
        share: effect.share,
        without: effect.without,
        attribution: effect.attribution
      )
    }
    return LossEffect(
      push: push(gradient[index], effect),
      share: share(gradient[index]),
      without: without(index, term: terms[index]),
      attribution: terms[index] + partOfPositive(effect.share, terms)
    )
  }

  private func push(_ gradient: Double, _ effect: NegativeEffect) -> Double {
    switch activation {
    case .softmax: effect.push
    case .sigmoid: 0
    case .identity: gradient
    }
  }

  private func share(_ gradient: Double) -> Double {
    guard largestGradient > 0 else { return 0 }
    let share = Self.size(gradient) / largestGradient / gradientSum
    return gradient < 0 ? -share : share
  }

  private func without(_ index: Int, term: Double) -> Double? {
    // Nothing else hangs on a logit that the loss takes by itself through a sigmoid.
    guard activation != .sigmoid else { return term }
    var logits = evaluation.logits
    guard logits[index] > -.infinity else { return 0 }
    logits[index] = -.infinity
    guard let loss = evaluation.loss, logits.contains(where: \.isFinite),
      let rest = state.problem.evaluateLoss(row: state.row, at: logits)
    else { return nil }
    return difference(loss, rest.value)
  }

  private func partOfPositive(_ share: Double, _ terms: [Double]) -> Double {
    // A share that is 0 has no part of an infinite term.
    guard activation == .softmax, share > 0, let positive = evaluation.positive else { return 0 }
    return share * terms[positive]
  }

  /// The negatives together.
  var total: LossEffect {
    let ownTerms = Self.negatives(evaluation.lossTerms, of: evaluation).reduce(0, +)
    let push =
      switch activation {
      case .softmax: evaluation.negatives?.pushSum ?? 0
      case .sigmoid: 0.0
      case .identity: Self.negatives(evaluation.gradient, of: evaluation).reduce(0, +)
      }
    let attribution =
      isCrossEntropy
      ? evaluation.positiveLoss : activation == .softmax ? evaluation.loss : ownTerms
    return LossEffect(
      push: push,
      share: isCrossEntropy || gradientSum > 0 ? 1 : 0,
      without: nil,
      attribution: attribution ?? 0
    )
  }

  /// The negatives, those of the largest share first.
  var ranked: [Int] {
    let logits = evaluation.logits
    let sizes = isCrossEntropy ? logits : evaluation.gradient?.map(abs) ?? logits
    return logits.indices.filter { $0 != evaluation.positive }.sorted { a, b in
      sizes[a] != sizes[b]
        ? sizes[a] > sizes[b] : logits[a] != logits[b] ? logits[a] > logits[b] : a < b
    }
  }
}
