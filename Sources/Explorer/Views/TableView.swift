import LogitModel
import TerminalUI

/// The classes: logit, change, probability, target, loss term and gradient of each.
struct TableView {
  let state: State
  let layout: Layout
  let columns: TableColumns
  let shown: ShownClasses
  private let window: ScrollWindow

  init(state: State, layout: Layout) {
    self.state = state
    self.layout = layout
    let shown = state.shown
    self.shown = shown
    let height = layout.tableRows.height
    window = ScrollWindow(
      count: shown.count,
      // The line of the others stands still under the rest.
      height: shown.hidden > 0 && height > 1 ? height - 1 : height,
      focus: state.focusPlace,
      offset: state.tableOffset
    )
    columns = TableColumns(
      state,
      width: layout.tableHead.width,
      visible: shown[window.range],
      hidden: shown.hidden
    )
  }

  func draw(on canvas: inout Canvas) {
    drawHeads(on: &canvas)
    for (offset, index) in shown[window.range].enumerated() {
      draw(index, in: layout.tableRows.slice(y: offset, height: 1), on: &canvas)
    }
    if shown.hidden > 0 {
      let rest = layout.tableRows.slice(y: window.range.count, height: 1)
      RestView(state: state, columns: columns, shown: shown).draw(in: rest, on: &canvas)
    }
    drawRule(on: &canvas)
  }

  /// The classes that are seen at once.
  var page: Int { max(1, window.range.count) }

  private func drawHeads(on canvas: inout Canvas) {
    let row = layout.tableHead
    let hasBar = columns.cell(.bar, in: row) != nil
    for (kind, span) in columns.spans where kind != .probability || !hasBar {
      var cell = columns.cell(span, in: row)
      // The bars' head reaches over their numbers.
      if kind == .bar, let numbers = columns.cell(.probability, in: row) {
        cell = Rect(x: cell.x, y: cell.y, width: numbers.maxX - cell.x, height: cell.height)
      }
      let head = columns.head(of: kind, state)
      canvas.put(head, in: cell, alignment: kind.headAlignment, style: .faint)
    }
  }

  /// The first class of the window, to be kept so that the table does not jump.
  var offset: Int { window.offset }

  /// The class under a place of the screen.
  func index(at point: Point) -> Int? {
    guard layout.tableRows.contains(point) else { return nil }
    let place = window.offset + point.y - layout.tableRows.y
    return window.range.contains(place) ? shown[place] : nil
  }

  /// How far along a probability's bar a column of the screen is, from 0 to 1.
  func fraction(atColumn x: Int) -> Double? {
    guard let bar = columns.cell(.bar, in: layout.tableRows) else { return nil }
    return (Double(x - bar.x) + 0.5) / Double(max(1, bar.width))
  }

  /// Whether a column of the screen lies over the bars.
  func isBar(_ x: Int) -> Bool { fraction(atColumn: x).map { (0..<1).contains($0) } ?? false }

  // MARK: A row

  private func draw(_ index: Int, in row: Rect, on canvas: inout Canvas) {
    let isFocused = index == state.focus
    if isFocused { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    if state.subject.marked.contains(index) {
      canvas.put("•", x: row.x + 2, y: row.y, style: .accent.bolded())
    }
    if index == state.evaluation.positive {
      canvas.put("✓", x: row.x + 3, y: row.y, style: .positive.bolded())
    }
    for (kind, span) in columns.spans {
      draw(kind, of: index, in: columns.cell(span, in: row), on: &canvas)
    }
    if isFocused, let cell = columns.cell(.logit, in: row) {
      // On the blank before the number that the keys move.
      let logit = CellTexts(state, of: state.evaluation).text(.logit, of: index)
      let blanks = columns.aligned(logit, .logit).prefix { $0 == " " }.count
      canvas.cursor = Point(x: cell.x + max(0, blanks - 1), y: row.y)
    }
  }

  private func draw(
    _ kind: TableColumns.Kind,
    of index: Int,
    in cell: Rect,
    on canvas: inout Canvas
  ) {
    let texts = texts(of: state.evaluation)
    switch kind {
    case .bar: drawBar(of: index, in: cell, on: &canvas)
    case .gradientBar: drawGradientBar(of: index, in: cell, on: &canvas)
    case .name:
      canvas.put(
        state.name(index),
        in: cell,
        alignment: .left,
        style: state.nameStyle(of: index)
      )
    default:
      let text = texts.text(kind, of: index)
      let style = style(of: kind, index, text)
      canvas.put(columns.aligned(text, kind), in: cell, alignment: .left, style: style)
    }
  }

  private func texts(of evaluation: Evaluation) -> CellTexts {
    CellTexts(state, of: evaluation, changeDecimals: columns.changeDecimals)
  }

  /// Bold is for what the last key changed; a term that is 0 stays in the background.
  private func style(of kind: TableColumns.Kind, _ index: Int, _ text: String) -> Style {
    let isNew = state.previous.map { texts(of: $0).text(kind, of: index) != text }
    let style: Style =
      switch kind {
      case .change where text == "·": .faint
      case .term where text == "0", .target where text == "0": .faint
      case .gradient: text == "0" ? .faint : state.hue(of: index)
      default: .text
      }
    return style.bolded(isNew ?? false)
  }

  private func drawBar(of index: Int, in cell: Rect, on canvas: inout Canvas) {
    guard !state.isCurtained else { return }
    let before = state.baselineEvaluation.probabilities[index]
    let now = state.evaluation.probabilities[index]
    let tick = difference(now, before) == 0 ? nil : before
    Bar(fraction: now, baseline: tick, style: state.hue(of: index))
      .draw(in: cell, on: &canvas)
  }

  private func drawGradientBar(of index: Int, in cell: Rect, on canvas: inout Canvas) {
    guard !state.isCurtained, let gradient = state.evaluation.gradient else { return }
    SignedBar(
      value: gradient[index],
      scale: columns.gradientScale,
      style: state.hue(of: index)
    )
    .draw(in: cell, on: &canvas)
  }

  private func drawRule(on canvas: inout Canvas) {
    canvas.fill(layout.rule, with: "─", style: .faint)
    let counts = [
      window.above > 0 ? state.text(.above(window.above)) : nil,
      window.below > 0 ? state.text(.below(window.below)) : nil,
    ].compactMap { $0 }
    guard !counts.isEmpty else { return }
    let text = " " + counts.joined(separator: " · ") + " "
    let width = displayWidth(text)
    canvas.put(
      text,
      in: layout.rule.slice(x: max(0, layout.rule.width - width - 3), width: width),
      alignment: .left
    )
  }
}
