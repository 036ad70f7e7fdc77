import LogitModel
import TerminalUI

/// What each negative does to the positive: its push, its share of the gradient, what the loss would
/// lose without it, and the part of the loss that is its own.
struct NegativesPanel {
  let state: State
  private let effects: LossEffects

  init(state: State) {
    self.state = state
    effects = LossEffects(state.evaluation, loss: state.problem.settings.loss)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 3 else { return }
    let columns = Columns(state, width: rect.width)
    drawHeads(columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    let ranked = effects.ranked
    let rows = shown(of: ranked, height: rect.height - 2)
    for (offset, index) in rows.enumerated() {
      guard let effect = effects[index] else { continue }
      let row = rect.slice(y: 1 + offset, height: 1)
      draw(effect, of: index, columns, in: row, on: &canvas)
    }
    let total = rect.slice(y: 1 + rows.count, height: 1)
    drawTotal(columns, hidden: ranked.count - rows.count, in: total, on: &canvas)
  }

  /// The negatives of the largest shares, and the class in focus, whatever its share.
  private func shown(of ranked: [Int], height: Int) -> [Int] {
    let top = Array(ranked.prefix(height))
    guard ranked.contains(state.focus), !top.contains(state.focus) else { return top }
    return top.dropLast() + [state.focus]
  }

  private func drawHeads(_ columns: Columns, in row: Rect, on canvas: inout Canvas) {
    for (kind, span) in columns.spans {
      guard let head = head(of: kind) else { continue }
      // The head of the bars reaches over their percentages.
      let width = kind == .bar ? span.width + 2 + NumberFormat.percentWidth : span.width
      let cell = row.slice(x: Columns.indent + span.x, width: width)
      canvas.put(state.text(head), in: cell, alignment: .left, style: .faint)
    }
  }

  private func head(of kind: Columns.Kind) -> Phrase? {
    switch kind {
    case .name: .negativeHead
    case .push: effects.isCoupled ? .pushHead : .sigmoidPushHead
    case .bar: .shareHead
    case .share: nil
    case .without: .withoutHead
    case .attribution: .attributionHead
    }
  }

  private func draw(
    _ effect: NegativeEffect,
    of index: Int,
    _ columns: Columns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    if index == state.focus { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    for (kind, span) in columns.spans {
      let cell = row.slice(x: Columns.indent + span.x, width: span.width)
      switch kind {
      case .name:
        let style = state.nameStyle(of: index)
        canvas.put(state.name(index), in: cell, alignment: .left, style: style)
      case .bar:
        Bar(fraction: effect.share, style: .negative).draw(in: cell, on: &canvas)
      default:
        canvas.put(text(effect, kind), in: cell, alignment: kind == .share ? .right : .left)
      }
    }
  }

  private func drawTotal(
    _ columns: Columns,
    hidden: Int,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    let total = effects.total
    for (kind, span) in columns.spans {
      let cell = row.slice(x: Columns.indent + span.x, width: span.width)
      switch kind {
      case .name: canvas.put(state.text(.together), in: cell, alignment: .left, style: .faint)
      case .bar:
        guard hidden > 0 else { continue }
        canvas.put("+ " + state.text(.more(hidden)), in: cell, alignment: .left, style: .faint)
      case .without: continue
      case .share: canvas.put(text(total, kind), in: cell, alignment: .right)
      default: canvas.put(text(total, kind), in: cell, alignment: .left)
      }
    }
  }

  private func text(_ effect: NegativeEffect, _ kind: Columns.Kind) -> String {
    let numbers = state.numbers
    func aligned(_ text: String) -> String {
      NumberFormat.aligned(text, integerWidth: 2, width: numbers.signedWidth)
    }
    switch kind {
    case .push: return aligned(numbers.signed(effect.push))
    case .share: return numbers.percent(effect.share)
    case .without: return aligned(numbers.signed(-state.inUnit(effect.without)))
    case .attribution:
      let text = numbers.plain(state.inUnit(effect.attribution))
      return NumberFormat.aligned(text, integerWidth: 2, width: numbers.signedWidth)
    case .name, .bar: return ""
    }
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

    let spans: [(kind: Kind, span: ColumnSpan)]

    init(_ state: State, width: Int) {
      let number = state.numbers.signedWidth
      let columns = Kind.allCases.map { kind in
        let width =
          switch kind {
          case .name: state.nameWidth(8...max(8, width / 6))
          case .push: max(number, displayWidth(state.text(.pushHead)))
          case .bar: 6
          case .share: NumberFormat.percentWidth
          case .without: max(number, displayWidth(state.text(.withoutHead)))
          case .attribution: max(number, displayWidth(state.text(.attributionHead)))
          }
        return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .bar)
      }
      let placed = TableLayout.columns(columns, width: width - Self.indent - 1, gap: 2)
      spans = zip(Kind.allCases, placed).compactMap { kind, span in span.map { (kind, $0) } }
    }
  }
}

/// What the negatives do under the loss chosen.
///
/// Cross entropy's negatives act on the positive through softmax. Those of a sum over classes, as binary
/// cross entropy is, do not reach the positive at all: each carries its own term and nothing else.
private struct LossEffects {
  private let evaluation: Evaluation
  let isCoupled: Bool
  private let gradientSum: Double
  private let termSum: Double

  init(_ evaluation: Evaluation, loss: any Loss) {
    self.evaluation = evaluation
    isCoupled = !(loss is BinaryCrossEntropy)
    let positive = evaluation.positive
    func sum(_ values: [Double]?) -> Double {
      (values ?? []).enumerated().reduce(0) { $1.offset == positive ? $0 : $0 + $1.element }
    }
    gradientSum = sum(evaluation.gradient)
    termSum = sum(evaluation.lossTerms)
  }

  /// The effect of a class; nil for the positive.
  subscript(index: Int) -> NegativeEffect? {
    guard !isCoupled else { return evaluation.negatives?[index] }
    guard index != evaluation.positive, let gradient = evaluation.gradient,
      let terms = evaluation.lossTerms
    else { return nil }
    return NegativeEffect(
      push: 0,
      share: gradientSum > 0 ? gradient[index] / gradientSum : 0,
      without: terms[index],
      attribution: terms[index]
    )
  }

  var total: NegativeEffect {
    NegativeEffect(
      push: isCoupled ? evaluation.negatives?.pushSum ?? 0 : 0,
      share: 1,
      without: termSum,
      attribution: isCoupled ? evaluation.negatives?.attributionSum ?? 0 : termSum
    )
  }

  /// The negatives, those of the largest share first.
  var ranked: [Int] {
    let indices = evaluation.logits.indices.filter { $0 != evaluation.positive }
    let weights = isCoupled ? evaluation.logits : evaluation.gradient ?? evaluation.logits
    return indices.sorted { a, b in
      weights[a] == weights[b] ? a < b : weights[a] > weights[b]
    }
  }
}
