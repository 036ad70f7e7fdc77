import TerminalUI

/// The numbers that matter, as large as the screen lets them be: the probability, the loss and its last change.
struct BigView {
  let state: State

  private struct Line {
    let label: [StyledText]
    let text: String
    let style: Style
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 1, width: rect.width - 2)
    let digits = digits(width: inner.width)
    let lines = lines(Quantities(state, digits: digits))
    let usual = usual(digits)
    let room = Size(width: inner.width, height: inner.height / lines.count - 1)
    let scale = BigDigits.scale(usual, in: room)
    let height = 1 + (scale == 0 ? 1 : BigDigits.height(scale: scale))

    let spare = max(0, inner.height - lines.count * height)
    let gap = max(spare / (lines.count + 1), min(1, spare / max(1, lines.count - 1)))
    let top = max(0, spare - (lines.count - 1) * gap) / 2
    // Under one another stand the points, with the signs' column before them.
    let sign = BigDigits.width("+", scale: scale).map { $0 + 2 * scale } ?? 0
    let width = BigDigits.width(usual, scale: scale) ?? 0
    let left = scale == 0 ? 0 : (inner.width - width) / 2
    for (place, line) in lines.enumerated() {
      let block = inner.slice(y: top + place * (height + gap), height: height)
      let label = block.slice(y: 0, height: 1).slice(x: left + sign, width: block.width)
      canvas.put(line.label, in: label)
      if place == 0 { drawFocus(right: line.label, in: label, on: &canvas) }
      draw(
        line,
        scale: scale,
        point: left + sign,
        in: block.slice(y: 1, height: height - 1),
        on: &canvas
      )
    }
  }

  /// A change as it is usually written: what does not fit with these digits gets fewer.
  private func usual(_ digits: Int) -> String {
    "+0." + String(repeating: "0", count: digits)
  }

  private func digits(width: Int) -> Int {
    let fitting = (NumberFormat.range.lowerBound...state.digits).last { digits in
      BigDigits.width(usual(digits), scale: 1).map { $0 <= width } ?? false
    }
    return fitting ?? state.digits
  }

  private func draw(
    _ line: Line,
    scale: Int,
    point: Int,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let size = Size(width: rect.width, height: rect.height)
    let scale = min(scale, BigDigits.scale(line.text, in: size))
    let sign = line.text.prefix { "+−".contains($0) }
    let indent = sign.isEmpty ? 0 : (BigDigits.width(sign, scale: scale) ?? 0) + 2 * scale
    let width = BigDigits.width(line.text, scale: scale) ?? displayWidth(line.text)
    let x = max(0, min(point - indent, rect.width - width))
    BigDigits(line.text, scale: scale, style: line.style)
      .draw(in: rect.slice(x: x, width: rect.width - x), on: &canvas)
  }

  // MARK: Lines

  private func lines(_ quantities: Quantities) -> [Line] {
    let probability = line(quantities.probability(nameWidth: 24))
    guard let loss = quantities.loss else {
      let note =
        quantities.lossIsUndefined
        ? "   " + state.text(.loss) + " – " + state.text(.needsPositive) : ""
      return [probability, line(quantities.entropy, note: note)]
    }
    let change = quantities.lastChange.map { change in
      let receipt = change.receipt.map { [StyledText("   " + state.text($0), style: .faint)] } ?? []
      return Line(
        label: [StyledText(state.text(change.what), style: .text.bolded())] + receipt,
        text: change.value,
        style: .text
      )
    }
    let isInNats = state.problem.settings.loss.isInNats
    let unit = isInNats ? " (\(state.text(.unit(state.options.unit))))" : ""
    return [probability, line(loss, unit: unit)] + (change.map { [$0] } ?? [])
  }

  private func line(_ quantity: Quantity, unit: String = "", note: String = "") -> Line {
    let was = quantity.was.map { "   " + state.text(.was($0)) } ?? ""
    return Line(
      label: [
        StyledText(quantity.label + unit, style: quantity.style.bolded()),
        StyledText(was + note, style: .faint),
      ],
      text: quantity.now,
      style: quantity.style
    )
  }

  /// What the keys act on, since the table is not there to show it.
  private func drawFocus(right label: [StyledText], in rect: Rect, on canvas: inout Canvas) {
    let logit = CellTexts(state, of: state.evaluation).text(.logit, of: state.focus)
    let text = "▸ \(truncated(state.name(state.focus), to: 16))  \(logit)"
    let used = label.reduce(3) { $0 + displayWidth($1.text) }
    let width = displayWidth(text)
    guard used + width <= rect.width else { return }
    let place = rect.slice(x: rect.width - width, width: width)
    canvas.put(text, in: place, alignment: .left, style: .accent.bolded())
  }
}

extension Phrase {
  static let leavesBig = Phrase(en: "back", ko: "뒤로")
  static let lastChangeOfLoss = Phrase(en: "last change of the loss", ko: "방금의 손실 변화")
  static let lossSinceBaseline = Phrase(
    en: "change of the loss since the baseline",
    ko: "기준 대비 손실 변화"
  )
}
