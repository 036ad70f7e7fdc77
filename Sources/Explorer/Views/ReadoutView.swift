import LogitModel
import TerminalUI

/// The three rows that say what it all comes to: the positive's probability and the loss, the margin
/// that makes them, and what the last edit did.
struct ReadoutView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 1, width: rect.width - 2)
    drawValues(in: inner.slice(y: 0, height: 1), on: &canvas)
    drawMargin(in: inner.slice(y: 1, height: 1), on: &canvas)
    drawLast(in: inner.slice(y: 2, height: 1), on: &canvas)
  }

  // MARK: Probability and loss

  private func drawValues(in rect: Rect, on canvas: inout Canvas) {
    let evaluation = state.evaluation
    let before = state.baselineEvaluation
    // Which class is the most probable is a result too.
    let index = evaluation.positive ?? (state.isCurtained ? state.focus : evaluation.argmax)
    let probability = quantity(
      evaluation.probabilities[index],
      complement: evaluation.complements[index],
      was: before.probabilities.indices.contains(index) ? before.probabilities[index] : nil,
      last: state.previous.flatMap {
        $0.probabilities.indices.contains(index) ? $0.probabilities[index] : nil
      }
    )
    let loss = evaluation.loss.map { loss in
      quantity(
        state.inUnit(loss),
        complement: nil,
        was: before.loss.map(state.inUnit),
        last: state.previous?.loss.map(state.inUnit)
      )
    }
    let half = (rect.width + 8) / 2
    let label = "s(\(truncated(state.name(index), to: max(5, half - 34))))"
    draw(
      probability,
      label: padded(label, to: 7),
      width: state.numbers.probabilityWidth,
      in: loss == nil ? rect : rect.slice(x: 0, width: half),
      style: evaluation.positive == nil ? .text : .positive,
      on: &canvas
    )
    guard let loss else { return }
    draw(
      loss,
      label: state.text(.loss),
      width: state.numbers.probabilityWidth - 1,
      in: rect.slice(x: half, width: rect.width),
      style: .text,
      on: &canvas
    )
  }

  private struct Quantity {
    let now: String
    let was: String?
    let change: String?
    let isNew: Bool
  }

  private func quantity(
    _ value: Double,
    complement: Double?,
    was: Double?,
    last: Double?
  ) -> Quantity {
    let numbers = state.numbers
    func write(_ value: Double, _ complement: Double?) -> String {
      if state.isCurtained { return State.hidden }
      return complement.map { numbers.probability(value, complement: $0) } ?? numbers.plain(value)
    }
    let change = was.flatMap { value == $0 || state.isCurtained ? nil : value - $0 }
    return Quantity(
      now: write(value, complement),
      was: was.map { was in write(was, complement.map { _ in 1 - was }) },
      change: change.map { numbers.signed($0) },
      isNew: !state.isCurtained && last.map { $0 != value } ?? false
    )
  }

  /// As much of it as the width takes: the value always, then its change, then what it was.
  private func draw(
    _ quantity: Quantity,
    label: String,
    width: Int,
    in rect: Rect,
    style: Style,
    on canvas: inout Canvas
  ) {
    var spans = [
      StyledText(label + "  ", style: style),
      StyledText(
        padded(quantity.now, to: width),
        style: style.bolded(style == .positive || quantity.isNew)
      ),
    ]
    let was = quantity.was.map {
      StyledText(" " + state.text(.was(padded($0, to: width))), style: .faint)
    }
    let change = quantity.change.map {
      StyledText(" " + $0, style: .text.bolded(quantity.isNew))
    }
    let all = [was, change].compactMap { $0 }
    let used = spans.reduce(0) { $0 + displayWidth($1.text) }
    if used + all.reduce(0, { $0 + displayWidth($1.text) }) <= rect.width {
      spans += all
    } else if let change, used + displayWidth(change.text) <= rect.width {
      spans.append(change)
    }
    canvas.put(spans, in: rect)
  }

  // MARK: Margin

  private func drawMargin(in rect: Rect, on canvas: inout Canvas) {
    let evaluation = state.evaluation
    let label = padded(state.text(.margin), to: 7) + "  "
    guard let positive = evaluation.positive, let margin = evaluation.margin else {
      drawSpread(in: rect, on: &canvas)
      return
    }
    let numbers = state.numbers
    let scaled = state.problem.settings.temperature == 1 ? "" : "/T"
    let name = state.name(positive)
    let negatives = state.text(.negativesInFormula)
    let own = evaluation.logits[positive] / evaluation.temperature
    let value = state.isCurtained ? State.hidden : numbers.signed(margin)
    // Where nothing is left of the negatives, or of the positive, there is no difference to write out.
    let isWritten = margin.isFinite && !state.isCurtained
    let difference =
      isWritten ? "\(numbers.plain(own)) − \(bracketed(own - margin)) = \(value)" : value
    let symbols = "z(\(name))\(scaled) − logsumexp(\(negatives)\(scaled)) = "
    let candidates = [symbols + difference, "= " + difference, value].map { label + $0 }
    canvas.put(
      candidates.first { displayWidth($0) <= rect.width } ?? candidates[2],
      in: rect,
      alignment: .left
    )
  }

  private func bracketed(_ value: Double) -> String {
    let text = state.numbers.plain(value)
    return value < 0 ? "(\(text))" : text
  }

  /// Without one positive: what the targets and the guesses spread over.
  private func drawSpread(in rect: Rect, on canvas: inout Canvas) {
    let evaluation = state.evaluation
    let numbers = state.numbers
    func number(_ nats: Double) -> String {
      state.isCurtained ? State.hidden : numbers.plain(state.inUnit(nats))
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
      canvas.put(label + state.text(.nothingYet(step)), in: rect, alignment: .left, style: .faint)
      return
    }
    let what = label + state.text(receipt.what)
    let texts = effects(of: receipt).map { what + "   " + state.text($0) } + [what]
    canvas.put(
      texts.first { displayWidth($0) <= rect.width } ?? what,
      in: rect,
      alignment: .left
    )
  }

  /// What the edit did to the loss, said at length and ever shorter.
  private func effects(of receipt: Receipt) -> [Phrase] {
    func number(_ value: Double) -> String {
      state.isCurtained ? State.hidden : state.numbers.signed(state.inUnit(value))
    }
    guard let actual = receipt.actual.map(number) else { return [] }
    guard let expected = receipt.expected.map(number) else { return [.lossBecame(actual)] }
    let formula = state.gradientIsDifference ? "(s−y)·δ" : "∂L/∂z·δ"
    return [
      .lossForetold(expected, formula, actual), .lossForetold(expected, actual),
      .lossBecame(actual),
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
