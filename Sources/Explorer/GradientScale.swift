import LogitModel

extension State {
  /// What the gradient's bars reach to on either side: what softmax's gradient cannot exceed for a one-hot
  /// target, and where another exceeds it, a round number that holds all.
  var gradientScale: Double {
    let settings = problem.settings
    let weights = settings.loss.usesWeightsAndSmoothing ? settings.classWeights : nil
    let scale = settings.loss.activation == .identity ? 1 : settings.temperature
    let bound = (weights?.max() ?? 1) / scale
    let largest = excessiveGradient
    // By a rounding it is not exceeded.
    return largest > bound * (1 + 1e-12) ? roundNumber(holding: largest) : bound
  }

  /// The largest gradient, where it may exceed that bound.
  ///
  /// O(1) for a one-hot target, but under a loss of which nothing is known and all-class NLL.
  private var excessiveGradient: Double {
    guard let gradient = evaluation.gradient else { return 0 }
    let loss = problem.settings.loss
    if case .index = problem.targets[row], let positive = evaluation.positive {
      switch loss {
      case is CrossEntropy, is BinaryCrossEntropy, is Brier, is CrammerSingerHinge,
        is OneVsAllHinge:
        return 0
      // All of the others' together is as large.
      case is Focal, is WestonWatkinsHinge: return abs(gradient[positive])
      default: break
      }
    }
    return gradient.largestMagnitude
  }
}

extension Evaluation {
  /// The largest size of a finite gradient, of the row of a problem.
  ///
  /// For a one-hot target it is the positive's or, where shares grow with logits, that of the largest
  /// negative; else every class is looked at.
  func largestGradient(of problem: Problem, row: Int) -> Double {
    guard let gradient else { return 0 }
    let settings = problem.settings
    let isSmoothed = settings.loss.usesWeightsAndSmoothing && settings.labelSmoothing > 0
    if case .index = problem.targets[row], let positive, !isSmoothed,
      settings.loss.sharesGrowWithLogits
    {
      // One of the two is a negative.
      return ([positive] + largest(2)).map { gradient[$0] }.filter(\.isFinite).largestMagnitude
    }
    return gradient.lazy.filter(\.isFinite).largestMagnitude
  }
}

extension Sequence<Double> {
  /// The largest size of its numbers; 0 for none.
  var largestMagnitude: Double {
    var largest = 0.0
    for value in self { largest = Swift.max(largest, value.magnitude) }
    return largest
  }
}
