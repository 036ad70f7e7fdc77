import LogitModel
import TerminalUI

/// The classes of the largest probabilities, ties named, and the class in focus wherever it stands.
struct LeadersView {
  let state: State
  private let leaders: [Int]
  /// How many classes have the very same logit as each of them.
  private let ties: [Int]

  private static let count = 5

  init(state: State) {
    self.state = state
    let leaders = state.evaluation.largest(Self.count)
    self.leaders = leaders
    ties = Self.ties(leaders, state.evaluation.logits)
  }

  /// In one pass: of many classes few are as large as the last of the leaders.
  private static func ties(_ leaders: [Int], _ logits: [Double]) -> [Int] {
    guard let last = leaders.last else { return [] }
    let least = logits[last]
    var ties = leaders.map { _ in 0 }
    for logit in logits where logit >= least {
      for place in leaders.indices where logits[leaders[place]] == logit { ties[place] += 1 }
    }
    return ties
  }

  private var hasTies: Bool { ties.contains { $0 > 1 } }

  /// The cells that it needs; with more it draws bars and counts the ties.
  var width: Int {
    let head = displayWidth(state.text(.largestFirst))
    return max(head, nameWidth(6) + 1 + state.numbers.probabilityWidth + tieWidth)
  }

  /// A tie's word and the blank before it, where there is one.
  private var tieWidth: Int { hasTies ? 1 + displayWidth(state.text(.tied)) : 0 }

  private func nameWidth(_ widest: Int) -> Int { state.nameWidth(5...widest) }

  /// Draws as much as there is room for and returns the rows that all of it takes.
  func draw(in rect: Rect, on canvas: inout Canvas) -> Int {
    canvas.put(state.text(.largestFirst), in: rect, alignment: .left, style: .faint)
    let columns = columns(width: rect.width)
    for (offset, index) in leaders.enumerated() {
      let row = rect.slice(y: 1 + offset, height: 1)
      let ties = ties[offset]
      let note = ties < 2 ? nil : columns.isWide ? Phrase.tie(ties) : .tied
      draw(index, note: note, columns, in: row, on: &canvas)
    }
    guard !leaders.contains(state.focus), rect.height > Self.count + 1 else {
      return 1 + leaders.count
    }
    let row = rect.slice(y: 1 + leaders.count, height: 1)
    let rank = columns.isWide ? Phrase.rank(rank(of: state.focus)) : nil
    draw(state.focus, note: rank, columns, in: row, on: &canvas)
    return 2 + leaders.count
  }

  private struct Columns {
    let isWide: Bool
    let name, bar, probability, note: ColumnSpan?
  }

  private func columns(width: Int) -> Columns {
    let probability = state.numbers.probabilityWidth
    let isWide = width >= self.width + 20
    let name = nameWidth(max(6, isWide ? width / 4 : width - probability - tieWidth - 1))
    let spans = TableLayout.columns(
      [
        TableColumn(width: name, priority: 4),
        TableColumn(width: 4, priority: 1, isFlexible: true),
        TableColumn(width: probability, priority: 3),
        TableColumn(width: isWide ? 11 : max(0, tieWidth - 1), priority: 2),
      ],
      width: isWide ? min(width, 64) : width,
      gap: isWide ? 2 : 1
    )
    return Columns(
      isWide: isWide,
      name: spans[0],
      bar: spans[1],
      probability: spans[2],
      note: spans[3]
    )
  }

  private func draw(
    _ index: Int,
    note: Phrase?,
    _ columns: Columns,
    in row: Rect,
    on canvas: inout Canvas
  ) {
    guard !row.isEmpty else { return }
    if index == state.focus { canvas.put("▸", x: row.x - 2, y: row.y, style: .accent.bolded()) }
    let evaluation = state.evaluation
    let p = evaluation.probabilities[index]
    func cell(_ span: ColumnSpan?) -> Rect {
      span.map { row.slice(x: $0.x, width: $0.width) } ?? row.slice(x: 0, width: 0)
    }
    canvas.put(
      state.name(index),
      in: cell(columns.name),
      alignment: .left,
      style: state.nameStyle(of: index)
    )
    Bar(fraction: p, style: state.hue(of: index)).draw(in: cell(columns.bar), on: &canvas)
    let text = state.numbers.probability(p, complement: evaluation.complements[index])
    canvas.put(text, in: cell(columns.probability), alignment: .left)
    guard let note else { return }
    canvas.put(state.text(note), in: cell(columns.note), alignment: .left, style: .faint)
  }

  private func rank(of index: Int) -> Int {
    let logits = state.evaluation.logits
    return 1 + logits.count { $0 > logits[index] }
  }
}
