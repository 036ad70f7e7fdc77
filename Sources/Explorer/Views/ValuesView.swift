import LogitModel
import TerminalUI

/// The positive's probability and the loss: what each is, what it was, and the difference.
struct ValuesView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let half = (rect.width + 8) / 2
    let probability = probability(nameWidth: max(5, half - 34))
    guard let loss else {
      var spans = spans(probability, .all)
      if isUndefined {
        spans.append(StyledText("     " + state.text(.loss) + "  –  "))
        spans.append(StyledText(state.text(.needsPositive), style: .faint))
      }
      canvas.put(spans, in: rect)
      return
    }
    let cells = [
      rect.slice(x: 0, width: half), rect.slice(x: half, width: rect.width - half),
    ]
    let detail = Detail.allCases.first { detail in
      zip([probability, loss], cells).allSatisfy { quantity, cell in
        spans(quantity, detail).reduce(0) { $0 + displayWidth($1.text) } <= cell.width
      }
    }
    for (quantity, cell) in zip([probability, loss], cells) {
      canvas.put(spans(quantity, detail ?? .value), in: cell)
    }
  }

  private struct Quantity {
    let label: String
    let style: Style
    /// The cells that its numbers are kept at, so that nothing moves while they do.
    let width: Int
    let now: String
    var was: String?
    var change: String?
    let isNew: Bool
  }

  /// How much is said of both: the value always, then its change, then what it was.
  private enum Detail: CaseIterable {
    case all, unpadded, change, value
  }

  private func spans(_ quantity: Quantity, _ detail: Detail) -> [StyledText] {
    let width = detail == .all ? quantity.width : 0
    var spans = [
      StyledText(quantity.label + "  ", style: quantity.style),
      StyledText(
        padded(quantity.now, to: width),
        style: quantity.style.bolded(quantity.isNew)
      ),
    ]
    if let was = quantity.was, detail == .all || detail == .unpadded {
      let text = state.text(.was(padded(was, to: width)))
      spans.append(StyledText(" " + text, style: .faint))
    }
    if let change = quantity.change, detail != .value {
      spans.append(StyledText(" " + change, style: .text.bolded(quantity.isNew)))
    }
    return spans
  }

  private func probability(nameWidth: Int) -> Quantity {
    let evaluation = state.evaluation
    let before = state.baselineEvaluation
    // Which class is the most probable is a result too.
    let index = evaluation.positive ?? (state.isCurtained ? state.focus : evaluation.argmax)
    func write(_ evaluation: Evaluation) -> String {
      let p = evaluation.probabilities[index]
      return state.result(
        state.numbers.probability(p, complement: evaluation.complements[index])
      )
    }
    let now = write(evaluation)
    return Quantity(
      label: padded("s(\(truncated(state.name(index), to: nameWidth)))", to: 7),
      style: evaluation.positive == nil ? .text : .positive,
      width: state.numbers.probabilityWidth,
      now: now,
      was: write(before),
      change: change(of: index, evaluation, since: before),
      isNew: state.previous.map { write($0) != now } ?? false
    )
  }

  /// Near 1 it is the complement that tells how much has changed.
  private func change(of index: Int, _ now: Evaluation, since before: Evaluation) -> String? {
    guard !state.isCurtained else { return nil }
    let change =
      now.probabilities[index] > 0.5
      ? difference(-now.complements[index], -before.complements[index])
      : difference(now.probabilities[index], before.probabilities[index])
    return change == 0 ? nil : state.numbers.signed(change)
  }

  /// Whether there is a target, and the loss is not defined for it.
  private var isUndefined: Bool {
    state.evaluation.loss == nil && state.evaluation.target != nil
  }

  private var loss: Quantity? {
    guard let loss = state.evaluation.loss else { return nil }
    func write(_ loss: Double) -> String {
      state.result(state.numbers.plain(state.inUnit(loss)))
    }
    let before = state.baselineEvaluation.loss
    let change = before.map { difference(loss, $0) } ?? 0
    return Quantity(
      label: state.text(.loss),
      style: .text,
      width: state.numbers.probabilityWidth - 1,
      now: write(loss),
      was: before.map(write),
      change: change == 0 || state.isCurtained
        ? nil : state.numbers.signed(state.inUnit(change)),
      isNew: state.previous?.loss.map { write($0) != write(loss) } ?? false
    )
  }
}
