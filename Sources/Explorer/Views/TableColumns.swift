import LogitModel
import TerminalUI

/// Which columns the table has room for, and where they stand.
struct TableColumns {
  enum Kind: CaseIterable {
    case name, logit, change, bar, probability, target, term, gradient, gradientBar

    /// Narrower than 80 columns, Δz goes first, then y, then the loss term; the name never.
    fileprivate var priority: Int {
      switch self {
      case .change: 1
      case .target: 2
      case .term: 3
      case .bar: 4
      case .gradientBar: 0
      case .gradient: 6
      case .probability: 7
      case .logit: 8
      case .name: 9
      }
    }

    var headAlignment: Alignment { self == .gradientBar ? .center : .left }
  }

  /// The columns from left to right, counted from the end of the lead.
  let spans: [(kind: Kind, span: ColumnSpan)]
  /// What the gradient's bars reach to on either side, in nats: the same for all classes, and steady
  /// while a value moves.
  let gradientScale: Double
  private let numbers: NumberFormat

  /// The pointer, the mark and the positive's check stand before the name.
  private static let lead = 5

  init(_ state: State, width: Int) {
    let numbers = state.numbers
    self.numbers = numbers
    gradientScale = Self.gradientScale(state)
    var kinds = Kind.allCases
    if width < 96 { kinds.removeAll { $0 == .gradientBar } }
    let head = displayWidth(state.text(.classHead))
    let isNarrow = width < 80
    let longest = state.nameWidth(head...max(head, width / 7))
    let isOneHot = state.problem.classes.indices.allSatisfy {
      state.targetInUse(of: $0).map { $0 == 0 || $0 == 1 } ?? true
    }
    let columns = kinds.map { kind in
      let width =
        switch kind {
        case .name: longest
        case .target: isOneHot ? 1 : numbers.digits + 2
        // With room for the sign of the sort behind its head.
        case .gradient where !isNarrow: max(numbers.signedWidth, 10)
        case .logit, .gradient: numbers.signedWidth
        case .change: numbers.deltaWidth
        case .bar: 4
        case .probability, .term: numbers.probabilityWidth
        case .gradientBar: 19
        }
      return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .bar)
    }
    let room = width - Self.lead - (isNarrow ? 0 : 1)
    let placed = TableLayout.columns(columns, width: room, gap: isNarrow ? 1 : 2)
    spans = zip(kinds, placed).compactMap { kind, span in span.map { (kind, $0) } }
  }

  /// A column's cell in a row of the table.
  func cell(_ span: ColumnSpan, in row: Rect) -> Rect {
    row.slice(x: Self.lead + span.x, width: span.width)
  }

  /// The cell of one kind, if that has room.
  func cell(_ kind: Kind, in row: Rect) -> Rect? {
    spans.first { $0.kind == kind }.map { cell($0.span, in: row) }
  }

  /// What softmax's gradient cannot exceed for a one-hot target; where another exceeds it, the least of
  /// 1, 2, 5, 10, … that holds all.
  private static func gradientScale(_ state: State) -> Double {
    let settings = state.problem.settings
    let bound = (settings.classWeights?.max() ?? 1) / settings.temperature
    let largest = (state.evaluation.gradient ?? []).lazy.map { abs($0) }.max() ?? 0
    guard largest > bound else { return bound }
    var decade = 1.0
    while decade < largest { decade *= 10 }
    return [0.1, 0.2, 0.5].map { $0 * decade }.first { $0 >= largest } ?? decade
  }

  /// A number with its point where the column's points are.
  func aligned(_ text: String, _ kind: Kind) -> String {
    switch kind {
    case .logit: NumberFormat.aligned(text, integerWidth: 4, width: numbers.signedWidth)
    case .change: NumberFormat.aligned(text, integerWidth: 3, width: numbers.deltaWidth)
    case .gradient: NumberFormat.aligned(text, integerWidth: 2, width: numbers.signedWidth)
    default: text
    }
  }

  func head(of kind: Kind, _ state: State) -> String {
    let settings = state.problem.settings
    let isCrossEntropy = settings.loss is CrossEntropy
    let head: Phrase =
      switch kind {
      case .name: .classHead
      case .logit: .logitHead
      case .change: .changeHead
      case .bar: .softmaxHead
      case .probability: Phrase(verbatim: "s")
      case .target: .targetHead
      case .term: isCrossEntropy && settings.classWeights == nil ? .crossEntropyTermHead : .termHead
      case .gradient: state.gradientIsDifference ? .crossEntropyGradientHead : .gradientHead
      case .gradientBar where state.isCurtained: .gradientHead
      case .gradientBar:
        Phrase(
          verbatim: Phrase.gradientHead.en + " ± " + numbers.trimmed(state.inUnit(gradientScale))
        )
      }
    return state.text(head) + (kind.sort == state.shownSort ? "▾" : "")
  }
}

extension TableColumns.Kind {
  /// The order that a sign in this column's head tells of.
  fileprivate var sort: SortColumn? {
    switch self {
    case .logit: .logit
    case .change: .change
    case .bar: .probability
    case .gradient: .gradient
    default: nil
    }
  }
}

/// A class's numbers as the table writes them.
struct CellTexts {
  private let state: State
  private let evaluation: Evaluation

  init(_ state: State, of evaluation: Evaluation) {
    self.state = state
    self.evaluation = evaluation
  }

  func text(_ kind: TableColumns.Kind, of index: Int) -> String {
    let numbers = state.numbers
    switch kind {
    case .logit: return numbers.plain(evaluation.logits[index])
    case .change: return change(of: index)
    case .target: return state.targetInUse(of: index).map(numbers.trimmed) ?? ""
    case .probability:
      let p = evaluation.probabilities[index]
      return state.result(numbers.probability(p, complement: evaluation.complements[index]))
    case .term:
      guard let terms = evaluation.lossTerms else { return "" }
      return state.result(numbers.plain(state.inUnit(terms[index])))
    case .gradient:
      guard let gradient = evaluation.gradient else { return "" }
      return state.result(numbers.signed(state.inUnit(gradient[index])))
    case .name, .bar, .gradientBar: return ""
    }
  }

  private func change(of index: Int) -> String {
    let before = state.baselineLogit(index)
    let now = evaluation.logits[index]
    // Two infinities would differ by NaN.
    if now == before { return state.numbers.delta(0) }
    if before == -.infinity { return state.text(.new) }
    return now == -.infinity ? state.text(.out) : state.numbers.delta(now - before)
  }
}
