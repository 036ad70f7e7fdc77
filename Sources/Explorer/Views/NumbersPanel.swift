import LogitModel
import TerminalUI

/// Softmax and loss as textbook code computes them in 64, 32 and 16 bits, beside the exact numbers:
/// what overflows, what becomes 0, and how many digits are right.
struct NumbersPanel {
  let state: State
  private let numbers: FloatingPointForms

  /// How often the classes are gone over: for six forms, and for the exact numbers.
  private static let passes = 7

  /// nil where there is no time for every form.
  init?(state: State) {
    guard state.affords(Self.passes) else { return nil }
    self.state = state
    let index = state.evaluation.positive ?? state.focus
    numbers = state.problem.floatingPointForms(row: state.row, class: index)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let isTall = rect.height >= Self.tallHeight
    let columns =
      isTall
      ? NumbersColumns.tall(state, numbers, width: rect.width)
      : NumbersColumns.flat(state, numbers, width: rect.width)
    drawHeads(columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    drawExact(columns, in: rect.slice(y: 1, height: 1), on: &canvas)
    // Of the flat rows each shows a format's two forms.
    let rows = Array(stride(from: 0, to: numbers.forms.count, by: isTall ? 1 : 2))
    for (offset, first) in rows.enumerated() {
      let row = rect.slice(y: 2 + offset, height: 1)
      draw(first, columns, in: row, on: &canvas)
    }
    let used = 2 + rows.count
    let below = used + (rect.height > used + 1 ? 1 : 0)
    drawFindings(in: rect.slice(y: below, height: rect.height - below), on: &canvas)
  }

  /// The rows from which each form has one of its own.
  private static let tallHeight = 9

  // MARK: Heads

  private func drawHeads(_ columns: NumbersColumns, in row: Rect, on canvas: inout Canvas) {
    for (column, cell) in columns.cells(in: row) {
      canvas.put(state.text(column.head), in: cell, alignment: .left, style: .faint)
      guard case .number(let number) = column.kind else { continue }
      if columns.isTall {
        let digits = columns.digits(number, in: cell)
        canvas.put(state.text(.digitsHead), in: digits, alignment: .right, style: .faint)
        if number.quantity == .probability {
          drawName(in: columns.value(number, in: cell), on: &canvas)
        }
      }
    }
  }

  /// The class in the head, pointed at where it is the one in focus.
  private func drawName(in cell: Rect, on canvas: inout Canvas) {
    if numbers.index == state.focus {
      canvas.put("▸", x: cell.x - 2, y: cell.y, style: .accent.bolded())
    }
    let name = truncated(state.name(numbers.index), to: cell.width - 3)
    canvas.put(
      [
        StyledText("s(", style: .faint),
        StyledText(name, style: state.nameStyle(of: numbers.index)),
        StyledText(")", style: .faint),
      ],
      in: cell
    )
  }

  // MARK: Rows

  private func drawExact(_ columns: NumbersColumns, in row: Rect, on canvas: inout Canvas) {
    for (column, cell) in columns.cells(in: row) {
      switch column.kind {
      case .bits: canvas.put(state.text(.exactRow), in: cell, alignment: .left)
      case .form, .note: continue
      case .number(let number):
        // Side by side the exact numbers stand over the naive ones alone.
        guard columns.isTall || !number.isStable, let text = exact(number.quantity) else {
          continue
        }
        let style: Style = number.quantity == .probability ? hue : .text
        put(text, number, in: columns.value(number, in: cell), style: style, on: &canvas)
      }
    }
    guard let legend = columns.legend(in: row) else { return }
    let symbol = "s(\(state.name(numbers.index)))"
    canvas.put(
      state.text(.digitsLegend(symbol)),
      in: legend,
      alignment: .left,
      style: numbers.index == state.focus ? .accent : .faint
    )
  }

  private var hue: Style { state.evaluation.positive == nil ? .text : .positive }

  /// The exact number of a column; the loss with epsilon is compared with the loss.
  private func exact(_ quantity: NumbersColumns.Quantity) -> String? {
    switch quantity {
    case .probability:
      state.numbers.probability(numbers.probability, complement: numbers.complement)
    case .loss: numbers.loss.map { state.numbers.plain(state.inUnit($0)) }
    case .epsilonLoss: nil
    }
  }

  private func draw(
    _ first: Int,
    _ columns: NumbersColumns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    let form = numbers.forms[first]
    for (column, cell) in columns.cells(in: row) {
      switch column.kind {
      case .bits:
        // A format is named once, before its naive form.
        guard !form.isStable else { continue }
        canvas.put(String(form.format.rawValue), in: cell, alignment: .left)
      case .form:
        let formulation = Phrase.formulation(isStable: form.isStable)
        canvas.put(state.text(formulation), in: cell, alignment: .left)
      case .number(let number):
        let form = numbers.forms[first + (number.isStable ? 1 : 0)]
        draw(number, of: form, columns, in: cell, on: &canvas)
      case .note:
        canvas.put(note(form, width: cell.width), in: cell, alignment: .left)
      }
    }
  }

  private func draw(
    _ number: NumbersColumns.Number,
    of form: FloatingPointForm,
    _ columns: NumbersColumns,
    in cell: Rect,
    on canvas: inout Canvas
  ) {
    guard let result = number.result(of: form) else { return }
    let text =
      number.quantity == .probability
      ? state.numbers.textbookProbability(result.value)
      : state.numbers.plain(state.inUnit(result.value))
    put(text, number, in: columns.value(number, in: cell), style: .text, on: &canvas)
    // A word for none, so that what is wrong is not told by a look alone.
    canvas.put(
      state.text(.digits(result.correctDigits)),
      in: columns.digits(number, in: cell),
      alignment: .right,
      style: result.correctDigits == 0 ? .negative.bolded() : .faint
    )
  }

  private func put(
    _ text: String,
    _ number: NumbersColumns.Number,
    in cell: Rect,
    style: Style,
    on canvas: inout Canvas
  ) {
    let isSigned = number.quantity == .epsilonLoss
    let text =
      number.quantity == .probability
      ? text
      : NumberFormat.aligned(text, integerWidth: isSigned ? 3 : 2, width: cell.width)
    canvas.put(text, in: cell, alignment: .left, style: style)
  }

  // MARK: Words

  /// As many of the signs of what happens as the column has room for.
  private func note(_ form: FloatingPointForm, width: Int) -> String {
    var note = ""
    for sign in form.signs(epsilon: numbers.epsilon, complement: numbers.complement) {
      let longer = note.isEmpty ? sign : note + ", " + sign
      guard displayWidth(longer) <= width else { break }
      note = longer
    }
    return note
  }

  /// The worst first, and as many more as there is room for.
  private func drawFindings(in rect: Rect, on canvas: inout Canvas) {
    let texts = FindingTexts(state: state, numbers: numbers)
    let inner = rect.slice(x: NumbersColumns.indent, width: rect.width - NumbersColumns.indent - 1)
    for (offset, sentence) in texts.sentences.prefix(rect.height).enumerated() {
      canvas.put(
        sentence,
        in: inner.slice(y: offset, height: 1),
        alignment: .left,
        style: offset == 0 ? .text.bolded() : .text
      )
    }
  }
}

extension FloatingPointForm {
  /// What happens, from the first cause on, in the signs of formulas.
  fileprivate func signs(epsilon: Double, complement: Double) -> [String] {
    var signs: [String] = []
    switch fault {
    case .logitOutOfRange: signs.append("z = inf")
    case .exponentialOverflow: signs.append("exp = inf")
    case .sumOverflow: signs.append("Σexp = inf")
    case .sumUnderflow: signs.append("Σexp = 0")
    case nil: break
    }
    if probability.outcome == .underflow { signs.append("s = 0") }
    if probability.value == 1 && complement > 0 { signs.append("s = 1") }
    if fault == nil && loss?.outcome == .notANumber { signs.append("0×inf") }
    if epsilonLoss != nil && format.rounded(epsilon) == 0 { signs.append("ε = 0") }
    if epsilonLoss?.outcome == .capped { signs.append("s < ε") }
    if epsilonLoss?.outcome == .belowZero { signs.append("L < 0") }
    return signs
  }
}
