import LogitModel
import TerminalUI

/// The rows of the batch with what each adds to the loss, and the three reductions written out.
struct BatchPanel {
  let state: State
  private let batch: BatchEvaluation

  init(state: State) {
    self.state = state
    batch = state.batch ?? state.problem.evaluateBatch()
  }

  /// How many rows have room, below the heads and above the reductions.
  static func rows(in rect: Rect) -> Int { rect.height - 1 - Reduction.allCases.count }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let room = Self.rows(in: rect)
    guard room >= 1, rect.width >= 24 else { return }
    let order = state.shownRows
    let window = ScrollWindow(count: order.count, height: room, around: state.rowPlace)
    let columns = BatchColumns(state, isProduct: isProduct, width: rect.width)
    drawHeads(columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    drawCounts(of: window, columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    for (offset, row) in order[window.range].enumerated() {
      let isEvaluated = row == state.row || state.affords(window.range.count)
      draw(
        row,
        evaluating: isEvaluated,
        columns,
        in: rect.slice(y: 1 + offset, height: 1),
        on: &canvas
      )
    }
    let air = room > window.range.count ? 1 : 0
    let reductions = rect.slice(y: 1 + window.range.count + air, height: 3)
    let sums = BatchSums(state, batch)
    for (offset, reduction) in Reduction.allCases.enumerated() {
      let row = reductions.slice(y: offset, height: 1)
      draw(reduction, sums.texts(of: reduction), in: row, on: &canvas)
    }
  }

  /// Whether every row's loss is −log s of its target times a class weight, as the heads then say.
  private var isProduct: Bool {
    let settings = state.problem.settings
    return settings.loss.usesWeightsAndSmoothing && settings.labelSmoothing == 0
      && settings.classWeights != nil
      && state.problem.targets.allSatisfy { if case .distribution = $0 { false } else { true } }
  }

  // MARK: Heads

  private func drawHeads(_ columns: BatchColumns, in row: Rect, on canvas: inout Canvas) {
    for (kind, cell) in columns.cells(in: row) {
      canvas.put(columns.head(of: kind, state), in: cell, alignment: .left, style: .faint)
    }
  }

  /// How many rows are out of sight, at the end of the heads where there is room for it.
  private func drawCounts(
    of window: ScrollWindow,
    _ columns: BatchColumns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    let hidden = window.hidden()
    let x = row.maxX - 1 - displayWidth(hidden)
    let end = columns.cells(in: row).last.map { kind, cell in
      cell.x + min(cell.width, displayWidth(columns.head(of: kind, state)))
    }
    guard x > (end ?? 0) + 1 else { return }
    canvas.put(hidden, x: x, y: row.y, style: .faint)
  }

  // MARK: Rows

  private func draw(
    _ row: Int,
    evaluating isEvaluated: Bool,
    _ columns: BatchColumns,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let isChosen = row == state.row
    if isChosen { canvas.put("▸", x: rect.x + 1, y: rect.y, style: .accent.bolded()) }
    let texts = BatchRow(state, batch, row: row, evaluating: isEvaluated)
    let style: Style = isChosen ? .accent.bolded() : texts.note == nil ? .text : .faint
    for (kind, cell) in columns.cells(in: rect) {
      // Whichever numbers have room, a row that adds nothing has words in their place.
      if let note = texts.note, kind != .row, kind != .target {
        let words = rect.slice(x: cell.x - rect.x, width: rect.maxX - 1 - cell.x)
        canvas.put(note, in: words, alignment: .left, style: .faint)
        return
      }
      switch kind {
      case .row:
        canvas.put(String(row), in: cell, alignment: .right, style: style)
      case .target:
        canvas.put(texts.target, in: cell, alignment: .left, style: style)
      case .part:
        guard let part = part(of: row) else { continue }
        Bar(fraction: part, style: isChosen ? .text : .faint).draw(in: cell, on: &canvas)
      default:
        canvas.put(texts.text(kind, width: cell.width), in: cell, alignment: .left)
      }
    }
  }

  /// A row's loss over the sum of all.
  private func part(of row: Int) -> Double? {
    guard let loss = batch.losses[row], loss >= 0, batch.numerator > 0 else { return nil }
    let part = loss / batch.numerator
    return part.isFinite ? part : nil
  }

  // MARK: Reductions

  private func draw(
    _ reduction: Reduction,
    _ texts: [String],
    in row: Rect,
    on canvas: inout Canvas
  ) {
    let isActive = reduction == batch.reduction
    if isActive { canvas.put("●", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    let name = row.slice(x: BatchColumns.indent, width: 5)
    canvas.put(
      reduction.rawValue,
      in: name,
      alignment: .left,
      style: isActive ? .accent.bolded() : .faint
    )
    let rest = row.slice(x: BatchColumns.indent + 6, width: row.width)
    canvas.put(fitting(texts, to: rest.width - 1), in: rest, alignment: .left)
  }
}
