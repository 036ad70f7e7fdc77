import LogitModel
import TerminalUI

/// The positive's probability and the loss: what each is, what it was, and the difference.
struct ValuesView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let half = (rect.width + 8) / 2
    let quantities = Quantities(state)
    let probability = quantities.probability(nameWidth: max(5, half - 34))
    guard let loss = quantities.loss else {
      var spans = spans(probability, .all)
      if quantities.lossIsUndefined {
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
}
