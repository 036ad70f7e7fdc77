import LogitModel
import TerminalUI

/// The line that stands in the table for all the classes that it does not show, with what they come to.
struct RestView {
  let state: State
  let columns: TableColumns
  let shown: ShownClasses

  func draw(in row: Rect, on canvas: inout Canvas) {
    let now = RestOfClasses(state, state.evaluation, without: shown)
    let before = state.baselineEvaluation.remainder(without: shown)
    let previous = state.previous.map { RestOfClasses(state, $0, without: shown) }
    for (kind, span) in columns.spans {
      let cell = columns.cell(span, in: row)
      switch kind {
      case .name:
        let names = [Phrase.others(now.count), .othersInShort(now.count)].map(state.text)
        canvas.put(fitting(names, to: cell.width), in: cell, alignment: .left, style: .faint)
      case .bar:
        guard !state.isCurtained else { continue }
        let isSame = difference(now.sums.probability, before.probability) == 0
        Bar(
          fraction: now.sums.probability,
          baseline: isSame ? nil : before.probability,
          style: hue
        )
        .draw(in: cell, on: &canvas)
      case .gradientBar:
        guard !state.isCurtained, let gradient = now.gradient else { continue }
        SignedBar(value: gradient, scale: columns.gradientScale, style: hue)
          .draw(in: cell, on: &canvas)
      default:
        let text = text(kind, now, before)
        let isNew = previous.map { self.text(kind, $0, before) != text } ?? false
        let style = style(of: kind, text).bolded(isNew)
        canvas.put(columns.aligned(text, kind), in: cell, alignment: .left, style: style)
      }
    }
  }

  /// The positive is always shown: the others are negatives.
  private var hue: Style { state.evaluation.positive == nil ? .text : .negative }

  private func style(of kind: TableColumns.Kind, _ text: String) -> Style {
    switch kind {
    case .change where text == "·": .faint
    case .term where text == "0", .target where text == "0": .faint
    case .gradient: text == "0" ? .faint : hue
    default: .text
    }
  }

  private func text(_ kind: TableColumns.Kind, _ rest: RestOfClasses, _ before: Remainder) -> String
  {
    let numbers = state.numbers
    switch kind {
    // Of several logits the sum would say nothing.
    case .logit: return numbers.plain(rest.sums.logit)
    case .change:
      let change = difference(rest.sums.logit, before.logit)
      return change.isFinite ? numbers.delta(change, kept: columns.changeDecimals) : ""
    case .probability:
      let text = numbers.probability(rest.sums.probability, complement: rest.sums.complement)
      return state.result(text)
    case .target: return rest.target.map(numbers.trimmed) ?? ""
    case .term:
      return rest.term.map { state.result(numbers.plain(state.lossInUnit($0))) } ?? ""
    case .gradient:
      return rest.gradient.map { state.result(numbers.signed(state.lossInUnit($0))) } ?? ""
    case .name, .bar, .gradientBar: return ""
    }
  }
}
