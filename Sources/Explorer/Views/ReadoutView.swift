import LogitModel
import TerminalUI

/// The three rows that say what it all comes to: the positive's probability and the loss, a formula with
/// its numbers, the margin's to begin with, and what the last edit did.
struct ReadoutView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 1, width: rect.width - 2)
    ValuesView(state: state).draw(in: inner.slice(y: 0, height: 1), on: &canvas)
    let formula = inner.slice(y: 1, height: 1)
    if state.formula == .margin, state.evaluation.positive == nil {
      drawSpread(in: formula, on: &canvas)
    } else {
      FormulaView(state: state).draw(in: formula, on: &canvas)
    }
    drawLast(in: inner.slice(y: 2, height: 1), on: &canvas)
  }

  /// Without one positive: what the targets and the guesses spread over.
  private func drawSpread(in rect: Rect, on canvas: inout Canvas) {
    let evaluation = state.evaluation
    let numbers = state.numbers
    func number(_ nats: Double) -> String {
      state.result(numbers.plain(state.inUnit(nats)))
    }
    var parts = ["H(s) " + number(evaluation.entropy)]
    if let target = evaluation.targetEntropy, let divergence = evaluation.klDivergence {
      parts = ["H(y) " + number(target), "KL(y‖s) " + number(divergence)] + parts
    }
    let label = padded(state.text(.entropy), to: 7) + "  "
    canvas.put(label + parts.joined(separator: "   "), in: rect, alignment: .left)
  }

  // MARK: Last edit

  private func drawLast(in rect: Rect, on canvas: inout Canvas) {
    let label = padded(state.text(.last), to: 7) + "  "
    guard let receipt = state.receipt else {
      let step = state.numbers.trimmed(state.step)
      // A lesson says itself what is to be done.
      let hint: Phrase =
        if state.lessonStep != nil {
          .nothingYet
        } else if state.evaluation.positive == nil {
          .nothingYetWithoutPositive(state.name(state.focus), step)
        } else {
          .nothingYet(step)
        }
      canvas.put(label + state.text(hint), in: rect, alignment: .left, style: .faint)
      return
    }
    let what = label + state.text(receipt.what)
    let effects = effects(of: receipt).map(state.text)
    let texts = effects.map { what + "   " + $0 } + effects.suffix(1).map { what + " " + $0 }
    canvas.put(fitting(texts + [what], to: rect.width), in: rect, alignment: .left)
  }

  /// What the edit did to the loss, said at length and ever shorter.
  private func effects(of receipt: Receipt) -> [Phrase] {
    func number(_ value: Double) -> String {
      state.result(state.numbers.signed(state.lossInUnit(value)))
    }
    guard let change = receipt.actual else { return [] }
    let actual = number(change)
    guard let expected = receipt.expected.map(number) else {
      let isUnchanged = change == 0 && !state.isCurtained
      return isUnchanged ? [.lossUnchanged] : [.lossChanged(actual), .lossChange(actual)]
    }
    let formula = state.gradientIsDifference ? "(s−y)⋅δ" : "∂L/∂z⋅δ"
    return [
      .lossForetold(expected, formula, actual), .lossForetold(expected, actual),
      .lossChange(actual),
    ]
  }
}

extension Canvas {
  /// Writes pieces of text one behind another into the first row of a rectangle.
  mutating func put(_ spans: [StyledText], in rect: Rect) {
    var x = rect.x
    for span in spans where x < rect.maxX {
      let text = truncated(span.text, to: rect.maxX - x)
      x += put(text, x: x, y: rect.y, style: span.style)
    }
  }
}
