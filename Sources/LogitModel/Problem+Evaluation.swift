import RealModule

extension Problem {
  /// Everything the program shows of one row.
  ///
  /// - Parameter row: The row, counted from 0; it must exist.
  /// - Returns: Softmax, loss, gradient, the effects of the negatives and the information measures.
  /// - Complexity: O(C).
  public func evaluate(row: Int) -> Evaluation {
    evaluate(row: row, tree: tree(row: row))
  }

  /// The sums of a row's exponentials.
  package func tree(row: Int) -> ExponentialTree {
    ExponentialTree(logits[row], temperature: settings.temperature)
  }

  /// The same where the sums of the row are at hand.
  ///
  /// - Complexity: O(log C) for cross entropy of a target that is one class and for the focal loss; O(C)
  ///   for any other.
  package func evaluate(row: Int, tree: ExponentialTree) -> Evaluation {
    Evaluation(tree: tree, logits: logits[row], target: targets[row], settings: settings)
  }

  /// The loss of one row, also under another loss or at other logits than its own.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 0; it must exist.
  ///   - loss: The loss; by default the one that is set.
  ///   - logits: C numbers, finite or -inf, one of them finite; by default the row's.
  /// - Returns: Value, terms and gradient, zeros for an ignored row; nil without a target, where the
  ///   loss is not defined for it, and where the target times the class weights would overflow.
  /// - Complexity: O(C).
  public func evaluateLoss(
    row: Int,
    under loss: (any Loss)? = nil,
    at logits: [Double]? = nil
  ) -> LossValue? {
    if isIgnored(row: row) { return .zero(classes: classes.count) }
    let logits = logits ?? self.logits[row]
    let loss = loss ?? settings.loss
    // Weights that rest under the loss that is set may be too large for this one.
    if case .distribution(let mass) = targets[row],
      !settings.holdsWeightedSum(of: mass, under: loss)
    {
      return nil
    }
    let softmax = Softmax(logits, temperature: settings.temperature)
    return lossRow(row, at: logits, softmax: softmax).flatMap(loss.evaluate)
  }

  /// The losses of all rows and their reduction.
  ///
  /// - Returns: One loss for each row for whose target it is defined, and what the reduction makes of
  ///   them.
  /// - Complexity: O(rows x C).
  public func evaluateBatch() -> BatchEvaluation {
    let losses = logits.indices.map { evaluateLoss(row: $0)?.exactValue }
    return BatchEvaluation(
      losses: losses,
      weights: losses.indices.map { divisorWeight(of: $0, hasLoss: losses[$0] != nil) },
      reduction: settings.reduction
    )
  }

  /// The same where one row has changed, and is evaluated.
  ///
  /// - Complexity: O(rows).
  package func batch(
    _ batch: BatchEvaluation,
    withRow row: Int,
    _ evaluation: Evaluation
  ) -> BatchEvaluation {
    var (losses, weights) = (batch.exactLosses, batch.weights)
    losses[row] = evaluation.exactLoss
    weights[row] = divisorWeight(of: row, hasLoss: losses[row] != nil)
    return BatchEvaluation(losses: losses, weights: weights, reduction: settings.reduction)
  }

  /// The logit that gives a class a probability while the other logits stay, `T (log p - log(1 -
  /// p)) + T logsumexp(others / T)`.
  ///
  /// - Parameters:
  ///   - probability: p, above 0 and below 1.
  ///   - row: The row, counted from 0.
  ///   - index: The class, counted from 0.
  /// - Returns: A finite logit.
  /// - Throws: ``ProblemError`` for a place or a probability out of range, where every other class
  ///   is at -inf, and where the logit would overflow.
  /// - Complexity: O(C).
  public func logit(
    forProbability probability: Double,
    row: Int,
    class index: Int
  ) throws(ProblemError) -> Double {
    try validateRow(row)
    try validateClass(index)
    guard probability > 0, probability < 1 else { throw .probabilityOutOfRange(probability) }
    let others = Softmax(logits[row], temperature: settings.temperature, excluding: index)
    guard !others.isEmpty else {
      throw .noOtherFiniteLogit(row: row, class: reference(to: index))
    }
    let odds = Pair(sum: .log(probability), -.log(onePlus: -probability))
    let logit = ((odds + others.logSum) * settings.temperature + others.maximum).value
    guard logit.isFinite else {
      throw .invalidLogit(row: row, class: reference(to: index), value: logit)
    }
    return logit
  }

  /// Whether the row's target is the ignore index.
  package func isIgnored(row: Int) -> Bool {
    targets[row] == .index(settings.ignoreIndex)
  }

  /// The row as a loss sees it, at its own logits or at others; nil without a target and for an ignored row.
  func lossRow(_ row: Int, at logits: [Double], softmax: Softmax) -> LossRow? {
    guard let target = targets[row], !isIgnored(row: row) else { return nil }
    return LossRow(logits: logits, softmax: softmax, target: target, settings: settings)
  }

  /// What a row adds to the divisor of a mean.
  private func divisorWeight(of row: Int, hasLoss: Bool) -> Double {
    guard hasLoss, !isIgnored(row: row) else { return 0 }
    guard
      case .index(let index) = targets[row],
      settings.loss.usesWeightsAndSmoothing,
      let weights = settings.classWeights
    else { return 1 }
    return weights[index]
  }
}
