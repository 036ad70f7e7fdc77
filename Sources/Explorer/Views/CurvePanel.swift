import LogitModel
import TerminalUI

/// The positive's probability and the loss, were the negatives (or the class in focus) shifted.
struct CurvePanel {
  private let state: State
  private let curve: ShiftCurve
  private let range: ClosedRange<Double>
  private let lossPoints: [(x: Double, y: Double)]
  private let showsBaseline: (probability: Bool, loss: Bool)

  init(state: State) {
    self.state = state
    curve = ShiftCurve(state)
    range = curve.range
    lossPoints = curve.lossPoints(over: range)
    showsBaseline = curve.showsBaseline
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 4, rect.width >= 24 else { return }
    drawLegend(in: rect.slice(x: 1, width: rect.width - 2).slice(y: 0, height: 1), on: &canvas)
    let labels = [top, 0].map { state.numbers.trimmed(state.lossInUnit($0)) }
    let reserved = 2 + (labels.map(displayWidth).max() ?? 0)
    let area = rect.slice(x: 1, width: rect.width - 2 - reserved)
      .slice(y: 1, height: rect.height - 2)
    plot.draw(in: area, on: &canvas, kind: state.options.plot)
    // The two rows at the bottom are the axis below.
    for (label, row) in zip(labels, [0, max(0, area.height - 3)]) {
      canvas.put(label, x: area.maxX + 1, y: area.y + row, style: .faint)
    }
    let formula = rect.slice(x: 1, width: rect.width - 2).slice(y: rect.height - 1, height: 1)
    canvas.put(fitting(formulas, to: formula.width), in: formula, alignment: .left)
  }

  // MARK: Plot

  /// The loss is drawn against an axis of its own, on the right.
  private var top: Double {
    // A whole number of the unit that its label is in.
    let unit = state.lossUnit(of: state.problem.settings.loss)
    let largest = lossPoints.map(\.y).filter(\.isFinite).max() ?? 1
    return max(1, (largest * unit).rounded(.up)) / unit
  }

  private var plot: Plot {
    let top = top
    let loss = lossPoints.map { (x: $0.x, y: $0.y / top) }
    return Plot(
      xRange: range,
      yRange: 0...1,
      series: [
        Plot.Series(points: loss, style: .text, dashed: true),
        Plot.Series(over: range, style: .positive, curve.probability),
      ],
      marks: baselineMarks(top: top) + presentMarks(top: top),
      xTicks: (0...4).map {
        tick(range.lowerBound + Double($0) / 4 * (range.upperBound - range.lowerBound))
      },
      yTicks: [Plot.Tick(0, "0"), Plot.Tick(0.5, "0.5"), Plot.Tick(1, "1")]
    )
  }

  private func baselineMarks(top: Double) -> [Plot.Mark] {
    guard curve.present != 0 else { return [] }
    return [
      showsBaseline.loss ? curve.loss(0) / top : nil,
      showsBaseline.probability ? curve.probability(0) : nil,
    ].compactMap { $0 }.map { Plot.Mark(x: 0, y: $0, glyph: "○", style: .text) }
  }

  private func presentMarks(top: Double) -> [Plot.Mark] {
    let x = curve.present
    return [curve.loss(x) / top, curve.probability(x)].map {
      Plot.Mark(x: x, y: $0, glyph: "●", style: .accent.bolded())
    }
  }

  private func tick(_ value: Double) -> Plot.Tick {
    let size = state.numbers.trimmed(value)
    return Plot.Tick(value, value == 0 ? "δ = 0" : value > 0 ? "+" + size : size)
  }

  // MARK: Words

  private var shifted: Phrase {
    curve.scope == .negatives
      ? .allNegatives : Phrase(verbatim: "z(\(state.name(state.focus)))")
  }

  private var positive: String { state.evaluation.positive.map(state.name) ?? "" }

  private var loss: any Loss { state.problem.settings.loss }

  private func drawLegend(in rect: Rect, on canvas: inout Canvas) {
    let sign = loss.activation == .sigmoid ? "σ" : "s"
    let lossName = loss is CrossEntropy ? state.text(.loss) : loss.sign
    let hasBaseline = showsBaseline.probability || showsBaseline.loss
    let lossLegend =
      curve.showsLoss ? "┅ " + lossName + " →" : state.text(.curveLeftOut(lossName))
    func spans(gap: String) -> [StyledText] {
      [
        StyledText("━ \(sign)(\(positive))", style: .positive.bolded()),
        StyledText(gap + lossLegend),
        StyledText(gap + "● " + state.text(.nowMark) + " δ=" + delta, style: .accent.bolded()),
        StyledText(hasBaseline ? gap + "○ " + state.text(.baselineMark) : ""),
        StyledText(gap),
        StyledText(state.text(.curveTitle(shifted)), style: .faint),
      ]
    }
    let airy = spans(gap: "   ")
    let width = airy.reduce(0) { $0 + displayWidth($1.text) }
    canvas.put(width <= rect.width ? airy : spans(gap: "  "), in: rect)
  }

  private var delta: String { curve.present == 0 ? "0" : state.numbers.delta(curve.present) }

  /// The share that the class in focus has where δ is 0: exp(a_j − logsumexp(negatives)).
  private var shareAtOrigin: Double {
    let now = state.evaluation
    guard let positive = now.positive else { return 0 }
    let difference = now.logits[state.focus] - curve.present - now.logits[positive]
    let exponent = difference / now.temperature + curve.margin(0)
    return exponent.isFinite ? min(1, sigmoid(exponent) / sigmoid(-exponent)) : 0
  }

  /// What is drawn, in formulas, ever shorter.
  private var formulas: [String] {
    switch loss.activation {
    case .softmax:
      let softmax = softmaxFormulas
      guard !curve.isLogistic, let lossFormula else { return softmax }
      return softmax.map { $0 + "   L = " + lossFormula } + softmax
    case .sigmoid: return sigmoidFormulas
    case .identity: return [state.text(.lossTakesLogits(lossFormula ?? loss.sign))]
    }
  }

  private var lossFormula: String? {
    let weighted = state.problem.settings.classWeights != nil && loss is CrossEntropy
    let formula = weighted ? "−Σ w⋅y⋅log s" : loss.words.formula
    return state.evaluation.temperature == 1 ? formula?.replacing("/T", with: "") : formula
  }

  private var scaledShift: String { "δ" + state.perTemperature }

  /// The positive's own logit makes its sigmoid, and nothing else does.
  private var sigmoidFormulas: [String] {
    let isMoved = curve.scope == .focus && state.focus == state.evaluation.positive
    let logit = "z" + state.perTemperature + (isMoved ? " + " + scaledShift : "")
    let sigma = "σ(\(positive)) = sigmoid(\(logit))"
    let said = isMoved ? sigma : state.text(.sigmoidStays(sigma))
    return (lossFormula.map { [said + "   L = " + $0] } ?? []) + [said, sigma]
  }

  private var logarithm: String { state.options.unit == .nats ? "log" : "log₂" }

  /// The logistic formula, with that of plain cross entropy where there is room.
  private var softmaxFormulas: [String] {
    let numbers = state.numbers
    let origin = numbers.plain(curve.margin(0))
    let scaled = scaledShift
    func formulas(_ sign: String, _ exponent: String) -> [String] {
      let s = "s(\(positive)) = sigmoid(m \(sign) \(scaled))"
      let withNumbers = s + " = sigmoid(\(origin) \(sign) \(scaled))"
      return curve.isLogistic
        ? [withNumbers + "   L = \(logarithm)(1 + exp(\(exponent)))", withNumbers]
        : [withNumbers, s]
    }
    guard curve.scope == .focus else { return formulas("−", "\(scaled) − m") }
    guard state.focus != state.evaluation.positive else {
      return formulas("+", "−m − \(scaled)")
    }
    let part = numbers.probability(shareAtOrigin, complement: 1 - shareAtOrigin)
    let s = "s(\(positive)) = sigmoid(m − log(1 + q(e^\(scaled) − 1)))"
    return [s + ",  m = \(origin), q(\(state.name(state.focus))) = \(part)", s]
  }
}
