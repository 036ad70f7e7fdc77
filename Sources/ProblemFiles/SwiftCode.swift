import LogitModel

/// A program in Swift that needs nothing but Foundation: a loop over the rows.
struct SwiftCode {
  private let subject: CodeSubject

  init(_ subject: CodeSubject) {
    self.subject = subject
  }

  var lines: [String] {
    subject.introduction(in: "Swift").map { "// \($0)" } + ["import Foundation", ""]
      + subject.notes.map { "// \($0)" } + data + [""] + functions
      + ["var rows: [Double] = []", "for n in z.indices {"] + rows.map { "  " + $0 } + [
        "}", output,
      ]
  }

  // MARK: The problem

  private var data: [String] {
    var lines: [String] = []
    if let names = subject.names {
      lines.append("let classes = [\(names.map(SourceText.swiftQuoted).joined(separator: ", "))]")
    }
    lines += subject.readsLogits ? reading : matrix("z", subject.logits)
    switch subject.targets {
    case .indices(let indices): lines.append("let y = \(indices)")
    case .distributions(let masses): lines += matrix("y", masses)
    }
    if subject.temperature != 1 {
      lines.append("let T: Double = \(NumberText.swift(subject.temperature))")
    }
    if let weights = subject.weights { lines.append("let w: [Double] = \(list(weights))") }
    if let masses = subject.masses { lines.append("let mass: [Double] = \(list(masses))") }
    return lines
  }

  private var reading: [String] {
    let count = subject.classes.count
    let isWhole = subject.rows.count == subject.rowCount
    let rows = isWhole ? "(0..<\(subject.rowCount))" : "\(subject.rows)"
    return [
      "let file = try Data(contentsOf: URL(fileURLWithPath: \"\(GeneratedCode.logitsFile)\"))",
      "let start = 10 + Int(file[8]) + 256 * Int(file[9])",
      "let z = \(rows).map { n in",
      "  (0..<\(count)).map { j in",
      "    file.withUnsafeBytes {",
      "      $0.loadUnaligned(fromByteOffset: start + 8 * (n * \(count) + j), as: Double.self)",
      "    }",
      "  }",
      "}",
    ]
  }

  private func matrix(_ name: String, _ rows: [[Double]]) -> [String] {
    if rows.count == 1 { return ["let \(name): [[Double]] = [\(list(rows[0]))]"] }
    return ["let \(name): [[Double]] = ["] + rows.map { "  \(list($0))," } + ["]"]
  }

  private func list(_ numbers: [Double]) -> String {
    "[\(numbers.map(NumberText.swift).joined(separator: ", "))]"
  }

  // MARK: The loss

  private var functions: [String] {
    switch subject.formula {
    case .crossEntropy, .allClassNLL, .focal, .brier:
      [
        "func logSumExp(_ a: [Double]) -> Double {",
        "  let top = a.max() ?? -.infinity",
        "  return top == -.infinity ? top : top + log(a.reduce(0) { $0 + exp($1 - top) })",
        "}", "",
      ]
    case .binaryCrossEntropy:
      [
        "func softplus(_ a: Double) -> Double { max(a, 0) + log1p(exp(-abs(a))) }", "",
      ]
    case .westonWatkins, .crammerSinger, .oneVsAll: []
    }
  }

  private var rows: [String] {
    switch subject.formula {
    case .crossEntropy: crossEntropy
    case .allClassNLL:
      logSoftmax + target + [
        "// Close to 1 a probability has lost what it leaves to the others.",
        "let top = a.indices.max { a[$0] < a[$1] }",
        "let rest = logSumExp(a.indices.filter { $0 != top }.map { a[$0] }) - logSum",
      ]
        + summed([
          "if t[j] != 0 { loss -= t[j] * logS[j] }",
          "if t[j] != 1 { loss -= (1 - t[j]) * (j == top ? rest : log1p(-exp(logS[j]))) }",
        ])
    case .binaryCrossEntropy:
      [scaled] + target
        + summed([
          "if t[j] != 0 { loss += t[j] * softplus(-a[j]) }",
          "if t[j] != 1 { loss += (1 - t[j]) * softplus(a[j]) }",
        ])
    case .focal:
      logSoftmax + [
        "let logK = logS[y[n]]",
        appended("-pow(-expm1(logK), \(number(subject.settings.gamma))) * logK"),
      ]
    case .westonWatkins:
      summed(
        ["loss += max(0, z[n][j] - z[n][y[n]] + \(margin))"],
        where: "j != y[n] && z[n][j] > -.infinity"
      )
    case .crammerSinger:
      [
        "let hardest = z[n].indices.filter { $0 != y[n] }.map { z[n][$0] }.max() ?? 0",
        appended("max(0, hardest - z[n][y[n]] + \(margin))"),
      ]
    case .oneVsAll:
      summed(["loss += max(0, \(margin) + (j == y[n] ? -z[n][j] : z[n][j]))"])
    case .brier:
      logSoftmax + target + summed(["loss += pow(exp(logS[j]) - t[j], 2)"])
    }
  }

  private var crossEntropy: [String] {
    if isIndexed, subject.smoothing == 0, subject.weights == nil {
      return logSoftmax + [appended("-logS[y[n]]")]
    }
    let smoothing = number(subject.smoothing)
    let mass =
      subject.smoothing > 0 ? "(1 - \(smoothing)) * t[j] + \(smoothing) / Double(t.count)" : "t[j]"
    return logSoftmax + target
      + summed([
        "let mass = " + (subject.weights == nil ? mass : "w[j] * (\(mass))"),
        "if mass > 0 { loss -= mass * logS[j] }",
      ])
  }

  private var isIndexed: Bool {
    if case .indices = subject.targets { true } else { false }
  }

  private var scaled: String {
    subject.temperature == 1 ? "let a = z[n]" : "let a = z[n].map { $0 / T }"
  }

  private var logSoftmax: [String] {
    [scaled, "let logSum = logSumExp(a)", "let logS = a.map { $0 - logSum }"]
  }

  /// The row's target as a distribution.
  private var target: [String] {
    [isIndexed ? "let t = z[n].indices.map { $0 == y[n] ? 1.0 : 0.0 }" : "let t = y[n]"]
  }

  private func summed(_ terms: [String], where condition: String? = nil) -> [String] {
    let loop = "for j in z[n].indices" + (condition.map { " where \($0)" } ?? "") + " {"
    return ["var loss = 0.0", loop] + terms.map { "  " + $0 } + ["}", appended("loss")]
  }

  private func appended(_ loss: String) -> String {
    subject.masses == nil ? "rows.append(\(loss))" : "rows.append(mass[n] * (\(loss)))"
  }

  private var margin: String { number(subject.settings.hingeMargin) }

  private func number(_ value: Double) -> String { NumberText.swift(value) }

  private var output: String {
    guard let value = subject.value else { return "print(rows)" }
    let sum = "rows.reduce(0, +)"
    let divisor =
      switch subject.divisor {
      case _ where subject.settings.reduction == .sum: ""
      case .rows: " / Double(rows.count)"
      case .targetWeights: " / y.map { w[$0] }.reduce(0, +)"
      case .number(let number): " / \(NumberText.swift(number))"
      }
    return "print(\(sum)\(divisor))  // \(NumberText.plain(value))"
  }
}
