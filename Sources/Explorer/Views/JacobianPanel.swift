import LogitModel
import TerminalUI

/// How each class's probability moves with each class's logit, as a map: softmax couples every class to
/// every other, a sigmoid each to itself.
struct JacobianPanel {
  let state: State
  private let derivatives: Derivatives

  init(state: State) {
    self.state = state
    derivatives = Derivatives(state)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height >= 3, rect.width >= 16 else { return }
    let map = map(width: rect.width)
    let area = rect.slice(x: 0, width: rect.width - 1).slice(y: 0, height: rect.height - 1)
    let layout = map.layout(in: area)
    draw(map, layout, on: &canvas)
    let corner = rect.slice(x: 1, width: map.headWidth - 2)
    canvas.put(derivatives.symbol, in: corner, alignment: .left, style: .faint)
    let below = rect.slice(y: layout.height, height: rect.height)
    drawNotes(in: below.slice(x: 1, width: rect.width - 2), hidden: layout, on: &canvas)
  }

  // MARK: The map

  /// The pointer and the check stand before a row's name as in the table.
  private static let lead = 5

  private func map(width: Int) -> HeatMap {
    let shown = state.shown
    let place = state.focusPlace
    let name = state.nameWidth(5...max(8, width / 6))
    let least = NumberFormat.narrowestSigned
    return HeatMap(
      rows: shown.count,
      columns: shown.count,
      focusedRow: place,
      focusedColumn: place,
      largest: derivatives.largest,
      headWidth: Self.lead + name + 1,
      // A sign, a digit and the point stand before the decimals.
      textWidth: least...max(least, state.numbers.digits + 3)
    )
  }

  private func draw(_ map: HeatMap, _ layout: HeatMap.Layout, on canvas: inout Canvas) {
    let width = layout.textWidth ?? 0
    let shown = state.shown
    map.draw(
      layout,
      on: &canvas,
      rowHead: { head(of: shown[$0]) },
      columnHead: { head(of: shown[$0]) },
      value: { derivatives[shown[$0], shown[$1]] },
      text: {
        let number = state.numbers.signed($0, width: width)
        return NumberFormat.aligned(number, integerWidth: 2, width: width)
      }
    )
  }

  private func head(of index: Int) -> HeatMap.Head {
    let name = StyledText(state.name(index), style: state.nameStyle(of: index))
    let isPositive = index == state.evaluation.positive
    return HeatMap.Head(
      name,
      sign: isPositive ? StyledText("✓", style: .positive.bolded()) : nil
    )
  }

  // MARK: Under the map

  /// As many notes as have room, and what the map does not show.
  private func drawNotes(in rect: Rect, hidden layout: HeatMap.Layout, on canvas: inout Canvas) {
    let more = more(than: layout)
    // With room, the notes stand off from the map, and the row between says what is hidden.
    let isAiry = rect.height >= 3
    let notes = derivatives.notes(of: state.focus)
    for (offset, note) in notes.prefix(rect.height - (isAiry ? 1 : 0)).enumerated() {
      let row = rect.slice(y: offset + (isAiry ? 1 : 0), height: 1)
      let isShared = !isAiry && offset == 0 && !more.isEmpty
      let width = row.width - (isShared ? displayWidth(more) + 3 : 0)
      let text = note.first { displayWidth($0) <= width } ?? (isShared ? "" : note.last ?? "")
      canvas.put(text, in: row, alignment: .left)
    }
    let width = min(displayWidth(more), rect.width)
    let corner = rect.slice(x: rect.width - width, width: width).slice(y: 0, height: 1)
    canvas.put(more, in: corner, alignment: .left, style: .faint)
  }

  /// What lies around the map, the classes that the table leaves out below and to the right of it.
  private func more(than layout: HeatMap.Layout) -> String {
    let hidden = state.shown.hidden
    let counts = [
      ("↑", layout.rows.above), ("↓", layout.rows.below + hidden), ("←", layout.columns.above),
      ("→", layout.columns.below + hidden),
    ].filter { $0.1 > 0 }.map { "\($0) \(grouped($1))" }
    return counts.isEmpty ? "" : state.text(.moreAround(counts.joined(separator: "  ")))
  }
}
