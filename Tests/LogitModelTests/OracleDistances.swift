import LogitModel
import RealModule

/// Every number of the reference values beside what the model makes of the same input.
extension Oracle.Case {
  func distances() throws -> [Distance] {
    let problem = try problem()
    let evaluation = problem.evaluate(row: 0)
    return softmaxDistances(evaluation)
      + lossDistances(evaluation)
      + informationDistances(evaluation)
      + positiveDistances(evaluation)
      + (try meanDistances(problem))
      + otherLossDistances(problem, evaluation)
  }

  /// T, by which the derivatives by z are smaller than those by z / T.
  var scale: Double { temperature ?? 1 }

  private func softmaxDistances(_ evaluation: Evaluation) -> [Distance] {
    let largest = (logits.max() ?? 0) / scale
    var all = [one("lse", evaluation.logSumExp, expect.lse, scale: largest)]
    all += each("p", evaluation.probabilities.all, expect.p)
    all += each("logp", evaluation.logProbabilities.all, expect.logp)
    let jacobian = expect.jac ?? []
    for (i, exact) in jacobian.enumerated() {
      all += each("jac", exact.indices.map { evaluation.jacobian(i, $0) * scale }, exact)
    }
    return all
  }

  private func lossDistances(_ evaluation: Evaluation) -> [Distance] {
    let target = evaluation.target ?? []
    let mass = target.indices.map { target[$0] * (weights?[$0] ?? 1) }
    let total = mass.reduce(0, +)
    var scales: [Double]?
    if !isOneHot {
      scales = mass.indices.map { max(mass[$0], total * evaluation.probabilities[$0]) / scale }
    }
    return each("grad", evaluation.gradient?.all, expect.grad, scales: scales)
      + each("terms", evaluation.lossTerms?.all, expect.terms)
      + some("loss", evaluation.loss, expect.loss)
  }

  private func informationDistances(_ evaluation: Evaluation) -> [Distance] {
    let target = evaluation.target ?? []
    let terms = target.indices.filter { target[$0] > 0 }.map { index in
      let ratio = Double.log(target[index]) - evaluation.logProbabilities[index]
      return target[index] * ratio.magnitude
    }
    return some("entropy", evaluation.entropy, expect.entropy)
      + some("ppl_entropy", evaluation.effectiveClasses, expect.pplEntropy)
      + some("kl", evaluation.klDivergence, expect.kl, scale: isOneHot ? 0 : terms.max() ?? 0)
      + (isOneHot ? some("ppl", evaluation.perplexity, expect.ppl) : [])
  }

  private func positiveDistances(_ evaluation: Evaluation) -> [Distance] {
    guard let positive = target.index, let negatives = evaluation.negatives else { return [] }
    let logits = logits
    let others = logits.indices.filter { $0 != positive }.map { logits[$0] }
    let lead = (logits[positive] - (others.max() ?? 0)) / scale
    var all = some("nll", evaluation.positiveLoss, expect.nll)
    all += some("p_y", evaluation.positiveProbability, expect.pY)
    all += some("one_minus_p_y", evaluation.negativeProbability, expect.oneMinusPY)
    all += some("margin", evaluation.margin, expect.margin, scale: lead)
    for index in logits.indices where index != positive && expect.loo != nil {
      let effect = negatives[index]
      all += some("loo", effect?.without, expect.loo?[index])
      all += some("share", effect?.share, expect.share?[index])
      all += some("blame", effect?.attribution, expect.blame?[index])
    }
    return all
  }

  private func meanDistances(_ problem: Problem) throws -> [Distance] {
    guard weights != nil else { return [] }
    let batch = problem.evaluateBatch()
    let gradient = problem.evaluate(row: 0).gradient.flatMap { batch.reduce(gradient: $0) }
    let cancelling = isOneHot ? nil : gradient?.map { _ in 1.0 }
    return some("loss_mean", batch.value, expect.lossMean)
      + each("grad_mean", gradient, expect.gradMean, scales: cancelling)
  }

  private func one(
    _ quantity: String,
    _ actual: Double,
    _ exact: Oracle.Number,
    scale: Double = 0
  ) -> Distance {
    Distance(quantity, id, actual, exact.value, scale: scale)
  }

  func some(
    _ quantity: String,
    _ actual: Double?,
    _ exact: Oracle.Number?,
    scale: Double = 0
  ) -> [Distance] {
    guard let exact else { return [] }
    return [one(quantity, actual ?? .nan, exact, scale: scale)]
  }

  func each(
    _ quantity: String,
    _ actual: [Double]?,
    _ exact: [Oracle.Number]?,
    scales: [Double]? = nil
  ) -> [Distance] {
    guard let exact else { return [] }
    // Long arrays are given at a sample of the classes.
    let places = expect.sample ?? Array(exact.indices)
    return places.indices.map { index in
      let place = places[index]
      return one(
        quantity,
        actual?[place] ?? .nan,
        exact[index],
        scale: scales?[place] ?? 0
      )
    }
  }
}

extension Oracle.Batch {
  func distances() throws -> [Distance] {
    let sum = try problem(.sum)
    let mean = try problem(.mean).evaluateBatch()
    let batch = sum.evaluateBatch()
    var all = zip(batch.losses, expect.losses).map {
      Distance("batch losses", id, $0 ?? .nan, $1.value)
    }
    all.append(Distance("batch loss_sum", id, batch.value ?? .nan, expect.lossSum.value))
    all.append(Distance("batch loss_mean", id, mean.value ?? .nan, expect.lossMean.value))
    for row in z.indices {
      let evaluation = sum.evaluate(row: row)
      let gradient = evaluation.gradient?.all ?? []
      let reduced = mean.reduce(gradient: gradient) ?? []
      let target = evaluation.target ?? []
      let mass = target.indices.map { target[$0] * (w?[$0] ?? 1) }
      let total = mass.reduce(0, +)
      let isOneHot = targets[row].index != nil && eps == nil
      for index in gradient.indices {
        let scale = isOneHot ? 0 : max(mass[index], total * evaluation.probabilities[index])
        let exact = expect.gradSum[row][index].value
        all.append(Distance("batch grad_sum", id, gradient[index], exact, scale: scale))
        let exactMean = expect.gradMean[row][index].value
        all.append(
          Distance(
            "batch grad_mean",
            id,
            reduced[index],
            exactMean,
            scale: scale / mean.denominator
          )
        )
      }
    }
    return all
  }
}
