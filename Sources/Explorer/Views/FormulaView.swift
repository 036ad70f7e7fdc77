import LogitModel
import TerminalUI

/// One line that writes out a quantity of the class in focus with its numbers put in.
struct FormulaView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let label = padded(state.text(state.formula.label), to: 8) + " "
    let forms = text?.forms ?? [state.text(.formulaNeedsPositive)]
    canvas.put(
      fitting(forms.map { label + $0 }, to: rect.width),
      in: rect,
      alignment: .left,
      style: text == nil ? .faint : .text
    )
  }

  /// nil where the quantity is one of a positive, and there is none.
  private var text: FormulaText? {
    let index = state.focus
    switch state.formula {
    case .margin: return margin
    case .softmax: return softmax(of: index)
    case .push: return push(of: index)
    case .term: return hidden(LossFormula(state).term(of: index))
    case .gradient: return hidden(LossFormula(state).gradient(of: index))
    }
  }

  private var evaluation: Evaluation { state.evaluation }
  private var numbers: NumberFormat { state.numbers }

  private func hidden(_ text: FormulaText?) -> FormulaText? {
    guard state.isCurtained, let text else { return text }
    return FormulaText(name: text.name, symbols: text.symbols, value: state.result(text.value))
  }

  // MARK: Of softmax

  private var margin: FormulaText? {
    guard let positive = evaluation.positive, let margin = evaluation.margin else { return nil }
    let own = evaluation.logits[positive] / evaluation.temperature
    let name = state.shortName(positive)
    let divisor = state.perTemperature
    let negatives = state.text(.negativesInFormula) + divisor
    return hidden(
      FormulaText(
        symbols: "z(\(name))\(divisor) − logsumexp(\(negatives))",
        // Where nothing is left of the negatives, or of the positive, there is no difference to write out.
        numbers: margin.isFinite
          ? "\(numbers.plain(own)) − \(numbers.bracketed(own - margin))" : nil,
        value: numbers.signed(margin)
      )
    )
  }

  private func softmax(of index: Int) -> FormulaText? {
    let own = evaluation.logits[index] / evaluation.temperature
    let z = "z" + state.perTemperature
    return hidden(
      FormulaText(
        name: "s(\(state.shortName(index)))",
        symbols: "exp(\(z) − logsumexp(\(z)))",
        numbers: "exp(\(numbers.plain(own)) − \(numbers.bracketed(evaluation.shownLogSumExp)))",
        value: numbers.probability(
          evaluation.probabilities[index],
          complement: evaluation.complements[index]
        )
      )
    )
  }

  private func push(of index: Int) -> FormulaText? {
    guard let positive = evaluation.positive else { return nil }
    return hidden(Derivatives(state).formula(of: positive, by: index))
  }
}

extension State {
  /// What stands behind a logit in a formula, where it is divided.
  var perTemperature: String { evaluation.temperature == 1 ? "" : "/T" }

  /// The same in numbers.
  var dividedByTemperature: String {
    evaluation.temperature == 1 ? "" : "/" + numbers.trimmed(evaluation.temperature)
  }

  /// A class's name, cut so that a formula with two of them keeps its numbers.
  func shortName(_ index: Int) -> String { truncated(name(index), to: 10) }
}

extension NumberFormat {
  /// A number behind an operator: in brackets if it is negative.
  func bracketed(_ x: Double) -> String { x < 0 ? "(\(plain(x)))" : plain(x) }

  /// A probability in a formula: in brackets where it is written as a difference from 1.
  func factor(_ p: Double, complement q: Double) -> String {
    let text = probability(p, complement: q)
    return text.hasPrefix("1−") ? "(\(text))" : text
  }
}

extension Evaluation {
  /// The logsumexp, 0 where no more than the rounding of typed probabilities keeps it from 0.
  var shownLogSumExp: Double {
    let largest = logits[argmax] / temperature
    return abs(logSumExp) <= 1e-15 * max(1, abs(largest)) ? 0 : logSumExp
  }
}
