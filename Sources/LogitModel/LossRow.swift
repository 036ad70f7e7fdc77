/// One row as a loss sees it: the logits, the pieces of their softmax, the target and the weights.
public struct LossRow: Equatable, Sendable {
  /// C logits; -inf leaves a class out.
  public let logits: [Double]

  /// T, above 0.
  public let temperature: Double

  /// C non-negative weights, or nil where each is 1.
  public let classWeights: [Double]?

  /// γ of the focal loss, at least 0.
  public let gamma: Double

  /// Δ of the hinges, above 0.
  public let hingeMargin: Double

  /// The class that has all the mass of the unsmoothed target, if one has.
  public let positive: Int?

  package let softmax: Softmax
  let givenTarget: Target
  private let labelSmoothing: Double

  package init(
    logits: [Double],
    softmax: Softmax,
    target: Target,
    settings: Problem.Settings
  ) {
    self.logits = logits
    self.softmax = softmax
    temperature = settings.temperature
    classWeights = settings.classWeights
    gamma = settings.gamma
    hingeMargin = settings.hingeMargin
    labelSmoothing = settings.labelSmoothing
    givenTarget = target
    positive = target.positive
  }

  /// The smoothed target, times the class weights.
  var weightedTarget: TargetMass {
    TargetMass(
      givenTarget,
      classes: logits.count,
      smoothing: labelSmoothing,
      weights: classWeights
    )
  }

  /// The smoothed target.
  var smoothedTarget: TargetMass {
    TargetMass(givenTarget, classes: logits.count, smoothing: labelSmoothing)
  }

  /// C non-negative numbers, the target before label smoothing.
  public var unsmoothedTarget: ClassValues {
    ClassValues(count: logits.count, givenTarget.mass)
  }

  /// C numbers, the target after label smoothing, `(1 - eps) y + eps / C`.
  public var target: ClassValues {
    let target = smoothedTarget
    return ClassValues(count: logits.count) { target[$0].value }
  }

  /// C probabilities.
  public var probabilities: ClassValues { softmax.probabilities }

  /// C logarithms of probabilities in nats, at most 0.
  public var logProbabilities: ClassValues { softmax.logProbabilities }

  /// C numbers `1 - s_i`, each as the sum of the other probabilities.
  public var complements: ClassValues { softmax.complements }
}
