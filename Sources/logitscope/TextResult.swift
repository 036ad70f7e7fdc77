import Explorer
import LogitModel
import ProblemFiles
import TerminalUI

/// The result of a problem as a person reads it: a table a row, then the numbers of the row as a whole.
struct TextResult {
  private let problem: Problem
  private let unit: Unit
  private let format = NumberFormat()

  /// What many take for cross entropy, or for what PyTorch computes.
  private static let allClassNote =
    "cross entropy plus what each negative alone costs; PyTorch's NLLLoss is the first part only"

  init(_ problem: Problem, unit: Unit) {
    self.problem = problem
    self.unit = unit
  }

  func print() throws {
    try PlainText.print(lines)
  }

  private var lines: [String] {
    let settings = problem.settings
    var heading = [
      settings.loss.name, "T \(NumberText.plain(settings.temperature))", unit.rawValue,
    ]
    if settings.labelSmoothing > 0 {
      heading.append("label smoothing \(NumberText.plain(settings.labelSmoothing))")
    }
    if settings.loss is Focal {
      heading.append("gamma \(NumberText.plain(settings.gamma))")
    }
    if settings.loss.activation == .identity {
      heading.append("hinge margin \(NumberText.plain(settings.hingeMargin))")
    }
    let title = problem.title.isEmpty ? [] : [problem.title]
    let note = settings.loss is AllClassNLL ? [Self.allClassNote] : []
    let rows = problem.logits.indices.flatMap { [""] + row($0) }
    return title + [heading.joined(separator: ", ")] + note + rows + batch
  }

  private var lossUnit: Double { problem.settings.loss.isInNats ? unit.perNat : 1 }

  private func row(_ row: Int) -> [String] {
    let evaluation = problem.evaluate(row: row)
    let heading = problem.logits.count > 1 ? ["row \(row)"] : []
    return heading + table(evaluation) + [""] + summary(evaluation)
  }

  /// The cells that names are cut to: one that is longer would widen every line.
  private static let nameLimit = 32

  private func table(_ evaluation: Evaluation) -> [String] {
    let perNat = unit.perNat
    let (probabilities, complements) = (evaluation.probabilities, evaluation.complements)
    let (target, terms, gradient) = (
      evaluation.target, evaluation.lossTerms, evaluation.gradient?.all
    )
    let effects = problem.classes.indices.map { evaluation.negatives?[$0] }
    let columns: [(head: String, text: (Int) -> String?)] = [
      ("logit", { format.plain(evaluation.logits[$0]) }),
      (
        "softmax",
        {
          format.probability(probabilities[$0], complement: complements[$0])
        }
      ),
      ("weight", { index in problem.settings.classWeights.map { format.trimmed($0[index]) } }),
      ("y", { index in target.map { format.trimmed($0[index]) } }),
      ("loss term", { index in terms.map { format.plain($0[index] * lossUnit) } }),
      ("gradient", { index in gradient.map { format.signed($0[index] * lossUnit) } }),
      ("push", { effects[$0].map { format.signed($0.push) } }),
      ("share", { effects[$0].map { format.percent($0.share) } }),
      ("without", { effects[$0].map { format.signed(-$0.without * perNat) } }),
      ("attribution", { effects[$0].map { format.plain($0.attribution * perNat) } }),
    ]
    let names = problem.classes.map { truncated(visible($0), to: Self.nameLimit) }
    let nameWidth = (names + ["class"]).map { displayWidth($0) }.max() ?? 0
    var lines = [padded("class", to: nameWidth)] + names.map { padded($0, to: nameWidth) }
    for column in columns {
      let texts = problem.classes.indices.map(column.text)
      guard texts.contains(where: { $0 != nil }) else { continue }
      for (line, cell) in zip(lines.indices, cells(column.head, texts)) {
        lines[line] += "  " + cell
      }
    }
    return lines.map(Self.trimmed)
  }

  /// A column with its head.
  private func cells(_ head: String, _ texts: [String?]) -> [String] {
    let texts = texts.map { Self.ascii($0 ?? "") }
    // A byte is a cell here, and a vocabulary has many cells.
    let width = texts.map(\.utf8.count).max() ?? 0
    let full = max(width, head.utf8.count)
    func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
    let body = texts.map { blanks(full - width) + $0 + blanks(width - $0.utf8.count) }
    return [blanks(full - head.utf8.count) + head] + body
  }

  private func summary(_ evaluation: Evaluation) -> [String] {
    let perNat = unit.perNat
    let positive = evaluation.positive.map { "s(\(visible(problem.classes[$0])))" } ?? ""
    let numbers: [(name: String, value: Double?)] = [
      (positive, evaluation.positiveProbability),
      ("1 - \(positive)", evaluation.negativeProbability),
      ("margin", evaluation.margin),
      ("logsumexp", evaluation.logSumExp),
      ("entropy", evaluation.entropy * perNat),
      ("cross entropy", evaluation.crossEntropy.map { $0 * perNat }),
      ("KL divergence", evaluation.klDivergence.map { $0 * perNat }),
      ("perplexity", evaluation.perplexity),
    ]
    let shown = numbers.compactMap { number in
      number.value.map { (number.name, NumberText.plain($0)) }
    }
    return Self.aligned(loss(evaluation) + shown + [("argmax", problem.classes[evaluation.argmax])])
  }

  private func loss(_ evaluation: Evaluation) -> [(name: String, text: String)] {
    if let loss = evaluation.loss { return [("loss", NumberText.plain(loss * lossUnit))] }
    return evaluation.target == nil ? [] : [("loss", "not defined without one positive class")]
  }

  private var batch: [String] {
    let batch = problem.evaluateBatch()
    guard problem.logits.count > 1, batch.reduction != .none else { return [] }
    let value = batch.value.map { NumberText.plain($0 * lossUnit) } ?? "over nothing"
    let parts = [
      ("\(batch.reduction.rawValue) of the losses", value),
      ("numerator", NumberText.plain(batch.numerator * lossUnit)),
      ("denominator", NumberText.plain(batch.denominator)),
    ]
    return [""] + Self.aligned(batch.reduction == .mean ? parts : Array(parts.prefix(1)))
  }

  private static func trimmed(_ line: String) -> String {
    let end = line.utf8.lastIndex { $0 != UInt8(ascii: " ") }
    return end.map { String(line.utf8[...$0]) ?? line } ?? ""
  }

  private static func aligned(_ pairs: [(name: String, text: String)]) -> [String] {
    let width = pairs.map { displayWidth($0.name) }.max() ?? 0
    return pairs.map { padded($0.name, to: width + 2) + $0.text }
  }

  /// The minus of the screen as every other program reads it.
  private static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "−" ? "-" : $0 }))
  }
}
