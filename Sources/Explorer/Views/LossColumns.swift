import LogitModel
import TerminalUI

/// Where the columns of the list of losses stand, and of which classes it shows the gradient.
struct LossColumns {
  enum Kind: CaseIterable {
    case name, value, term, gradient, bar, mark, gradients

    fileprivate var priority: Int {
      switch self {
      case .name: 9
      case .value: 8
      case .gradient, .gradients: 7
      case .mark: 6
      case .term: 5
      case .bar: 4
      }
    }
  }

  static let indent = 3

  private let spans: [(kind: Kind, span: ColumnSpan)]
  /// The classes with a column of their own, the one in focus among them; none where there is room for
  /// its gradient alone.
  let classes: [Int]
  private let numberWidth: Int

  init(_ state: State, losses: [any Loss], width: Int) {
    let number = state.numbers.signedWidth
    numberWidth = number
    let isWide = width >= 100
    let kinds = Kind.allCases.filter { $0 != (isWide ? .gradient : .gradients) }
    let longest = losses.map { displayWidth(state.text($0.title)) }.max() ?? 0
    let marks: [Phrase] = [.noPush, .lowersLogit, .raisesLogit, .gradientsHead]
    func columns(name: Int, classes: Int) -> [TableColumn] {
      kinds.map { kind in
        let width =
          switch kind {
          case .name: name
          case .value, .term: number
          case .gradient: max(number, 10)
          case .bar: 7
          case .mark: marks.map { displayWidth(state.text($0)) }.max() ?? 0
          case .gradients: classes * (number + 1)
          }
        return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .bar)
      }
    }
    let gap = 2
    let room = width - Self.indent - 1
    func spare(name: Int, classes: Int) -> Int {
      columns(name: name, classes: classes).reduce(room + gap) { $0 - $1.width - gap }
    }
    // The longest title gives way to its sign where other columns need the room.
    let least = min(longest, 21)
    let fitting = max(1, spare(name: least, classes: 0) / (number + 1))
    let shown = state.shown
    let count = isWide ? min(shown.count, fitting) : 0
    let name = min(longest, max(least, least + spare(name: least, classes: count) - 4))
    let window = ScrollWindow(count: shown.count, height: count, focus: state.focusPlace)
    classes = Array(shown[window.range])
    let placed = TableLayout.columns(
      columns(name: name, classes: count),
      width: room,
      gap: gap
    )
    spans = zip(kinds, placed).compactMap { kind, span in span.map { (kind, $0) } }
  }

  func cells(in row: Rect) -> [(kind: Kind, cell: Rect)] {
    spans.map { kind, span in (kind, row.slice(x: Self.indent + span.x, width: span.width)) }
  }

  /// A class's place within the cell of the gradients.
  func gradientCell(_ place: Int, in cell: Rect) -> Rect {
    cell.slice(x: place * (numberWidth + 1), width: numberWidth)
  }
}
