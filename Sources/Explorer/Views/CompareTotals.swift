import LogitModel
import TerminalUI

/// The loss of the row in the baseline and now, as it is and after one step down the gradient.
struct CompareTotals {
  private let state: State
  private let totals: [Total]
  /// What the baseline has otherwise than the problem, beside its logits.
  private let note: String?

  init(state: State) {
    self.state = state
    let before = state.baselineEvaluation
    let now = state.evaluation
    let step = Phrase.afterOneStep(state.numbers.trimmed(state.rate))
    let loss = Total(labels: [state.text(.loss)], before: before.loss, now: now.loss)
    // The baseline's loss and the row's are evaluated again.
    guard state.affords(2) else {
      totals = [loss]
      note = state.text(.leftOut(step, classes: now.logits.count))
      return
    }
    totals = [
      loss,
      Total(
        labels: [state.text(step) + ":  z ← z − η ∂L/∂z", state.text(step)],
        before: Self.lossAfterStep(state, of: state.subject.baseline, from: before),
        now: Self.lossAfterStep(state, of: state.problem, from: now)
      ),
    ]
    note = Self.note(state)
  }

  /// The rows that it takes.
  var height: Int { totals.count + (note == nil ? 0 : 1) }

  func draw(_ columns: CompareColumns, in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: CompareColumns.indent, width: rect.width)
    for (offset, total) in totals.enumerated() {
      if let cells = columns.totals(in: rect.slice(y: offset, height: 1)) {
        draw(total, in: cells, from: inner.x, on: &canvas)
      } else {
        drawLine(total, in: inner.slice(y: offset, height: 1), on: &canvas)
      }
    }
    guard let note else { return }
    let row = inner.slice(y: totals.count, height: 1)
    canvas.put(note, in: row, alignment: .left, style: .faint)
  }

  /// A loss of the row, in the baseline and now.
  private struct Total {
    /// What it is, at length and ever shorter.
    let labels: [String]
    let before: Double?
    let now: Double?
  }

  /// nil without a gradient, and where the step leads out of what a double holds.
  private static func lossAfterStep(
    _ state: State,
    of problem: Problem,
    from evaluation: Evaluation
  ) -> Double? {
    guard let gradient = evaluation.gradient else { return nil }
    let logits = zip(evaluation.logits, gradient).map { $0 - state.rate * $1 }
    // False for NaN too.
    guard logits.allSatisfy({ $0 < .infinity }), logits.contains(where: \.isFinite) else {
      return nil
    }
    return problem.evaluateLoss(row: state.row, under: state.problem.settings.loss, at: logits)?
      .value
  }

  /// The numbers under the gradient's, the label before them.
  private func draw(_ total: Total, in cells: [Rect], from x: Int, on canvas: inout Canvas) {
    let room = cells[0].x - 1 - x
    canvas.put(truncated(fitting(total.labels, to: room), to: room), x: x, y: cells[0].y)
    for (text, cell) in zip(texts(total), cells) {
      let width = state.numbers.signedWidth
      let isNumber = text.contains { $0.isNumber }
      let shown = isNumber ? NumberFormat.aligned(text, integerWidth: 2, width: width) : text
      canvas.put(shown, in: cell, alignment: .left)
    }
  }

  /// All in one line, where there are no columns for it.
  private func drawLine(_ total: Total, in rect: Rect, on canvas: inout Canvas) {
    let texts = texts(total)
    let numbers = "\(texts[0]) → \(texts[1])  \(texts[2])"
    let lines = total.labels.map { $0 + "  " + numbers } + [numbers]
    canvas.put(fitting(lines, to: rect.width), in: rect, alignment: .left)
  }

  /// Baseline, now and difference; "the same" in words where no more than rounding parts them.
  private func texts(_ total: Total) -> [String] {
    func write(_ loss: Double?) -> String {
      loss.map { state.numbers.plain(state.lossInUnit($0)) } ?? "–"
    }
    let change = total.before.flatMap { old in total.now.map { difference($0, old) } }
    let words = change.map { change in
      change == 0 ? state.text(.same) : state.numbers.signed(state.lossInUnit(change))
    }
    return [write(total.before), write(total.now), words ?? ""]
  }

  private static func note(_ state: State) -> String? {
    let (old, new) = (state.subject.baseline, state.problem)
    let numbers = state.numbers
    var parts: [String] = []
    if old.targets[state.row] != new.targets[state.row] {
      parts.append(state.text(.targetIs(state.targetText(of: old, row: state.row))))
    }
    if old.settings.temperature != new.settings.temperature {
      parts.append("T " + numbers.trimmed(old.settings.temperature))
    }
    if old.settings.labelSmoothing != new.settings.labelSmoothing {
      parts.append("ε " + numbers.trimmed(old.settings.labelSmoothing))
    }
    if old.settings.classWeights != new.settings.classWeights {
      let weight = old.settings.classWeights?[state.focus] ?? 1
      parts.append("w(\(state.name(state.focus))) " + numbers.trimmed(weight))
    }
    return parts.isEmpty ? nil : state.text(.baselineHas(parts.joined(separator: " · ")))
  }
}
