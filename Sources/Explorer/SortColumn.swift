import LogitModel

/// A column by which the table's classes can be put in order.
package enum SortColumn: String, CaseIterable, Hashable, Sendable {
  case index
  case logit
  case probability
  case gradient
  /// How far the logit is from the baseline's.
  case change

  /// Whether its order tells what softmax or the loss have made of the logits.
  var isResult: Bool { self == .probability || self == .gradient }

  /// The classes of a row, the largest of the column first: of a gradient or a change the farthest
  /// from 0, whichever its sign.
  ///
  /// Equal classes keep the order of their indices, and a class at −∞ comes after every other logit.
  /// Without a target there is no gradient, and beside a baseline of other classes no change.
  package func order(evaluation: Evaluation, baseline: Evaluation) -> [Int] {
    let keys = keys(evaluation, baseline)
    guard !keys.isEmpty else { return Array(evaluation.logits.indices) }
    return evaluation.logits.indices.sorted { a, b in
      keys[a] == keys[b] ? a < b : keys[a] > keys[b]
    }
  }

  /// What the classes are compared by; nothing where their indices alone decide.
  private func keys(_ evaluation: Evaluation, _ baseline: Evaluation) -> [Double] {
    switch self {
    case .index: []
    case .logit: evaluation.logits
    // Logarithms still tell apart what rounds to 0 or 1.
    case .probability: evaluation.logProbabilities
    case .gradient: evaluation.gradient?.map(\.magnitude) ?? []
    case .change:
      evaluation.logits.count == baseline.logits.count
        // Two infinities would differ by NaN.
        ? zip(evaluation.logits, baseline.logits).map { $0 == $1 ? 0 : ($0 - $1).magnitude }
        : []
    }
  }
}
