import LogitModel

/// An array of a result that can be saved alone, by the name it has in the JSON.
///
/// A number for each class makes a matrix, rows × classes, also of one row; a number for each row makes a list.
/// What does not apply is NaN.
package enum ResultArray: String, CaseIterable, Sendable {
  case logits, target, probabilities
  case logProbabilities = "log_probabilities"
  case lossTerms = "loss_terms"
  case gradient, push, share, without, attribution

  case loss, logsumexp
  case positiveProbability = "positive_probability"
  case negativeProbability = "negative_probability"
  case margin, entropy
  case targetEntropy = "target_entropy"
  case crossEntropy = "cross_entropy"
  case klDivergence = "kl_divergence"

  /// The array of a problem as an `.npy` file, its bytes in turn.
  package func write(
    _ problem: Problem,
    options: ResultOptions,
    to write: ([UInt8]) -> Void
  ) {
    switch source(lossUnit: options.factor(of: problem.settings.loss), options.perNat) {
    case .perClass(let number):
      let classes = 0..<problem.classes.count
      NPYWriter.write(
        rows: problem.logits.count,
        columns: classes.count,
        row: { row in
          let evaluation = problem.evaluate(row: row)
          return classes.map { number(evaluation, $0) ?? .nan }
        },
        to: write
      )
    case .perRow(let number):
      let rows = problem.logits.indices
      NPYWriter.write(rows.map { number(problem.evaluate(row: $0)) ?? .nan }, to: write)
    }
  }

  private enum Source {
    case perClass((Evaluation, Int) -> Double?)
    case perRow((Evaluation) -> Double?)
  }

  /// Where the numbers come from, in the units of the JSON.
  private func source(lossUnit: Double, _ perNat: Double) -> Source {
    switch self {
    case .logits: .perClass { $0.logits[$1] }
    case .target: .perClass { evaluation, index in evaluation.target.map { $0[index] } }
    case .probabilities: .perClass { $0.probabilities[$1] }
    case .logProbabilities: .perClass { $0.logProbabilities[$1] }
    case .lossTerms:
      .perClass { evaluation, index in evaluation.lossTerms.map { $0[index] * lossUnit } }
    case .gradient:
      .perClass { evaluation, index in evaluation.gradient.map { $0[index] * lossUnit } }
    case .push: .perClass { $0.negatives?[$1]?.push }
    case .share: .perClass { $0.negatives?[$1]?.share }
    case .without: .perClass { ($0.negatives?[$1]?.without).map { $0 * perNat } }
    case .attribution: .perClass { ($0.negatives?[$1]?.attribution).map { $0 * perNat } }

    case .loss: .perRow { $0.loss.map { $0 * lossUnit } }
    case .logsumexp: .perRow { $0.logSumExp }
    case .positiveProbability: .perRow { $0.positiveProbability }
    case .negativeProbability: .perRow { $0.negativeProbability }
    case .margin: .perRow { $0.margin }
    case .entropy: .perRow { $0.entropy * perNat }
    case .targetEntropy: .perRow { $0.targetEntropy.map { $0 * perNat } }
    case .crossEntropy: .perRow { $0.crossEntropy.map { $0 * perNat } }
    case .klDivergence: .perRow { $0.klDivergence.map { $0 * perNat } }
    }
  }
}
