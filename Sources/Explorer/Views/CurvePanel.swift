import LogitModel
import TerminalUI

/// The positive's probability and the loss, were the negatives (or the class in focus) shifted.
struct CurvePanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 4, rect.width >= 24 else { return }
    drawLegend(in: rect.slice(x: 1, width: rect.width - 2).slice(y: 0, height: 1), on: &canvas)
    let labels = [top, 0].map { state.numbers.trimmed(state.inUnit($0)) }
    let reserved = 2 + (labels.map(displayWidth).max() ?? 0)
    let area = rect.slice(x: 1, width: rect.width - 2 - reserved)
      .slice(y: 1, height: rect.height - 2)
    plot.draw(in: area, on: &canvas, kind: state.options.plot)
    // The two rows at the bottom are the axis below.
    for (label, row) in zip(labels, [0, max(0, area.height - 3)]) {
      canvas.put(label, x: area.maxX + 1, y: area.y + row, style: .faint)
    }
    let formula = rect.slice(x: 1, width: rect.width - 2).slice(y: rect.height - 1, height: 1)
    let text = formulas.first { displayWidth($0) <= formula.width } ?? formulas.last ?? ""
    canvas.put(text, in: formula, alignment: .left)
  }

  private var scope: CurveScope { state.curveScope }

  // MARK: The curve
  //
  // The shift is counted from the baseline, so that the curve stands still and the present moves on it.
  // All negatives act through the margin alone: whatever is done to the logits, the present lies on the
  // negatives' curve.

  /// Whether the baseline is a point of the same curve: the same positive at the same temperature.
  private var hasBaseline: Bool {
    let now = state.evaluation
    let before = state.baselineEvaluation
    guard before.positive == now.positive, before.temperature == now.temperature else {
      return false
    }
    return [before.margin, now.margin].allSatisfy { $0?.isFinite ?? false }
  }

  /// Where the present is, as a shift from the baseline.
  private var present: Double {
    let now = state.evaluation
    switch scope {
    case .negatives:
      guard hasBaseline, let from = state.baselineEvaluation.margin, let to = now.margin else {
        return 0
      }
      return (from - to) * now.temperature
    case .focus:
      let change = now.logits[state.focus] - state.baselineLogit(state.focus)
      return change.isFinite ? change : 0
    }
  }

  /// Whether the baseline lies on the curve drawn: on one class's only where no other logit has moved.
  private var showsBaseline: Bool {
    guard scope == .focus else { return hasBaseline }
    return hasBaseline
      && state.evaluation.logits.indices.allSatisfy {
        $0 == state.focus || state.evaluation.logits[$0] == state.baselineLogit($0)
      }
  }

  private func margin(_ delta: Double) -> Double {
    let shift = delta - present
    let margin =
      switch scope {
      case .negatives: state.evaluation.margin(shiftingNegativesBy: shift)
      case .focus: state.evaluation.margin(shifting: state.focus, by: shift)
      }
    return margin ?? .nan
  }

  /// Wide enough for the bend, where the margin is 0; it moves in strides, once the present would leave
  /// it.
  private var range: ClosedRange<Double> {
    let origin = margin(0)
    let bend = origin.isFinite ? abs(origin) : 0
    let stride = max(8, ((bend + 4) / 4).rounded(.up) * 4) * state.evaluation.temperature
    let centre = (present / stride).rounded() * stride
    // What no double holds is not drawn either.
    guard (centre - stride).isFinite, (centre + stride).isFinite else { return -1e300...1e300 }
    return centre - stride...centre + stride
  }

  /// The loss is drawn against an axis of its own, on the right.
  private var top: Double {
    let ends = [margin(range.lowerBound), margin(range.upperBound)].map { softplus(-$0) }
    return max(1, (ends.filter(\.isFinite).max() ?? 1).rounded(.up))
  }

  // MARK: Plot

  private var plot: Plot {
    let top = top
    let range = range
    return Plot(
      xRange: range,
      yRange: 0...1,
      series: [
        Plot.Series(over: range, style: .text, dashed: true) { softplus(-margin($0)) / top },
        Plot.Series(over: range, style: .positive) { sigmoid(margin($0)) },
      ],
      marks: (showsBaseline && present != 0 ? marks(at: 0, "○", .text, top: top) : [])
        + marks(at: present, "●", .accent.bolded(), top: top),
      xTicks: (0...4).map {
        tick(range.lowerBound + Double($0) / 4 * (range.upperBound - range.lowerBound))
      },
      yTicks: [Plot.Tick(0, "0"), Plot.Tick(0.5, "0.5"), Plot.Tick(1, "1")]
    )
  }

  private func marks(at x: Double, _ glyph: String, _ style: Style, top: Double) -> [Plot.Mark] {
    let margin = margin(x)
    return [softplus(-margin) / top, sigmoid(margin)].map {
      Plot.Mark(x: x, y: $0, glyph: glyph, style: style)
    }
  }

  private func tick(_ value: Double) -> Plot.Tick {
    let size = state.numbers.trimmed(value)
    return Plot.Tick(value, value == 0 ? "δ = 0" : value > 0 ? "+" + size : size)
  }

  // MARK: Words

  private var shifted: Phrase {
    scope == .negatives
      ? .allNegatives : Phrase(verbatim: "z(\(state.name(state.focus)))")
  }

  private func drawLegend(in rect: Rect, on canvas: inout Canvas) {
    let positive = state.evaluation.positive.map(state.name) ?? ""
    canvas.put(
      [
        StyledText("━ s(\(positive))", style: .positive.bolded()),
        StyledText("   ┅ " + lossName + " →", style: .text),
        StyledText("   ● " + state.text(.nowMark) + " δ=" + delta, style: .accent.bolded()),
        StyledText(showsBaseline ? "   ○ " + state.text(.baselineMark) : ""),
        StyledText("   "),
        StyledText(state.text(.curveTitle(shifted)), style: .faint),
      ],
      in: rect
    )
  }

  /// The panel is about cross entropy, whatever loss is chosen.
  private var lossName: String {
    let isChosen = state.problem.settings.loss is CrossEntropy
    return isChosen ? state.text(.loss) : "CE"
  }

  private var delta: String { present == 0 ? "0" : state.numbers.delta(present) }

  /// The share that the class in focus has where δ is 0: exp(a_j − logsumexp(negatives)).
  private var shareAtOrigin: Double {
    let now = state.evaluation
    guard let positive = now.positive else { return 0 }
    let difference = now.logits[state.focus] - present - now.logits[positive]
    let exponent = difference / now.temperature + margin(0)
    return exponent.isFinite ? min(1, sigmoid(exponent) / sigmoid(-exponent)) : 0
  }

  /// The formula, with that of the loss where there is room.
  private var formulas: [String] {
    let numbers = state.numbers
    let origin = numbers.plain(margin(0))
    let positive = state.evaluation.positive.map(state.name) ?? ""
    let scaled = state.evaluation.temperature == 1 ? "δ" : "δ/T"
    guard scope == .focus else {
      let s = "s(\(positive)) = sigmoid(m − \(scaled)) = sigmoid(\(origin) − \(scaled))"
      return [s + "   L = log(1 + exp(\(scaled) − m))", s]
    }
    guard state.focus != state.evaluation.positive else {
      let s = "s(\(positive)) = sigmoid(m + \(scaled)) = sigmoid(\(origin) + \(scaled))"
      return [s + "   L = log(1 + exp(−m − \(scaled)))", s]
    }
    let part = numbers.probability(shareAtOrigin, complement: 1 - shareAtOrigin)
    let s = "s(\(positive)) = sigmoid(m − log(1 + q(e^\(scaled) − 1)))"
    return [s + ",  m = \(origin), q(\(state.name(state.focus))) = \(part)", s]
  }
}
