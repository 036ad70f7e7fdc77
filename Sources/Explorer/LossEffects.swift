import LogitModel

/// What one negative does under the loss chosen.
struct LossEffect: Equatable {
  /// How fast the positive's probability changes with its logit, or the loss where there is no
  /// probability.
  let push: Double
  /// Its part of the gradient that reaches the negatives, by size; below 0 where descent would raise it.
  let share: Double
  /// How much the loss falls without the class; nil where nothing would be left of the row, and where the
  /// loss would have to be evaluated again and was not to be.
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
    // Of cross entropy the shares are known in closed form.
    let gradient = isCrossEntropy ? nil : evaluation.gradient
    let largest = Self.sum(of: gradient, evaluation) { max($0, Self.size($1)) }
    largestGradient = largest
    gradientSum =
      largest > 0 ? Self.sum(of: gradient, evaluation) { $0 + Self.size($1) / largest } : 0
  }

  /// At a temperature next to 0 a gradient may overflow.
  private static func size(_ gradient: Double) -> Double {
    min(abs(gradient), .greatestFiniteMagnitude)
  }

  /// What the negatives come to, one after another.
  private static func sum(
    of values: ClassValues?,
    _ evaluation: Evaluation,
    _ add: (Double, Double) -> Double = { $0 + $1 }
  ) -> Double {
    guard let values else { return 0 }
    var sum = 0.0
    for index in values.indices where index != evaluation.positive { sum = add(sum, values[index]) }
    return sum
  }

  /// Whether what the loss would be without a class takes another evaluation.
  var withoutTakesEvaluation: Bool {
    guard activation != .sigmoid, !isCrossEntropy else { return false }
    return !(loss is WestonWatkinsHinge || loss is OneVsAllHinge)
  }

  private var loss: any Loss { state.problem.settings.loss }

  /// The effect of a class; nil for the positive.
  ///
  /// O(1), but O(C) where another evaluation is taken.
  subscript(index: Int, evaluating isEvaluating: Bool = true) -> LossEffect? {
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
      without: without(index, term: terms[index], isEvaluating),
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

  private func without(_ index: Int, term: Double, _ isEvaluating: Bool) -> Double? {
    // Nothing else hangs on a logit that the loss takes by itself through a sigmoid.
    guard activation != .sigmoid else { return term }
    guard evaluation.logits[index] > -.infinity else { return 0 }
    let others = evaluation.logits.indices.lazy.filter { $0 != index }
    guard others.contains(where: { evaluation.logits[$0].isFinite }) else { return nil }
    // Nor on one that is compared with the positive's alone.
    guard withoutTakesEvaluation else { return term }
    guard isEvaluating else { return nil }
    var logits = evaluation.logits
    logits[index] = -.infinity
    guard let loss = evaluation.loss,
      let rest = state.problem.evaluateLoss(row: state.row, at: logits)
    else { return nil }
    return difference(loss, rest.value)
  }

  private func partOfPositive(_ share: Double, _ terms: ClassValues) -> Double {
    // A share that is 0 has no part of an infinite term.
    guard activation == .softmax, share > 0, let positive = evaluation.positive else { return 0 }
    return share * terms[positive]
  }

  /// The negatives together.
  var total: LossEffect {
    let push =
      switch activation {
      case .softmax: evaluation.negatives?.pushSum ?? 0
      case .sigmoid: 0.0
      case .identity: Self.sum(of: evaluation.gradient, evaluation)
      }
    let attribution =
      isCrossEntropy
      ? evaluation.positiveLoss
      : activation == .softmax ? evaluation.loss : Self.sum(of: evaluation.lossTerms, evaluation)
    return LossEffect(
      push: push,
      share: isCrossEntropy || gradientSum > 0 ? 1 : 0,
      without: nil,
      attribution: attribution ?? 0
    )
  }

  /// The negatives of the largest shares, the largest first.
  ///
  /// O(C): no class is sorted that cannot be one of them.
  func largest(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let positive = evaluation.positive
    if loss.sharesGrowWithLogits { return state.largestLogits(count, excluding: positive) }
    let logits = evaluation.logits
    let sizes = evaluation.shareSizes(under: loss)
    func stands(_ a: Int, before b: Int) -> Bool {
      sizes[a] != sizes[b]
        ? sizes[a] > sizes[b] : logits[a] != logits[b] ? logits[a] > logits[b] : a < b
    }
    var kept: [Int] = []
    var last: Int?
    for index in logits.indices where index != positive {
      if let last, !stands(index, before: last) { continue }
      kept.append(index)
      guard kept.count == 2 * count else { continue }
      kept.sort(by: stands)
      kept.removeLast(count)
      last = kept.last
    }
    return Array(kept.sorted(by: stands).prefix(count))
  }
}

extension Evaluation {
  /// Numbers by which the negatives stand in the order of their shares, the largest first.
  ///
  /// Under most losses a larger logit is a larger share, and logits still tell apart what underflows.
  func shareSizes(under loss: any Loss) -> [Double] {
    loss.sharesGrowWithLogits ? logits : gradient?.map(\.magnitude) ?? logits
  }
}

extension Loss {
  /// Whether of two negatives that of the larger logit has the larger gradient, or the same.
  var sharesGrowWithLogits: Bool {
    switch self {
    case is CrossEntropy, is BinaryCrossEntropy, is Focal, is WestonWatkinsHinge,
      is CrammerSingerHinge, is OneVsAllHinge:
      true
    default: false
    }
  }
}
