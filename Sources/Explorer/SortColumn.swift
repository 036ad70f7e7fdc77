import LogitModel

/// A column by which the table's classes can be put in order.
package enum SortColumn: String, CaseIterable, Hashable, Sendable {
  case index
  case logit
  case probability
  case gradient
  /// The negatives by their parts of the gradient that reaches them, as their panel ranks them.
  case share
  /// How far the logit is from the baseline's.
  case change

  /// Whether its order tells what softmax or the loss have made of the logits.
  var isResult: Bool { [.probability, .gradient, .share].contains(self) }

  /// The classes of a row, the largest of the column first: of a gradient, a share or a change the
  /// farthest from 0, whichever its sign.
  ///
  /// Equal classes keep the order of their indices, and a class at −∞ comes after every other logit. The
  /// positive has no share and comes last. Without a target there is no gradient, without a positive no
  /// share, and beside a baseline of other classes no change.
  func order(_ loss: any Loss, evaluation: Evaluation, baseline: Evaluation) -> TableOrder {
    let keys = keys(loss, evaluation, baseline)
    return keys.isEmpty
      ? TableOrder(count: evaluation.logits.count) : TableOrder(largestFirst: keys)
  }

  /// What the classes are compared by; nothing where their indices alone decide.
  private func keys(_ loss: any Loss, _ evaluation: Evaluation, _ baseline: Evaluation) -> [Double]
  {
    switch self {
    case .index: return []
    // Logits still tell apart what rounds to 0 or 1.
    case .logit, .probability: return evaluation.logits
    case .gradient:
      var keys = evaluation.gradient?.all ?? []
      for index in keys.indices { keys[index] = keys[index].magnitude }
      return keys
    case .share:
      guard let positive = evaluation.positive else { return [] }
      var keys = evaluation.shareSizes(under: loss)
      // Behind the classes at −∞ too, whose share is 0.
      for index in keys.indices where keys[index] == -.infinity {
        keys[index] = -.greatestFiniteMagnitude
      }
      keys[positive] = -.infinity
      return keys
    case .change:
      return evaluation.logits.count == baseline.logits.count
        // Two infinities would differ by NaN.
        ? zip(evaluation.logits, baseline.logits).map { $0 == $1 ? 0 : ($0 - $1).magnitude }
        : []
    }
  }
}
