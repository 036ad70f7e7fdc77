import LogitModel
import TerminalUI

/// Every loss on the same logits: its value, and what it makes of the class in focus.
struct LossesPanel {
  let state: State
  private let losses = Losses.all
  /// In nats; nil where the loss is not defined, and where it is not evaluated.
  private let values: [LossValue?]
  /// Whether there is time for all of them, and not for that which is chosen alone.
  private let areEvaluated: Bool

  init(state: State) {
    self.state = state
    let areEvaluated = state.affords(Losses.all.count)
    self.areEvaluated = areEvaluated
    let chosen = state.problem.settings.loss.name
    values = Losses.all.map { loss in
      areEvaluated || loss.name == chosen
        ? state.problem.evaluateLoss(row: state.row, under: loss) : nil
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 2 else { return }
    let columns = LossColumns(state, losses: losses, width: rect.width)
    drawHeads(columns, in: rect.slice(y: 0, height: 1), on: &canvas)
    let body = rect.slice(y: 1, height: rect.height - 1)
    let note = noteLines(width: rect.width - LossColumns.indent - 1, height: body.height)
    let window = ScrollWindow(
      count: losses.count,
      height: body.height - note.count,
      focus: chosen
    )
    for (offset, index) in window.range.enumerated() {
      draw(index, columns, in: body.slice(y: offset, height: 1), on: &canvas)
    }
    let hidden = window.hidden()
    let width = displayWidth(hidden)
    let corner = rect.slice(x: rect.width - width - 1, width: width)
    canvas.put(hidden, in: corner, alignment: .left, style: .text.bolded())
    let gap = body.height > window.range.count + note.count ? 1 : 0
    for (offset, line) in note.enumerated() {
      let row = body.slice(y: window.range.count + gap + offset, height: 1)
      let cell = row.slice(x: LossColumns.indent, width: row.width - LossColumns.indent - 1)
      canvas.put(line, in: cell, alignment: .left, style: .faint)
    }
  }

  private var chosen: Int {
    let name = state.problem.settings.loss.name
    return losses.firstIndex { $0.name == name } ?? 0
  }

  // MARK: Rows

  private func drawHeads(_ columns: LossColumns, in row: Rect, on canvas: inout Canvas) {
    let name = state.name(state.focus)
    for (kind, cell) in columns.cells(in: row) {
      switch kind {
      case .name: put(.lossHead, in: cell, on: &canvas)
      case .value: put(.valueHead, in: cell, on: &canvas)
      case .term: put(.termHead(of: name), .shortTermHead, in: cell, on: &canvas)
      case .gradient: put(.gradientHead(of: name), .gradientHead, in: cell, on: &canvas)
      case .bar:
        let scale = "± " + state.numbers.trimmed(barScale)
        canvas.put(scale, in: cell, alignment: .center, style: .faint)
      case .mark:
        if !columns.classes.isEmpty { put(.gradientsHead, in: cell, on: &canvas) }
      case .gradients:
        for (place, index) in columns.classes.enumerated() {
          let isFocused = index == state.focus
          let head = (isFocused ? "▸" : "") + state.name(index)
          let style: Style = isFocused ? .accent.bolded() : .faint
          let own = columns.gradientCell(place, in: cell)
          canvas.put(head, in: own, alignment: .left, style: style)
        }
      }
    }
  }

  /// The longest of the heads that has room.
  private func put(_ heads: Phrase..., in cell: Rect, on canvas: inout Canvas) {
    let head = fitting(heads.map(state.text), to: cell.width)
    canvas.put(head, in: cell, alignment: .left, style: .faint)
  }

  private func draw(_ index: Int, _ columns: LossColumns, in row: Rect, on canvas: inout Canvas) {
    let isChosen = index == chosen
    if isChosen { canvas.put("▸", x: row.x + 1, y: row.y, style: .accent.bolded()) }
    let value = values[index]
    let unit = state.lossUnit(of: losses[index])
    let none = areEvaluated || isChosen ? "–" : "…"
    let gradient = value.map { unit * $0.gradient[state.focus] }
    func put(_ number: Double?, in cell: Rect) {
      let text = number.map { state.numbers.plain(unit * $0) } ?? none
      canvas.put(aligned(text), in: cell, alignment: .left, style: text == "0" ? .faint : .text)
    }
    func putGradient(of index: Int, in cell: Rect) {
      let text = value.map { state.numbers.signed(unit * $0.gradient[index]) } ?? none
      let style: Style = text == "0" || text == none ? .faint : state.hue(of: index)
      canvas.put(aligned(text), in: cell, alignment: .left, style: style)
    }
    for (kind, cell) in columns.cells(in: row) {
      switch kind {
      case .name:
        let title = state.text(losses[index].title)
        let name = displayWidth(title) <= cell.width ? title : losses[index].sign
        let style: Style = isChosen ? .accent.bolded() : .text
        canvas.put(name, in: cell, alignment: .left, style: style)
      case .value: put(value?.value, in: cell)
      case .term: put(value?.terms[state.focus], in: cell)
      case .gradient: putGradient(of: state.focus, in: cell)
      case .bar:
        guard let gradient else { continue }
        SignedBar(value: gradient, scale: barScale, style: state.hue(of: state.focus))
          .draw(in: cell, on: &canvas)
      case .mark:
        guard let gradient else { continue }
        let style: Style = gradient == 0 ? .text : .faint
        canvas.put(state.text(mark(gradient)), in: cell, alignment: .left, style: style)
      case .gradients:
        for (place, focus) in columns.classes.enumerated() {
          putGradient(of: focus, in: columns.gradientCell(place, in: cell))
        }
      }
    }
  }

  /// What descent does to the logit.
  private func mark(_ gradient: Double) -> Phrase {
    gradient == 0 ? .noPush : gradient > 0 ? .lowersLogit : .raisesLogit
  }

  private func aligned(_ text: String) -> String {
    NumberFormat.aligned(text, integerWidth: 2, width: state.numbers.signedWidth)
  }

  /// The same for all losses, and said in the head.
  private var barScale: Double {
    let sizes = zip(losses, values).compactMap { loss, value in
      value.map { state.lossUnit(of: loss) * abs($0.gradient[state.focus]) }
    }
    return max(0.1, roundNumber(holding: sizes.max() ?? 1))
  }

  // MARK: Note

  /// What is to be said of the losses without a value, or of the one that PyTorch's is taken for: at
  /// length where all the losses stand above it, in one line where it concerns the loss chosen.
  private func noteLines(width: Int, height: Int) -> [String] {
    let isAboutChosen =
      losses[chosen] is AllClassNLL || values[chosen] == nil || !areEvaluated
    for note in notes.map(state.text) {
      let lines = wrapped(note, width: width)
      if height - lines.count >= losses.count { return lines }
    }
    guard isAboutChosen, height >= 2, let note = notes.last else { return [] }
    return Array(wrapped(state.text(note), width: width).prefix(height - 1))
  }

  /// The note, at length and short.
  private var notes: [Phrase] {
    guard areEvaluated else { return [.otherLosses(classes: state.problem.classes.count)] }
    guard !values.contains(nil) else { return [.dashNeedsPositive] }
    guard let split = splitOfAllClassNLL else { return [.notTheNLLOfPyTorch] }
    let numbers = [split.crossEntropy + split.negatives, split.crossEntropy, split.negatives]
      .map(state.numbers.plain)
    return [
      .allClassNLLSplit(numbers[0], numbers[1], numbers[2]),
      .allClassNLLSplitInShort(numbers[1], numbers[2]),
    ]
  }

  /// All-class NLL as cross entropy and what each negative alone costs; nil without a one-hot target.
  var splitOfAllClassNLL: (crossEntropy: Double, negatives: Double)? {
    let index = losses.firstIndex { $0 is AllClassNLL }
    guard let positive = state.evaluation.positive,
      state.targetMass(of: positive) == 1,
      let index, let terms = values[index]?.terms
    else { return nil }
    let unit = state.lossUnit(of: losses[index])
    let negatives = terms.indices.reduce(0) { $1 == positive ? $0 : $0 + unit * terms[$1] }
    return (unit * terms[positive], negatives)
  }
}
