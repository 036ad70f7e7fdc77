import LogitModel

/// What each reduction makes of the rows' losses, written out.
struct BatchSums {
  /// Of more rows than these no screen holds the sum.
  private static let most = 40

  private let state: State
  private let batch: BatchEvaluation

  init(_ state: State, _ batch: BatchEvaluation) {
    self.state = state
    self.batch = batch
  }

  /// With all its numbers, and ever shorter.
  func texts(of reduction: Reduction) -> [String] {
    switch reduction {
    case .none: [state.text(.eachRowApart)]
    case .sum: sum
    case .mean: mean
    }
  }

  private var sum: [String] {
    let value = loss(batch.numerator)
    let losses = entering.map { loss(batch.losses[$0] ?? 0) }
    let short = [state.text(.sumOfLosses) + " = " + value, value]
    return losses.count > 1 ? [written(losses) + " = " + value] + short : short
  }

  private var mean: [String] {
    guard let mean = batch.reduced(.mean).value else { return [state.text(.meanOverNothing)] }
    let value = loss(mean)
    let quotient =
      loss(batch.numerator) + " / " + state.numbers.trimmed(batch.denominator) + " = " + value
    let sums = state.text(.sumOfLosses)
    let short = ["\(sums) / \(state.text(.sumOfWeights)) = \(quotient)", quotient, value]
    guard entering.count > 1 else { return short }
    let losses = written(entering.map { loss(batch.losses[$0] ?? 0) })
    let weights = written(entering.map { state.numbers.trimmed(batch.weights[$0]) })
    return ["(\(losses)) / (\(weights)) = \(quotient)", "\(sums) / (\(weights)) = \(quotient)"]
      + short
  }

  /// The rows that add something, as far as it could be written out.
  private var entering: [Int] {
    guard batch.losses.count <= Self.most else { return [] }
    return batch.losses.indices.filter {
      batch.losses[$0] != nil && !state.problem.isIgnored(row: $0)
    }
  }

  private func loss(_ nats: Double) -> String { state.numbers.plain(state.lossInUnit(nats)) }

  private func written(_ terms: [String]) -> String {
    terms.map { $0.hasPrefix("−") ? "(\($0))" : $0 }.joined(separator: " + ")
  }
}
