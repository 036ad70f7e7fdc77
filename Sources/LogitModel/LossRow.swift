/// One row as a loss sees it: the logits, the pieces of their softmax, the target and the weights.
public struct LossRow: Equatable, Sendable {
  /// C logits; -inf leaves a class out.
  public let logits: [Double]

  /// T, above 0.
  public let temperature: Double

  /// C non-negative numbers, the target before label smoothing.
  public let unsmoothedTarget: [Double]

  /// C non-negative weights, or nil where each is 1.
  public let classWeights: [Double]?

  /// γ of the focal loss, at least 0.
  public let gamma: Double

  /// Δ of the hinges, above 0.
  public let hingeMargin: Double

  /// The class that has all the mass of the unsmoothed target, if one has.
  public let positive: Int?

  package let softmax: Softmax
  package let smoothedTarget: [Pair]

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
    switch target {
    case .index(let index):
      var oneHot = [Double](repeating: 0, count: logits.count)
      oneHot[index] = 1
      unsmoothedTarget = oneHot
    case .distribution(let mass): unsmoothedTarget = mass
    }
    positive = target.positive
    smoothedTarget = Self.smooth(unsmoothedTarget, by: settings.labelSmoothing)
  }

  /// `(1 - eps) y + eps / C`.
  private static func smooth(_ target: [Double], by smoothing: Double) -> [Pair] {
    guard smoothing > 0 else { return target.map { Pair($0) } }
    let kept = Pair(sum: 1, -smoothing)
    let spread = Pair(smoothing) / Double(target.count)
    return target.map { kept * $0 + spread }
  }

  /// C numbers, the target after label smoothing, `(1 - eps) y + eps / C`.
  ///
  /// - Complexity: O(C).
  public var target: [Double] { smoothedTarget.map(\.value) }

  /// C probabilities.
  ///
  /// - Complexity: O(C).
  public var probabilities: [Double] { softmax.probabilities }

  /// C logarithms of probabilities in nats, at most 0.
  ///
  /// - Complexity: O(C).
  public var logProbabilities: [Double] { softmax.logProbabilities }

  /// C numbers `1 - s_i`, each as the sum of the other probabilities.
  ///
  /// - Complexity: O(C).
  public var complements: [Double] { softmax.complements }
}
