import TerminalUI

/// A number with its name, and the part of the bar that it is the length of.
struct Measure {
  let name: Phrase
  let value: String
  var part: InformationBar.Part?

  init(_ name: Phrase, _ value: String, part: InformationBar.Part? = nil) {
    self.name = name
    self.value = value
    self.part = part
  }
}

/// Numbers under one another, their points aligned, below a title and possibly a bar.
struct MeasureList {
  let title: Phrase
  let bar: InformationBar?
  let measures: [Measure]

  func width(_ state: State) -> Int {
    max(displayWidth(state.text(title)), nameWidth(state) + 2 + state.numbers.signedWidth)
  }

  private func nameWidth(_ state: State) -> Int {
    measures.map { displayWidth(name($0, state)) }.max() ?? 0
  }

  /// The name behind the glyph of its part; where one has a part, the others keep its cells free.
  private func name(_ measure: Measure, _ state: State) -> String {
    let lead = measures.contains { $0.part != nil } ? "  " : ""
    return (measure.part.map { $0.glyph + " " } ?? lead) + state.text(measure.name)
  }

  /// Draws as much as there is room for and returns the rows that all of it takes.
  func draw(in rect: Rect, _ state: State, on canvas: inout Canvas) -> Int {
    canvas.put(state.text(title), in: rect, alignment: .left, style: .faint)
    let first = bar == nil ? 1 : 2
    bar?.draw(in: rect.slice(y: 1, height: 1), on: &canvas)
    let names = nameWidth(state)
    for (offset, measure) in measures.enumerated() {
      let row = rect.slice(y: first + offset, height: 1)
      canvas.put(name(measure, state), in: row, alignment: .left)
      let value = NumberFormat.aligned(
        measure.value,
        integerWidth: 3,
        width: state.numbers.signedWidth
      )
      canvas.put(
        value,
        in: row.slice(x: names + 2, width: row.width - names - 2),
        alignment: .left
      )
    }
    return first + measures.count
  }
}
