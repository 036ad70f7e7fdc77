import LogitModel
import TerminalUI

/// Where the numbers of textbook arithmetic stand: a row for each form, or a format's two forms side by
/// side.
struct NumbersColumns {
  enum Quantity: CaseIterable {
    case probability, loss, epsilonLoss
  }

  /// A quantity, and of which form where both stand in a row.
  struct Number: Equatable {
    let quantity: Quantity
    var isStable = false
    /// Whether it is said how many of its digits are right.
    var hasDigits = true

    func result(of form: FloatingPointForm) -> FloatingPointNumber? {
      switch quantity {
      case .probability: form.probability
      case .loss: form.loss
      case .epsilonLoss: form.epsilonLoss
      }
    }
  }

  enum Kind: Equatable {
    case bits, form, note
    case number(Number)
  }

  struct Column {
    let kind: Kind
    let head: Phrase
    let width: Int
    let priority: Int
  }

  static let indent = 3

  /// Whether each form has a row of its own.
  let isTall: Bool
  private let placed: [(column: Column, span: ColumnSpan)]
  private let digitsWidth: Int

  private init(_ columns: [Column], isTall: Bool, digits: Int, gap: Int, width: Int) {
    self.isTall = isTall
    digitsWidth = digits
    let table = columns.map { column in
      let isFlexible = column.kind == .note
      return TableColumn(width: column.width, priority: column.priority, isFlexible: isFlexible)
    }
    let spans = TableLayout.columns(table, width: width - Self.indent - (isTall ? 1 : 0), gap: gap)
    placed = zip(columns, spans).compactMap { column, span in span.map { (column, $0) } }
  }

  func cells(in row: Rect) -> [(Column, Rect)] {
    placed.map { ($0.column, row.slice(x: Self.indent + $0.span.x, width: $0.span.width)) }
  }

  /// The part of a cell that holds the number.
  func value(_ number: Number, in cell: Rect) -> Rect {
    number.hasDigits ? cell.slice(x: 0, width: cell.width - digitsWidth - 1) : cell
  }

  /// The part of a cell that says how many digits of the number are right.
  func digits(_ number: Number, in cell: Rect) -> Rect {
    cell.slice(x: cell.width - digitsWidth, width: number.hasDigits ? digitsWidth : 0)
  }

  /// Where the columns side by side leave room in the row of exact numbers.
  func legend(in row: Rect) -> Rect? {
    guard !isTall, let last = placed.last(where: { Self.isExact($0.column.kind) }) else {
      return nil
    }
    let start = Self.indent + last.span.x + last.span.width + 1
    return row.slice(x: start, width: row.width - start)
  }

  private static func isExact(_ kind: Kind) -> Bool {
    guard case .number(let number) = kind else { return false }
    return !number.isStable && number.quantity != .epsilonLoss
  }

  // MARK: The two arrangements

  static func tall(_ state: State, _ numbers: FloatingPointForms, width: Int) -> Self {
    let digits = max(displayWidth(state.text(.digitsHead)), noDigits(state))
    let widest = [false, true].map { displayWidth(state.text(.formulation(isStable: $0))) }.max()
    var columns = [
      Column(kind: .bits, head: .bitsHead, width: bits(state), priority: 9),
      Column(kind: .form, head: .formHead, width: max(6, widest ?? 0), priority: 8),
    ]
    columns += shown(numbers).map { quantity in
      Column(
        kind: .number(Number(quantity: quantity)),
        head: head(quantity, state, numbers),
        width: valueWidth(quantity, state) + 1 + digits,
        priority: priority(quantity)
      )
    }
    columns.append(Column(kind: .note, head: .noteHead, width: 9, priority: 4))
    return Self(columns, isTall: true, digits: digits, gap: 2, width: width)
  }

  static func flat(_ state: State, _ numbers: FloatingPointForms, width: Int) -> Self {
    let digits = noDigits(state)
    let isNarrow = width < 96
    let bits = Column(kind: .bits, head: .bitsHead, width: bits(state), priority: 9)
    let columns = [false, true].flatMap { isStable in
      // Epsilon is a crutch of the naive form: with the stable one it is shown where rows are many.
      shown(numbers).filter { !isStable || $0 != .epsilonLoss }.map { quantity in
        let head = head(quantity, state, numbers)
        let hasDigits = quantity != .epsilonLoss || !isNarrow
        return Column(
          kind: .number(Number(quantity: quantity, isStable: isStable, hasDigits: hasDigits)),
          head: quantity == .probability ? .formulation(isStable: isStable, of: "s") : head,
          width: valueWidth(quantity, state) + (hasDigits ? 1 + digits : 0),
          priority: priority(quantity) - (isStable ? 1 : 0)
        )
      }
    }
    let gap = isNarrow ? 2 : 3
    return Self([bits] + columns, isTall: false, digits: digits, gap: gap, width: width)
  }

  private static func shown(_ numbers: FloatingPointForms) -> [Quantity] {
    numbers.loss == nil ? [.probability] : Quantity.allCases
  }

  private static func head(
    _ quantity: Quantity,
    _ state: State,
    _ numbers: FloatingPointForms
  ) -> Phrase {
    switch quantity {
    // The panel writes the class's name there, in its own style.
    case .probability: Phrase(verbatim: "")
    case .loss where state.evaluation.positive == nil: .loss
    case .loss: Phrase(verbatim: "−log s")
    case .epsilonLoss: Phrase(verbatim: "ε = " + state.numbers.trimmed(numbers.epsilon))
    }
  }

  private static func priority(_ quantity: Quantity) -> Int {
    switch quantity {
    case .probability: 7
    case .loss: 6
    case .epsilonLoss: 3
    }
  }

  private static func valueWidth(_ quantity: Quantity, _ state: State) -> Int {
    switch quantity {
    case .probability: state.numbers.probabilityWidth
    // Of a loss without epsilon there is no sign.
    case .loss: state.numbers.signedWidth - 1
    case .epsilonLoss: state.numbers.signedWidth
    }
  }

  private static func noDigits(_ state: State) -> Int {
    [0, 17].map { displayWidth(state.text(.digits($0))) }.max() ?? 0
  }

  private static func bits(_ state: State) -> Int {
    [Phrase.bitsHead, .exactRow].map { displayWidth(state.text($0)) }.max() ?? 0
  }
}
