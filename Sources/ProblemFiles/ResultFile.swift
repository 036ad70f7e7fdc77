import LogitModel

/// What the evaluation of a problem is written with.
package struct ResultOptions: Sendable {
  /// The unit of losses and entropies.
  package var unit: String
  /// How many of that unit a nat is.
  package var perNat: Double
  /// Every loss for each row, by name.
  package var allLosses: Bool
  /// The Jacobian of each row.
  package var jacobian: Bool

  package init(
    unit: String = "nats",
    perNat: Double = 1,
    allLosses: Bool = false,
    jacobian: Bool = false
  ) {
    self.unit = unit
    self.perNat = perNat
    self.allLosses = allLosses
    self.jacobian = jacobian
  }

  /// What a loss is multiplied by: one that is no logarithm has no unit.
  func factor(of loss: any Loss) -> Double { loss.isInNats ? perNat : 1 }
}

/// The evaluation of a problem as a file for other programs.
package enum ResultFile {
  /// The Jacobian of more classes would be a file of gigabytes.
  package static let jacobianLimit = 4096

  /// The result as JSON.
  ///
  /// What is measured in the loss's unit is converted to it: losses, their terms and gradients, what removing a
  /// class saves, and the entropies. Logarithms of probabilities, logsumexp and the margin are of the logits' kind
  /// and stay natural.
  package static func writeJSON(
    _ problem: Problem,
    options: ResultOptions,
    to output: inout some TextOutputStream
  ) throws(FileError) {
    guard !options.jacobian || problem.classes.count <= jacobianLimit else {
      throw FileError(
        "\(problem.classes.count) classes are too many for the Jacobian, \(jacobianLimit) is the most; "
          + "leave out --jacobian"
      )
    }
    let rows = ResultRows(problem, options: options)
    JSONValue.object([
      (
        "loss",
        .optional(
          problem.evaluateBatch().value.map { $0 * options.factor(of: problem.settings.loss) }
        )
      ),
      ("loss_name", .string(problem.settings.loss.name)),
      ("reduction", .string(problem.settings.reduction.rawValue)),
      ("unit", .string(options.unit)),
      ("classes", .list(problem.classes.map { .string($0) })),
      ("rows", .rows(count: problem.logits.count) { rows.json($0) }),
    ]).write(to: &output)
    output.write("\n")
  }

  /// The result as CSV (RFC 4180), one line a class a row; what does not apply is an empty field.
  package static func writeCSV(
    _ problem: Problem,
    options: ResultOptions,
    to output: inout some TextOutputStream
  ) {
    output.write(
      "row,class,logit,probability,target,loss_term,gradient,push,share,without,attribution\n"
    )
    let unit = options.perNat
    let lossUnit = options.factor(of: problem.settings.loss)
    for row in problem.logits.indices {
      let evaluation = problem.evaluate(row: row)
      for (index, name) in problem.classes.enumerated() {
        let effect = evaluation.negatives?[index]
        let numbers: [Double?] = [
          evaluation.logits[index], evaluation.probabilities[index], evaluation.target?[index],
          evaluation.lossTerms.map { $0[index] * lossUnit },
          evaluation.gradient.map { $0[index] * lossUnit },
          effect?.push, effect?.share, effect.map { $0.without * unit },
          effect.map { $0.attribution * unit },
        ]
        let fields = numbers.map { $0.map(NumberText.plain) ?? "" }
        output.write(([String(row), CSVText.field(name)] + fields).joined(separator: ",") + "\n")
      }
    }
  }
}
