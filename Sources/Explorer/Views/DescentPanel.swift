import LogitModel
import TerminalUI

/// The path of gradient descent: the positive's probability and the loss after each step, with the
/// whole gradient and without the negatives' part of it.
struct DescentPanel {
  let state: State
  private let descent: Descent?
  private let place: Int

  init(state: State) {
    self.state = state
    descent = state.presentDescent
    place = state.descentPlace ?? 0
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 1, width: rect.width - 2)
    guard state.evaluation.gradient != nil, !state.evaluation.isIgnored else {
      let note = TextBlock([StyledText(state.text(.descentNeedsLoss))])
      note.draw(
        in: inner.slice(x: 2, width: inner.width - 4).slice(y: 1, height: inner.height - 1),
        on: &canvas
      )
      return
    }
    drawLegend(in: inner.slice(y: 0, height: 1), on: &canvas)
    let body = inner.slice(y: 1, height: inner.height - 1)
    let quantities = quantities(width: inner.width)
    let gap = 3
    let width = (body.width - gap * (quantities.count - 1)) / quantities.count
    for (number, quantity) in quantities.enumerated() {
      let column = body.slice(x: number * (width + gap), width: width)
      let plot = column.slice(y: 0, height: column.height - 1)
      quantity.plot(rows: plot.height - 2, state).draw(
        in: plot,
        on: &canvas,
        kind: state.options.plot
      )
      let caption = column.slice(y: column.height - 1, height: 1)
      drawCaption(of: quantity, in: caption, on: &canvas)
    }
  }

  // MARK: What is drawn

  private func quantities(width: Int) -> [DescentQuantity] {
    let full = descent?.runner.path ?? [start]
    let second = descent?.positiveOnly?.path
    let loss = DescentQuantity(
      name: state.text(.loss),
      style: .text,
      full: full.map { state.lossInUnit($0.loss) },
      second: second?.map { state.lossInUnit($0.loss) },
      place: place,
      isProbability: false
    )
    guard let positive = state.evaluation.positive, width >= 56 else { return [loss] }
    let probability = DescentQuantity(
      name: "s(\(truncated(state.name(positive), to: max(6, width / 2 - 33))))",
      style: .positive,
      full: full.map { $0.positiveProbability ?? .nan },
      second: second?.map { $0.positiveProbability ?? .nan },
      place: place,
      isProbability: true
    )
    return [probability, loss]
  }

  /// Where the first step would start from.
  private var start: Descent.Point {
    let now = state.evaluation
    return Descent.Point(
      loss: now.loss ?? .nan,
      positiveProbability: now.positiveProbability,
      negativeProbability: now.negativeProbability
    )
  }

  // MARK: Words

  private func drawLegend(in rect: Rect, on canvas: inout Canvas) {
    let rate = "η " + state.numbers.trimmed(state.rate)
    guard let descent else {
      canvas.put(
        [StyledText(state.text(.descentHint) + "   "), StyledText(rate, style: .accent.bolded())],
        in: rect
      )
      return
    }
    let widest = displayWidth(state.text(.stepNumber(DescentPath.limit)))
    let now = padded(state.text(.stepNumber(place)), to: widest) + "   " + rate + "   "
    let full = "━● " + state.text(.fullGradient) + "   "
    let room = rect.width - displayWidth(now + full)
    let hasSecond = descent.positiveOnly != nil
    let names: [Phrase] = hasSecond ? [.positivesGradient, .withoutNegatives] : [.noSecondPath]
    let texts = names.map { (hasSecond ? "┅○ " : "") + state.text($0) }
    let second = fitting(texts, to: room)
    canvas.put(
      [
        StyledText(now, style: .accent.bolded()), StyledText(full, style: .text.bolded()),
        StyledText(second, style: hasSecond ? .negative : .faint),
      ],
      in: rect
    )
  }

  /// The numbers at the present, under the plot that they belong to.
  private func drawCaption(
    of quantity: DescentQuantity,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let numbers = state.numbers
    func write(_ runner: Descent.Runner?) -> String? {
      guard let point = runner.map({ $0.path[place] }) ?? (descent == nil ? start : nil) else {
        return nil
      }
      guard quantity.isProbability else { return numbers.plain(state.lossInUnit(point.loss)) }
      return point.positiveProbability.flatMap { p in
        point.negativeProbability.map { numbers.probability(p, complement: $0) }
      }
    }
    var spans = [StyledText(quantity.name + "  ", style: quantity.style.bolded())]
    let full = write(descent?.runner) ?? ""
    if descent == nil {
      spans.append(StyledText(full, style: quantity.style))
    } else {
      let width = numbers.probabilityWidth
      spans.append(StyledText("● " + padded(full, to: width) + "  ", style: quantity.style))
      if let second = descent?.positiveOnly.flatMap({ write($0) }) {
        spans.append(StyledText("○ " + second, style: .negative))
      }
    }
    canvas.put(spans, in: rect)
  }
}

/// One number along the path, against an axis of its own.
private struct DescentQuantity {
  let name: String
  let style: Style
  let full: [Double]
  let second: [Double]?
  let place: Int
  let isProbability: Bool

  func plot(rows: Int, _ state: State) -> Plot {
    let range = isProbability ? 0...1 : lossRange
    let end = Self.length(full.count - 1)
    let middle = (range.lowerBound + range.upperBound) / 2
    // Where two labels would share a row the middle is left out.
    let values =
      rows < 3
      ? [range.lowerBound, range.upperBound] : [range.lowerBound, middle, range.upperBound]
    return Plot(
      xRange: 0...Double(end),
      yRange: range,
      // The second over the first: where they share a cell, its dashes are seen all the same.
      series: [series(full, style, dashed: false)]
        + (second.map { [series($0, .negative, dashed: true)] } ?? []),
      marks: (second.map { [mark($0, "○")] } ?? []) + [mark(full, "●")],
      // In the least of panels the curves have the row of the labels.
      xTicks: rows < 3
        ? []
        : [
          Plot.Tick(0, "0"), Plot.Tick(Double(end / 2), String(end / 2)),
          Plot.Tick(Double(end), state.text(.stepNumber(end))),
        ],
      yTicks: values.map { Plot.Tick($0, state.numbers.trimmed($0)) }
    )
  }

  private func series(_ values: [Double], _ style: Style, dashed: Bool) -> Plot.Series {
    // A single point is its mark.
    let points = (values.count > 1 ? values : []).enumerated().map {
      (x: Double($0.offset), y: $0.element)
    }
    return Plot.Series(points: points, style: style, dashed: dashed)
  }

  private func mark(_ values: [Double], _ glyph: String) -> Plot.Mark {
    Plot.Mark(x: Double(place), y: values[place], glyph: glyph, style: .accent.bolded())
  }

  /// From 0 to a round number that no loss exceeds; below 0 too, where a target beyond 1 leads there.
  private var lossRange: ClosedRange<Double> {
    let finite = (full + (second ?? [])).filter(\.isFinite)
    let top = roundNumber(holding: max(0, finite.max() ?? 0))
    let bottom = roundNumber(holding: max(0, -(finite.min() ?? 0)))
    return top + bottom == 0 ? 0...1 : -bottom...top
  }

  /// The steps that the axis has room for.
  private static func length(_ steps: Int) -> Int {
    [10, 20, 50, 100, 200, 500].first { $0 >= steps } ?? DescentPath.limit
  }
}
