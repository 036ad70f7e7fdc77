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
  /// The decimals that every change shows, so that none comes or goes while the logits move.
  let changeDecimals: Int
  private let numbers: NumberFormat
  private let termHead: Phrase

  /// The pointer, the mark and the positive's check stand before the name.
  private static let lead = 5

  /// - Parameters:
  ///   - state: What is drawn.
  ///   - width: The cells of a row.
  ///   - visible: The classes in the table's window.
  ///   - hidden: How many others have a line of their own.
  init(_ state: State, width: Int, visible: some Collection<Int>, hidden: Int) {
    let numbers = state.numbers
    self.numbers = numbers
    var kinds = Kind.allCases
    let hasGradientBar = width >= 96
    if !hasGradientBar { kinds.removeAll { $0 == .gradientBar } }
    gradientScale = hasGradientBar ? state.gradientScale : 1
    changeDecimals = Self.changeDecimals(state, of: visible)
    let head = displayWidth(state.text(.classHead))
    let isNarrow = width < 80
    let named = state.nameWidth(head...max(head, width / 7))
    let others: Phrase = isNarrow ? .othersInShort(hidden) : .others(hidden)
    let longest = hidden > 0 ? max(named, displayWidth(state.text(others))) : named
    let isOneHot = state.targetIsOneHot
    func place(termWidth: Int) -> [ColumnSpan?] {
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
          case .probability: numbers.probabilityWidth
          case .term: termWidth
          case .gradientBar: 19
          }
        return TableColumn(width: width, priority: kind.priority, isFlexible: kind == .bar)
      }
      let room = width - Self.lead - (isNarrow ? 0 : 1)
      return TableLayout.columns(columns, width: room, gap: isNarrow ? 1 : 2)
    }
    let termWidth = numbers.probabilityWidth
    var placed = place(termWidth: termWidth)
    let formula = Self.termFormula(state, isOneHot: isOneHot)
    let wanted = max(termWidth, displayWidth(formula ?? ""))
    let bar = zip(kinds, placed).first { $0.0 == .bar }?.1?.width ?? 0
    // A formula may take cells of the bars, as long as those still tell something.
    if let formula, wanted == termWidth || bar - (wanted - termWidth) >= 8 {
      termHead = Phrase(verbatim: formula)
      placed = place(termWidth: wanted)
    } else {
      termHead = .termHead
    }
    spans = zip(kinds, placed).compactMap { kind, span in span.map { (kind, $0) } }
  }

  /// The formula of a class's term under the loss chosen; those of all losses but cross entropy hold for
  /// a one-hot target.
  private static func termFormula(_ state: State, isOneHot: Bool) -> String? {
    let settings = state.problem.settings
    let isPlain = settings.loss is CrossEntropy ? settings.classWeights == nil : isOneHot
    return isPlain ? settings.loss.words.term : nil
  }

  /// A column's cell in a row of the table.
  func cell(_ span: ColumnSpan, in row: Rect) -> Rect {
    row.slice(x: Self.lead + span.x, width: span.width)
  }

  /// The cell of one kind, if that has room.
  func cell(_ kind: Kind, in row: Rect) -> Rect? {
    spans.first { $0.kind == kind }.map { cell($0.span, in: row) }
  }

  /// Two, as the steps have them; all of them where a class that is seen has moved by other than
  /// hundredths.
  private static func changeDecimals(_ state: State, of visible: some Collection<Int>) -> Int {
    let isFine = visible.contains { index in
      let hundredths = 100 * (state.evaluation.logits[index] - state.baselineLogit(index))
      return hundredths.isFinite && abs(hundredths - hundredths.rounded()) > 1e-6
    }
    return isFine ? state.digits : 2
  }

  /// A number with its point where the column's points are.
  func aligned(_ text: String, _ kind: Kind) -> String {
    switch kind {
    case .logit: NumberFormat.aligned(text, integerWidth: 4, width: numbers.signedWidth)
    // A word has no point.
    case .change where text == "·" || text.contains { $0.isNumber }:
      NumberFormat.aligned(text, integerWidth: 3, width: numbers.deltaWidth)
    case .gradient: NumberFormat.aligned(text, integerWidth: 2, width: numbers.signedWidth)
    default: text
    }
  }

  /// The head over the probabilities, which are softmax's whatever the loss makes of the logits.
  private func softmaxHead(_ state: State) -> Phrase {
    let heads: [Phrase] =
      switch state.problem.settings.loss.activation {
      case .softmax: []
      case .sigmoid: [.softmaxBesideSigmoidHead, .softmaxBesideSigmoidShortHead]
      case .identity: [.softmaxBesideLogitHead, .softmaxBesideLogitShortHead]
      }
    // It reaches over the numbers; a cell is kept for the sign of the sort.
    let covered = spans.filter { $0.kind == .bar || $0.kind == .probability }.map(\.span)
    let end = covered.last.map { $0.x + $0.width } ?? 0
    let room = end - (covered.first?.x ?? 0)
    return heads.first { displayWidth(state.text($0)) < room } ?? .softmaxHead
  }

  func head(of kind: Kind, _ state: State) -> String {
    let settings = state.problem.settings
    let head: Phrase =
      switch kind {
      case .name: .classHead
      case .logit: .logitHead
      case .change: .changeHead
      case .bar: softmaxHead(state)
      case .probability: Phrase(verbatim: "s")
      case .target: .targetHead
      case .term: termHead
      case .gradient where state.gradientIsDifference: .crossEntropyGradientHead
      // A folded σ would be the softmax's s.
      case .gradient
      where settings.loss is BinaryCrossEntropy && settings.temperature == 1
        && state.options.glyphs == .unicode:
        .sigmoidGradientHead
      case .gradient: .gradientHead
      case .gradientBar where state.isCurtained: .gradientHead
      case .gradientBar:
        Phrase(
          verbatim: Phrase.gradientHead.en + " ± "
            + numbers.trimmed(state.lossInUnit(gradientScale))
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
  private let changeDecimals: Int

  init(_ state: State, of evaluation: Evaluation, changeDecimals: Int = 2) {
    self.state = state
    self.evaluation = evaluation
    self.changeDecimals = changeDecimals
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
      return state.result(numbers.plain(state.lossInUnit(terms[index])))
    case .gradient:
      guard let gradient = evaluation.gradient else { return "" }
      return state.result(numbers.signed(state.lossInUnit(gradient[index])))
    case .name, .bar, .gradientBar: return ""
    }
  }

  private func change(of index: Int) -> String {
    let before = state.baselineLogit(index)
    let now = evaluation.logits[index]
    // Two infinities would differ by NaN.
    if now == before { return state.numbers.delta(0) }
    if before == -.infinity { return state.text(.new) }
    if now == -.infinity { return state.text(.out) }
    return state.numbers.delta(now - before, kept: changeDecimals)
  }
}
