import LogitModel

/// The losses other than cross entropy beside their reference values.
extension Oracle.Case {
  func otherLossDistances(_ problem: Problem, _ evaluation: Evaluation) -> [Distance] {
    let row = Row(evaluation, y: target.mass(of: evaluation.logits.count))
    return allClassDistances(problem, row)
      + binaryDistances(problem)
      + brierDistances(problem, row)
      + distances(to: Focal(), "focal", problem, expect.focal, expect.focalGrad)
      + distances(to: WestonWatkinsHinge(), "hinge_ww", problem, expect.hingeWw, expect.hingeWwGrad)
      + distances(to: CrammerSingerHinge(), "hinge_cs", problem, expect.hingeCs, expect.hingeCsGrad)
      + distances(to: OneVsAllHinge(), "hinge_ova", problem, expect.hingeOva, expect.hingeOvaGrad)
  }

  /// Probabilities, what is left beside them, and the target, of which the terms that cancel consist.
  private struct Row {
    let s: [Double]
    let rest: [Double]
    let y: [Double]

    init(_ evaluation: Evaluation, y: [Double]) {
      s = evaluation.probabilities.all
      rest = evaluation.complements.all
      self.y = y
    }

    /// The larger of the two sides of `s - y = (1 - y) s - y (1 - s)`.
    func side(_ index: Int) -> Double {
      max((1 - y[index]).magnitude * s[index], y[index] * rest[index])
    }

    func largest(without index: Int, _ term: (Int) -> Double) -> Double {
      s.indices.filter { $0 != index }.map(term).max() ?? 0
    }
  }

  private func allClassDistances(_ problem: Problem, _ row: Row) -> [Distance] {
    guard expect.allnllGrad != nil else {
      return distances(to: AllClassNLL(), "allnll", problem, expect.allnll, nil)
    }
    let scales = row.s.indices.map { j in
      let others = row.largest(without: j) { i in
        let share = row.rest[i] > 0 ? row.s[j] / row.rest[i] : 0
        return max(row.y[i] * row.s[j], (1 - row.y[i]).magnitude * row.s[i] * share)
      }
      return max(row.side(j), others) / scale
    }
    let exact = (expect.allnll, expect.allnllGrad)
    return distances(to: AllClassNLL(), "allnll", problem, exact.0, exact.1, scales: scales)
  }

  private func brierDistances(_ problem: Problem, _ row: Row) -> [Distance] {
    guard let exact = expect.brier else { return [] }
    let scales = row.s.indices.map { j in
      let others = row.largest(without: j) { row.s[$0] * row.side($0) }
      return 2 * row.s[j] * max(row.rest[j] * row.side(j), others) / scale
    }
    let square = row.s.indices.map { row.side($0) * row.side($0) }.max() ?? 0
    let value = problem.evaluateLoss(row: 0, under: Brier())
    return some("brier", value?.value, exact, scale: square)
      + each("brier_grad", value?.gradient.all, expect.brierGrad, scales: scales)
  }

  private func binaryDistances(_ problem: Problem) -> [Distance] {
    let value = problem.evaluateLoss(row: 0, under: BinaryCrossEntropy())
    let logits = logits
    let scales = target.soft.map { soft in
      soft.indices.map { max(soft[$0], sigmoid(logits[$0] / scale)) / scale }
    }
    return each("bce", value?.terms.all, expect.bce)
      + some("bce_sum", value?.value, expect.bceSum)
      + each("bce_grad", value?.gradient.all, expect.bceGrad, scales: scales)
  }

  private func distances(
    to loss: any Loss,
    _ name: String,
    _ problem: Problem,
    _ exact: Oracle.Number?,
    _ exactGradient: [Oracle.Number]?,
    scales: [Double]? = nil
  ) -> [Distance] {
    guard exact != nil else { return [] }
    let value = problem.evaluateLoss(row: 0, under: loss)
    return some(name, value?.value, exact)
      + each(name + "_grad", value?.gradient.all, exactGradient, scales: scales)
  }
}

extension Oracle.Goal {
  func mass(of count: Int) -> [Double] {
    soft ?? (0..<count).map { $0 == index ? 1 : 0 }
  }
}
