import LogitModel
import TerminalUI

/// What each negative does to the positive: its push, its share of the gradient, what the loss would
/// lose without it, and the part of the loss that is its own.
struct NegativesPanel {
  let state: State
  private let effects: LossEffects

  init(state: State) {
    self.state = state
    effects = LossEffects(state)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 3 else { return }
    let columns = Columns(state, width: rect.width)
    drawHeads(columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    let rows = shown(height: rect.height - 2)
    for (offset, index) in rows.enumerated() {
      // Of many classes, without the one in focus alone.
      let isEvaluated = state.affords(index == state.focus ? 1 : rows.count)
      guard let effect = effects[index, evaluating: isEvaluated] else { continue }
      let row = rect.slice(y: 1 + offset, height: 1)
      let isLeftOut = !isEvaluated && effects.withoutTakesEvaluation
      draw(effect, of: index, without: isLeftOut ? "…" : "–", columns, in: row, on: &canvas)
    }
    let total = rect.slice(y: 1 + rows.count, height: 1)
    let hidden = state.problem.classes.count - 1 - rows.count
    drawTotal(columns, hidden: hidden, in: total, on: &canvas)
    guard state.problem.settings.loss is AllClassNLL else { return }
    let rest = rect.slice(y: 3 + rows.count, height: rect.height)
    TextBlock([StyledText(state.text(.allClassNLLIs), style: .faint)])
      .draw(in: rest.slice(x: Columns.indent, width: rest.width - Columns.indent - 1), on: &canvas)
  }

  /// The negatives of the largest shares, and the class in focus, whatever its share.
  private func shown(height: Int) -> [Int] {
    let top = effects.largest(height)
    guard state.focus != state.evaluation.positive, !top.contains(state.focus) else { return top }
    return top.dropLast() + [state.focus]
  }

  private func drawHeads(_ columns: Columns, in row: Rect, on canvas: inout Canvas) {
    for (kind, cell) in columns.cells(in: row) {
      guard let head = head(of: kind) else { continue }
      // The head of the bars reaches over their percentages.
      let width = kind == .bar ? cell.width + 2 + NumberFormat.percentWidth : cell.width
      let place = row.slice(x: cell.x - row.x, width: width)
      canvas.put(state.text(head), in: place, alignment: .left, style: .faint)
    }
  }

  private func head(of kind: Columns.Kind) -> Phrase? {
    switch kind {
    case .name: .negativeHead
    case .push: Columns.pushHead(effects.activation)
    case .bar: .shareHead
    case .share: nil
    case .without: .withoutHead
    case .attribution: .attributionHead
    }
  }

  private func draw(
    _ effect: LossEffect,
    of index: Int,
    without none: String,
    _ columns: Columns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    if index == state.focus { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    for (kind, cell) in columns.cells(in: row) {
      switch kind {
      case .name:
        let style = state.nameStyle(of: index)
        canvas.put(state.name(index), in: cell, alignment: .left, style: style)
      case .bar:
        drawShare(
          effect,
          in: row.slice(x: cell.x - row.x, width: cell.width + 2),
          on: &canvas
        )
      case .without where effect.without == nil:
        canvas.put(aligned(none), in: cell, alignment: .left)
      default:
        canvas.put(text(effect, kind), in: cell, alignment: kind == .share ? .right : .left)
      }
    }
  }

  /// The bar of a share, a plain one where descent would raise the negative.
  private func drawShare(_ effect: LossEffect, in cell: Rect, on canvas: inout Canvas) {
    guard !effect.isIdle else {
      // The gap before the percentage has room for the end of the words.
      canvas.put(state.text(.noPush), in: cell, alignment: .left)
      return
    }
    let bar = cell.slice(x: 0, width: cell.width - 2)
    Bar(fraction: abs(effect.share), style: effect.share < 0 ? .text : .negative)
      .draw(in: bar, on: &canvas)
  }

  private func drawTotal(
    _ columns: Columns,
    hidden: Int,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    let total = effects.total
    for (kind, cell) in columns.cells(in: row) {
      switch kind {
      case .name: canvas.put(state.text(.together), in: cell, alignment: .left, style: .faint)
      case .bar where hidden > 0:
        canvas.put("+ " + state.text(.more(hidden)), in: cell, alignment: .left, style: .faint)
      case .bar:
        guard total.isIdle else { continue }
        canvas.put(state.text(.noPush), in: cell, alignment: .left)
      case .without: continue
      case .share: canvas.put(text(total, kind), in: cell, alignment: .right)
      default: canvas.put(text(total, kind), in: cell, alignment: .left)
      }
    }
  }

  private func text(_ effect: LossEffect, _ kind: Columns.Kind) -> String {
    let numbers = state.numbers
    switch kind {
    case .push: return aligned(numbers.signed(effect.push))
    case .share:
      return (effect.share < 0 ? "−" : "") + numbers.percent(abs(effect.share))
    case .without:
      return aligned(numbers.signed(-state.lossInUnit(effect.without ?? 0)))
    case .attribution:
      return aligned(numbers.plain(state.lossInUnit(effect.attribution)))
    case .name, .bar: return ""
    }
  }

  private func aligned(_ text: String) -> String {
    NumberFormat.aligned(text, integerWidth: 2, width: state.numbers.signedWidth)
  }
}

extension NegativesPanel {
  fileprivate struct Columns {
    enum Kind: CaseIterable {
      case name, push, bar, share, without, attribution

      var priority: Int {
        switch self {
        case .name: 9
        case .share: 8
        case .push: 7
        case .without: 6
        case .bar: 5
        case .attribution: 4
        }
      }
    }

    static let indent = 3

    static func pushHead(_ activation: Activation) -> Phrase {
      switch activation {
      case .softmax: .pushHead
      case .sigmoid: .sigmoidPushHead
      case .identity: .slopeHead
      }
    }

    private let spans: [(kind: Kind, span: ColumnSpan)]

    init(_ state: State, width: Int) {
      let number = state.numbers.signedWidth
      let loss = state.problem.settings.loss
      let columns = Kind.allCases.map { kind in
        let width =
          switch kind {
          case .name: state.nameWidth(8...max(8, width / 6))
          case .push: max(number, displayWidth(state.text(Self.pushHead(loss.activation))))
          case .bar: 6
          // Under another loss than cross entropy a share may have a sign.
          case .share where loss.activation == .softmax && !(loss is CrossEntropy):
            NumberFormat.percentWidth + 1
          case .share: NumberFormat.percentWidth
          case .without: max(number, displayWidth(state.text(.withoutHead)))
          case .attribution: max(number, displayWidth(state.text(.attributionHead)))
          }
        return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .bar)
      }
      let placed = TableLayout.columns(columns, width: width - Self.indent - 1, gap: 2)
      spans = zip(Kind.allCases, placed).compactMap { kind, span in span.map { (kind, $0) } }
    }

    func cells(in row: Rect) -> [(kind: Kind, cell: Rect)] {
      spans.map { kind, span in (kind, row.slice(x: Self.indent + span.x, width: span.width)) }
    }
  }
}
