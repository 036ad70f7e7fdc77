import LogitModel
import TerminalUI

/// Which columns the comparison has room for, and where they stand.
struct CompareColumns {
  /// Columns under one head, from left to right.
  enum Group: CaseIterable {
    case probability, gradient, bars, term, logit

    /// The column of the table that writes the same number.
    var kind: TableColumns.Kind {
      switch self {
      case .probability: .probability
      case .gradient, .bars: .gradient
      case .term: .term
      case .logit: .logit
      }
    }

    /// The cells before the point.
    func integerWidth(_ side: Side) -> Int {
      switch self {
      case .probability, .term: side == .difference ? 2 : 1
      case .gradient, .bars: 2
      case .logit: side == .difference ? 2 : 4
      }
    }
  }

  enum Side: CaseIterable {
    case baseline, now, difference

    var head: Phrase {
      switch self {
      case .baseline: .baselineMark
      case .now: .nowMark
      case .difference: .differenceHead
      }
    }
  }

  enum Kind: Hashable {
    case name
    case number(Group, Side)
    case bar(Side)

    fileprivate var group: Group? {
      switch self {
      case .name: nil
      case .number(let group, _): group
      case .bar: .bars
      }
    }
  }

  static let indent = 3

  /// What the bars of both gradients reach to on either side, in nats.
  let scale: Double
  private let spans: [(kind: Kind, span: ColumnSpan)]

  /// What is shown together or not at all, the most important first.
  private static let sets: [[Kind]] = [
    [.number(.gradient, .baseline), .number(.gradient, .now)],
    [.number(.probability, .baseline), .number(.probability, .now)],
    [.number(.gradient, .difference)],
    [.number(.probability, .difference)],
    [.bar(.baseline), .bar(.now)],
    [.number(.term, .baseline), .number(.term, .now)],
    [.number(.term, .difference)],
    [.number(.logit, .baseline), .number(.logit, .now)],
    [.number(.logit, .difference)],
  ]

  private static let order: [Kind] =
    [.name]
    + Group.allCases.flatMap { group in
      Side.allCases.map { group == .bars ? .bar($0) : .number(group, $0) }
    }

  init(_ state: State, width: Int) {
    let numbers = state.numbers
    let gap = 2
    func cells(_ kind: Kind) -> Int {
      switch kind {
      case .name: state.nameWidth(8...max(8, width / 7))
      case .bar: 9
      case .number(_, .difference):
        max(numbers.signedWidth, displayWidth(state.text(.differenceHead)))
      case .number(.probability, _), .number(.term, _): numbers.probabilityWidth
      case .number: numbers.signedWidth
      }
    }
    let room = width - Self.indent - 1
    // A long name gives way to numbers.
    var needed = min(8, cells(.name))
    var kept: Set<Kind> = [.name]
    for set in Self.sets {
      needed += set.reduce(0) { $0 + gap + cells($1) }
      guard needed <= room else { break }
      kept.formUnion(set)
    }
    let kinds = Self.order.filter(kept.contains)
    let numbersWidth = kinds.dropFirst().reduce(0) { $0 + gap + cells($1) }
    let nameWidth = min(cells(.name), room - numbersWidth)
    let columns = kinds.map { TableColumn(width: $0 == .name ? nameWidth : cells($0)) }
    let placed = TableLayout.columns(columns, width: room, gap: gap)
    spans = zip(kinds, placed).compactMap { kind, span in span.map { (kind, $0) } }
    scale = kept.contains(.bar(.now)) ? Self.scale(state) : 1
  }

  /// A round number that holds every gradient.
  private static func scale(_ state: State) -> Double {
    let largest = max(
      state.evaluation.largestGradient(of: state.problem, row: state.row),
      state.baselineEvaluation.largestGradient(of: state.subject.comparedBaseline, row: state.row)
    )
    return largest > 0 ? roundNumber(holding: largest) : 1
  }

  /// The columns' cells in a row of the panel.
  func cells(in row: Rect) -> [(kind: Kind, cell: Rect)] {
    spans.map { kind, span in (kind, row.slice(x: Self.indent + span.x, width: span.width)) }
  }

  /// All the cells of a group, from its first column to its last.
  func cell(_ group: Group, in row: Rect) -> Rect? {
    let cells = cells(in: row).filter { $0.kind.group == group }.map(\.cell)
    guard let first = cells.first, let last = cells.last else { return nil }
    return Rect(x: first.x, y: row.y, width: last.maxX - first.x, height: row.height)
  }

  /// The gradient's three cells, where the losses stand in the rows below; nil without all of them.
  func totals(in row: Rect) -> [Rect]? {
    let cells = cells(in: row).filter { $0.kind.group == .gradient }.map(\.cell)
    return cells.count == Side.allCases.count ? cells : nil
  }
}
