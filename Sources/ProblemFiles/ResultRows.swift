import LogitModel

/// The rows of a JSON result.
struct ResultRows {
  private let problem: Problem
  private let options: ResultOptions

  init(_ problem: Problem, options: ResultOptions) {
    self.problem = problem
    self.options = options
  }

  func json(_ row: Int) -> JSONValue {
    let evaluation = problem.evaluate(row: row)
    let unit = options.factor(of: problem.settings.loss)
    var members: [(key: String, value: JSONValue)] = [
      ("logits", .numbers(evaluation.logits)),
      ("target", .optional(evaluation.target.map { Array($0) })),
      ("positive", .optional(evaluation.positive)),
      ("argmax", .integer(evaluation.argmax)),
      ("logsumexp", .number(evaluation.logSumExp)),
      ("probabilities", .numbers(Array(evaluation.probabilities))),
      ("log_probabilities", .numbers(Array(evaluation.logProbabilities))),
      ("loss", .optional(evaluation.loss.map { $0 * unit })),
      ("loss_terms", list(evaluation.lossTerms, times: unit)),
      ("gradient", list(evaluation.gradient, times: unit)),
      ("positive_probability", .optional(evaluation.positiveProbability)),
      ("negative_probability", .optional(evaluation.negativeProbability)),
      ("margin", .optional(evaluation.margin)),
      ("argmax_probability", .number(evaluation.probabilities[evaluation.argmax])),
      ("negatives", negatives(evaluation.negatives)),
      ("entropy", converted(evaluation.entropy)),
      ("target_entropy", converted(evaluation.targetEntropy)),
      ("cross_entropy", converted(evaluation.crossEntropy)),
      ("kl_divergence", converted(evaluation.klDivergence)),
      ("perplexity", .optional(evaluation.perplexity)),
      ("effective_classes", .number(evaluation.effectiveClasses)),
    ]
    if options.allLosses {
      members.append(("losses", losses(row)))
    }
    if options.jacobian {
      let classes = problem.classes.indices
      members.append(
        (
          "jacobian",
          .rows(count: classes.count) { i in .numbers(classes.map { evaluation.jacobian(i, $0) }) }
        )
      )
    }
    return .object(members)
  }

  private func converted(_ nats: Double?) -> JSONValue {
    .optional(nats.map { $0 * options.perNat })
  }

  private func list(_ values: ClassValues?, times factor: Double) -> JSONValue {
    .optional(values.map { $0.map { $0 * factor } })
  }

  private func negatives(_ negatives: NegativeEffects?) -> JSONValue {
    guard let negatives else { return .null }
    let effects = problem.classes.indices.map { negatives[$0] }
    func list(_ value: (NegativeEffect) -> Double) -> JSONValue {
      .list(effects.map { .optional($0.map(value)) })
    }
    return .object([
      ("push", list(\.push)),
      ("share", list(\.share)),
      ("without", list { $0.without * options.perNat }),
      ("attribution", list { $0.attribution * options.perNat }),
    ])
  }

  private func losses(_ row: Int) -> JSONValue {
    .object(
      Losses.all.map { loss in
        let result = problem.evaluateLoss(row: row, under: loss)
        let unit = options.factor(of: loss)
        let members: [(key: String, value: JSONValue)] = [
          ("value", .optional(result.map { $0.value * unit })),
          ("terms", list(result?.terms, times: unit)),
          ("gradient", list(result?.gradient, times: unit)),
        ]
        return (loss.name, .object(members))
      }
    )
  }
}
