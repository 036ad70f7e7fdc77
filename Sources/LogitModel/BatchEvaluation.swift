/// The losses of a problem's rows and what the reduction makes of them.
public struct BatchEvaluation: Equatable, Sendable {
  /// One for each row, in nats: 0 for an ignored row, nil for a row without a target or for
  /// whose target the loss is not defined.
  public let losses: [Double?]

  /// The losses before they are rounded.
  package let exactLosses: [Pair?]

  /// One for each row, what it adds to the divisor of a mean.
  ///
  /// The class weight of an index target, 1 for a distribution or where the loss takes no weights,
  /// 0 for a row that is ignored or has no target.
  public let weights: [Double]

  /// How the rows' losses become one.
  public private(set) var reduction: Reduction

  /// The sum of the losses, in nats.
  public let numerator: Double

  /// The sum of ``weights``; +inf where no double holds it, by which ``value`` is not affected.
  public let denominator: Double

  private let scale: Double
  private let scaledNumerator: Pair
  private let scaledDenominator: Double

  package init(losses: [Pair?], weights: [Double], reduction: Reduction) {
    exactLosses = losses
    self.losses = losses.map { $0?.value }
    self.weights = weights
    self.reduction = reduction
    // What rounding a row's loss to a double drops still counts in their sum.
    numerator = Self.sum(losses.map { $0 ?? .zero }).value
    denominator = Self.sum(weights.map { Pair($0) }).value
    // A mean can be in range where its two sums are not.
    let scale = numerator.isFinite && denominator.isFinite ? 1 : 0x1p-64
    self.scale = scale
    scaledNumerator = Self.sum(losses.map { ($0 ?? .zero) * scale })
    scaledDenominator = Self.sum(weights.map { Pair($0 * scale) }).value
  }

  private static func sum(_ terms: [Pair]) -> Pair {
    var sum = CompensatedSum()
    for term in terms {
      sum.add(term)
    }
    return sum.pair
  }

  /// The same losses under another reduction.
  package func reduced(_ reduction: Reduction) -> BatchEvaluation {
    var copy = self
    copy.reduction = reduction
    return copy
  }

  /// The reduced loss in nats; nil under `none`, and for a mean over nothing.
  ///
  /// - Complexity: O(1).
  public var value: Double? {
    switch reduction {
    case .none: nil
    case .sum: numerator
    case .mean: scaledDenominator > 0 ? (scaledNumerator / scaledDenominator).value : nil
    }
  }

  /// The gradient of the reduced loss on a row, from that row's own gradient.
  ///
  /// - Parameter gradient: C numbers, ``Evaluation/gradient`` of the row.
  /// - Returns: C numbers: the same under `none` and `sum`, divided by ``denominator`` under
  ///   `mean`; nil for a mean over nothing.
  /// - Complexity: O(C).
  public func reduce(gradient: some Sequence<Double>) -> [Double]? {
    guard reduction == .mean else { return Array(gradient) }
    guard scaledDenominator > 0 else { return nil }
    return gradient.map { $0 / scaledDenominator * scale + 0 }
  }
}
