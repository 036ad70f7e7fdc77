import LogitModel
import TerminalUI

/// What each class had in the baseline, what it has now, and the difference; below them the same of the
/// loss.
struct ComparePanel {
  let state: State
  private let before: Evaluation
  private let now: Evaluation

  init(state: State) {
    self.state = state
    before = state.baselineEvaluation
    now = state.evaluation
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let totals = CompareTotals(state: state)
    let room = rect.height - 2 - totals.height
    guard room >= 1, rect.width >= 24 else { return }
    let columns = CompareColumns(state, width: rect.width)
    let shown = state.shown
    let window = ScrollWindow(count: shown.count, height: room, around: state.focusPlace)
    drawHeads(columns, window, in: rect.slice(y: 0, height: 2), on: &canvas)
    for (offset, index) in shown[window.range].enumerated() {
      draw(index, columns, in: rect.slice(y: 2 + offset, height: 1), on: &canvas)
    }
    let air = room > window.range.count ? 1 : 0
    let rest = rect.slice(y: 2 + window.range.count + air, height: totals.height)
    totals.draw(columns, in: rest, on: &canvas)
  }

  // MARK: Heads

  private func drawHeads(
    _ columns: CompareColumns,
    _ window: ScrollWindow,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let groups = rect.slice(y: 0, height: 1)
    let heads = rect.slice(y: 1, height: 1)
    var end = groups.x
    for (kind, cell) in columns.cells(in: heads) {
      let head =
        switch kind {
        case .name: state.text(.classHead)
        case .number(_, let side), .bar(let side): state.text(side.head)
        }
      let alignment: Alignment = if case .bar = kind { .center } else { .left }
      canvas.put(head, in: cell, alignment: alignment, style: .faint)
    }
    for group in CompareColumns.Group.allCases {
      guard let cell = columns.cell(group, in: groups) else { continue }
      let title = truncated(title(of: group, columns), to: cell.width)
      end = cell.x + canvas.put(title, x: cell.x, y: cell.y, style: .text)
    }
    let hidden = window.hidden(before: state.shown.hidden)
    let x = groups.maxX - 1 - displayWidth(hidden)
    guard x > end + 1 else { return }
    canvas.put(hidden, x: x, y: groups.y, style: .faint)
  }

  private func title(of group: CompareColumns.Group, _ columns: CompareColumns) -> String {
    switch group {
    case .probability: state.text(.softmaxHead)
    case .gradient: state.text(.gradientGroup)
    case .bars: "∂L/∂z ± " + state.numbers.trimmed(state.lossInUnit(columns.scale))
    case .term: state.text(.termGroup)
    case .logit: state.text(.logitHead)
    }
  }

  // MARK: Classes

  private func draw(
    _ index: Int,
    _ columns: CompareColumns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    if index == state.focus { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    for (kind, cell) in columns.cells(in: row) {
      switch kind {
      case .name:
        let style = state.nameStyle(of: index)
        canvas.put(state.name(index), in: cell, alignment: .left, style: style)
      case .bar(let side):
        guard let gradient = evaluation(side).gradient?[index] else { continue }
        SignedBar(value: gradient, scale: columns.scale, style: hue(of: index, side))
          .draw(in: cell, on: &canvas)
      case .number(let group, let side):
        let text = text(group, side, of: index)
        let isNothing = text == "0" || text == "·"
        let style = group == .gradient ? hue(of: index, side) : .text
        canvas.put(
          NumberFormat.aligned(text, integerWidth: group.integerWidth(side), width: cell.width),
          in: cell,
          alignment: .left,
          style: isNothing ? .faint : style
        )
      }
    }
  }

  private func evaluation(_ side: CompareColumns.Side) -> Evaluation {
    side == .baseline ? before : now
  }

  private func hue(of index: Int, _ side: CompareColumns.Side) -> Style {
    if side == .difference { return .text }
    switch evaluation(side).positive {
    case index: return .positive
    case nil: return .text
    default: return .negative
    }
  }

  private func text(
    _ group: CompareColumns.Group,
    _ side: CompareColumns.Side,
    of index: Int
  ) -> String {
    guard side == .difference else {
      return CellTexts(state, of: evaluation(side)).text(group.kind, of: index)
    }
    guard let change = change(group, of: index) else { return "" }
    return change == 0 ? "·" : state.numbers.signed(change)
  }

  private func change(_ group: CompareColumns.Group, of index: Int) -> Double? {
    switch group {
    case .probability: return probabilityDifference(now, before, of: index)
    case .gradient:
      guard let new = now.gradient, let old = before.gradient else { return nil }
      return state.lossInUnit(difference(new[index], old[index]))
    case .term:
      guard let new = now.lossTerms, let old = before.lossTerms else { return nil }
      return state.lossInUnit(difference(new[index], old[index]))
    case .logit: return difference(now.logits[index], before.logits[index])
    case .bars: return nil
    }
  }
}
