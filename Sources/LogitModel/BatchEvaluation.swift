/// The losses of a problem's rows and what the reduction makes of them.
public struct BatchEvaluation: Equatable, Sendable {
  /// One for each row, in nats: 0 for an ignored row, nil for a row without a target.
  public let losses: [Double?]

  /// One for each row, what it adds to the divisor of a mean.
  ///
  /// The class weight of an index target, 1 for a distribution or where the loss takes no weights,
  /// 0 for a row that is ignored or has no target.
  public let weights: [Double]

  /// How the rows' losses become one.
  public let reduction: Reduction

  /// The sum of the losses, in nats.
  public let numerator: Double

  /// The sum of ``weights``.
  public let denominator: Double

  package init(losses: [Double?], weights: [Double], reduction: Reduction) {
    self.losses = losses
    self.weights = weights
    self.reduction = reduction
    var numerator = CompensatedSum()
    var denominator = CompensatedSum()
    for loss in losses {
      numerator.add(loss ?? 0)
    }
    for weight in weights {
      denominator.add(weight)
    }
    self.numerator = numerator.value
    self.denominator = denominator.value
  }

  /// The reduced loss in nats; nil under `none`, and for a mean over nothing.
  ///
  /// - Complexity: O(1).
  public var value: Double? {
    switch reduction {
    case .none: nil
    case .sum: numerator
    case .mean: denominator > 0 ? numerator / denominator : nil
    }
  }

  /// The gradient of the reduced loss on a row, from that row's own gradient.
  ///
  /// - Parameter gradient: C numbers, ``Evaluation/gradient`` of the row.
  /// - Returns: C numbers: the same under `none` and `sum`, divided by ``denominator`` under
  ///   `mean`; nil for a mean over nothing.
  /// - Complexity: O(C).
  public func reduce(gradient: [Double]) -> [Double]? {
    guard reduction == .mean else { return gradient }
    return denominator > 0 ? gradient.map { $0 / denominator + 0 } : nil
  }
}
