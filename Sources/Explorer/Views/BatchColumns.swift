import LogitModel
import TerminalUI

/// The columns of the rows, and where they stand.
struct BatchColumns {
  enum Kind: CaseIterable {
    case row, target, probability, surprise, weight, loss, part

    fileprivate var priority: Int {
      switch self {
      case .row: 9
      case .loss: 8
      case .target: 7
      case .weight: 6
      case .probability: 5
      case .surprise: 4
      case .part: 3
      }
    }
  }

  static let indent = 3

  private let isProduct: Bool
  private let spans: [(kind: Kind, span: ColumnSpan)]

  init(_ state: State, isProduct: Bool, width: Int) {
    self.isProduct = isProduct
    let numbers = state.numbers
    let kinds = Kind.allCases.filter { $0 != .surprise || isProduct }
    let columns = kinds.map { kind in
      let width =
        switch kind {
        case .row: max(3, String(state.problem.logits.count - 1).count)
        case .target: state.nameWidth(8...max(8, width / 7))
        case .probability: max(9, numbers.probabilityWidth)
        case .surprise, .weight, .loss: numbers.signedWidth
        case .part: 6
        }
      return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .part)
    }
    let placed = TableLayout.columns(columns, width: width - Self.indent - 1, gap: 2)
    spans = zip(kinds, placed).compactMap { kind, span in span.map { (kind, $0) } }
  }

  func cells(in row: Rect) -> [(kind: Kind, cell: Rect)] {
    spans.map { kind, span in (kind, row.slice(x: Self.indent + span.x, width: span.width)) }
  }

  private func isSorted(_ state: State) -> Bool { state.rowSort == .loss && !state.isCurtained }

  func head(of kind: Kind, _ state: State) -> String {
    switch kind {
    case .row: state.text(.rowHead)
    case .target: state.text(.rowTargetHead)
    case .probability: state.text(.targetProbabilityHead)
    case .surprise: state.text(.surpriseHead)
    case .weight: (isProduct ? "× " : "") + state.text(.weightHead)
    case .loss:
      (isProduct ? "= " : "") + state.text(.rowLossHead) + (isSorted(state) ? "▾" : "")
    case .part: state.text(.partHead)
    }
  }
}
