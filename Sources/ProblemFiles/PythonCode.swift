import LogitModel

/// A program in Python: all rows at once, as arrays of rows × classes.
struct PythonCode {
  private let subject: CodeSubject
  private let dialect: PythonDialect

  init(_ subject: CodeSubject, _ dialect: PythonDialect) {
    self.subject = subject
    self.dialect = dialect
  }

  var lines: [String] {
    let introduction = subject.introduction(in: dialect.name)
    let body = loss + [output]
    let usesInfinity = (data + body).contains { $0.contains("-inf") }
    let imports =
      dialect.imports(readsLogits: subject.readsLogits)
      + (usesInfinity ? ["from math import inf"] : [])
    // A text of the problem stands below the second line, where Python looks for the file's encoding.
    return introduction.map { "# \($0)" } + imports + [""] + dialect.setup
      + subject.notes.map { "# \($0)" } + data + [""] + body
  }

  // MARK: The problem

  private var data: [String] { names + logits + targets + settings }

  private var names: [String] {
    subject.names.map { ["classes = [\($0.map(SourceText.quoted).joined(separator: ", "))]"] } ?? []
  }

  private var logits: [String] {
    guard subject.readsLogits else { return matrix("z", subject.logits) }
    let read = dialect.reading(GeneratedCode.logitsFile)
    let isWhole = subject.rows.count == subject.rowCount
    return ["z = \(read)" + (isWhole ? "" : "[\(subject.rows)]")]
  }

  private var targets: [String] {
    switch subject.targets {
    case .indices(let indices): ["y = \(dialect.array)(\(indices))"]
    case .distributions(let masses): matrix("Y", masses)
    }
  }

  private var settings: [String] {
    let temperature = subject.temperature
    return (temperature == 1 ? [] : ["T = \(NumberText.python(temperature))"])
      + (subject.weights.map { ["w = \(list($0))"] } ?? [])
  }

  private func matrix(_ name: String, _ rows: [[Double]]) -> [String] {
    let rows = rows.map { "[\($0.map(NumberText.python).joined(separator: ", "))]" }
    if rows.count == 1 { return ["\(name) = \(dialect.array)([\(rows[0])])"] }
    return ["\(name) = \(dialect.array)(["] + rows.map { "    \($0)," } + ["])"]
  }

  private func list(_ numbers: [Double]) -> String {
    "\(dialect.array)([\(numbers.map(NumberText.python).joined(separator: ", "))])"
  }

  // MARK: The loss

  private var loss: [String] {
    if subject.callsLibrary { return libraryLoss }
    return rows + reduced
  }

  private var libraryLoss: [String] {
    var arguments = [scaled, isIndexed ? "y" : "Y"]
    if subject.weights != nil { arguments.append("weight=w") }
    if isIndexed, subject.settings.ignoreIndex != -100 {
      arguments.append("ignore_index=\(subject.settings.ignoreIndex)")
    }
    if subject.settings.reduction != .mean {
      arguments.append("reduction=\"\(subject.settings.reduction.rawValue)\"")
    }
    if subject.smoothing > 0 {
      arguments.append("label_smoothing=\(NumberText.python(subject.smoothing))")
    }
    let result = subject.settings.reduction == .none ? "rows" : "loss"
    return ["\(result) = F.cross_entropy(\(arguments.joined(separator: ", ")))"]
  }

  private var rows: [String] {
    switch subject.formula {
    case .crossEntropy: crossEntropy
    case .allClassNLL: allClassNLL
    case .binaryCrossEntropy: binaryCrossEntropy
    case .focal:
      [place, logSoftmax, "log_k = log_s[n, y]"]
        + times("-(-\(module).expm1(log_k)) ** \(number(subject.settings.gamma)) * log_k")
    case .westonWatkins: hinges("z - z[n, y][:, None] + \(margin)", where: "negative & (z > -inf)")
    case .crammerSinger:
      [place, negative, "hardest = \(dialect.largest("\(module).where(negative, z, -inf)"))"]
        + times(dialect.relu("hardest - z[n, y] + \(margin)"))
    case .oneVsAll:
      [negative]
        + times(
          sum(
            "\(module).where(negative, \(dialect.relu("\(margin) + z")), \(dialect.relu("\(margin) - z")))"
          )
        )
    case .brier:
      distributed + [logSoftmax, "s = \(module).exp(log_s)", "rows = \(sum("(s - Y) ** 2"))"]
    }
  }

  private var crossEntropy: [String] {
    let isPicked = isIndexed && subject.smoothing == 0
    if isPicked, subject.weights == nil || !subject.hasLeftOut {
      let weight = subject.weights == nil ? "" : "w[y] * "
      return [place, logSoftmax, "rows = -\(weight)log_s[n, y]"]
    }
    var mass = "Y"
    if subject.smoothing > 0 {
      let smoothing = number(subject.smoothing)
      mass = "(1 - \(smoothing)) * Y + \(smoothing) / Y.shape[1]"
    }
    if subject.weights != nil { mass = mass == "Y" ? "w * Y" : "w * (\(mass))" }
    return distributed + ["mass = \(mass)", logSoftmax]
      + ["rows = -\(sum(product("mass", "log_s")))"]
  }

  private var allClassNLL: [String] {
    // The logarithm of 1 - s is lost where s is close to 1: there it is that of the others' sum.
    let rest = "\(dialect.logSumExp("\(module).where(top, -inf, \(scaled))"))"
    let lost = "\(module).log1p(-\(module).where(top, 0.0, \(module).exp(log_s)))"
    return distributed + [
      logSoftmax,
      "top = \(module).arange(z.shape[1]) == z.argmax(\(dialect.axis))[:, None]",
      "rest = \(rest) - \(dialect.logSumExp(scaled))",
      "log_not_s = \(module).where(top, rest[:, None], \(lost))",
      "rows = -\(sum("\(product("Y", "log_s")) + \(product("(1 - Y)", "log_not_s"))"))",
    ]
  }

  private var binaryCrossEntropy: [String] {
    if let call = dialect.binaryCrossEntropy(scaled), !subject.hasLeftOut {
      return distributed + ["rows = \(sum(call))"]
    }
    let minus = "-\(scaled)"
    let positive = product("Y", dialect.logSigmoid(scaled, minus: minus))
    let negative = product("(1 - Y)", dialect.logSigmoid(minus, minus: scaled))
    return distributed + ["rows = -\(sum("\(positive) + \(negative)"))"]
  }

  private func hinges(_ distance: String, where condition: String) -> [String] {
    let condition = subject.hasLeftOut ? condition : "negative"
    let hinge = dialect.relu(distance)
    return [place, negative] + times(sum("\(module).where(\(condition), \(hinge), 0.0)"))
  }

  private func times(_ rows: String) -> [String] {
    subject.masses.map { ["mass = \(list($0))", "rows = mass * \(rows)"] } ?? ["rows = \(rows)"]
  }

  private var reduced: [String] {
    switch subject.settings.reduction {
    case .none: return []
    case .sum: return ["loss = rows.sum()"]
    case .mean:
      switch subject.divisor {
      case .rows: return ["loss = rows.mean()"]
      case .targetWeights: return ["loss = rows.sum() / w[y].sum()"]
      case .number(let number):
        let number = NumberText.python(number)
        return ["loss = rows.sum() / \(number)  # the weights of the indices, 1 for a distribution"]
      }
    }
  }

  private var output: String {
    guard let value = subject.value else { return "print(rows.tolist())" }
    return "print(float(loss))  # \(NumberText.plain(value))"
  }

  // MARK: Parts of formulas

  private var module: String { dialect.module }
  private var margin: String { number(subject.settings.hingeMargin) }

  private var isIndexed: Bool {
    if case .indices = subject.targets { true } else { false }
  }

  private var scaled: String { subject.temperature == 1 ? "z" : "z / T" }
  private var logSoftmax: String { "log_s = \(dialect.logSoftmax(scaled))" }
  private var place: String { "n = \(module).arange(len(z))" }
  private var negative: String { "negative = \(module).arange(z.shape[1]) != y[:, None]" }

  /// The targets as distributions, where they are not.
  private var distributed: [String] { isIndexed ? ["Y = \(dialect.oneHot)"] : [] }

  private func number(_ value: Double) -> String { NumberText.python(value) }

  /// The sum over the classes; what is more than one call is put in parentheses.
  private func sum(_ terms: String) -> String {
    var depth = 0
    let isOpen = terms.contains { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return character == " " && depth == 0
    }
    return "\(isOpen ? "(\(terms))" : terms).sum(\(dialect.axis))"
  }

  /// A product that is 0 where the first factor is, also for a class left out.
  private func product(_ mass: String, _ value: String) -> String {
    guard subject.hasLeftOut else { return "\(mass) * \(value)" }
    return "\(mass) * \(module).where(\(mass) != 0, \(value), 0.0)"
  }
}
