import LogitModel
import TerminalUI

/// The whole screen of a state.
package struct Screen {
  private let state: State

  package init(_ state: State) {
    self.state = state
  }

  package func canvas() -> Canvas {
    let size = state.size
    var canvas = Canvas(width: size.width, height: size.height)
    guard size.width >= Layout.minimum.width, size.height >= Layout.minimum.height else {
      let text = state.text(.tooSmall(size.width, size.height))
      TextBlock([StyledText(text)]).draw(in: canvas.bounds, on: &canvas)
      return canvas
    }
    if case .help(let offset) = state.mode {
      HelpView(state: state, offset: offset).draw(on: &canvas)
      return canvas
    }
    let layout = Layout(state)
    HeaderView(state: state).draw(in: layout.header, on: &canvas)
    if state.isBig {
      BigView(state: state).draw(in: layout.body, on: &canvas)
    } else {
      TableView(state: state, layout: layout).draw(on: &canvas)
      ReadoutView(state: state).draw(in: layout.readout, on: &canvas)
      PanelsView(state: state, layout: layout).draw(on: &canvas)
      LessonView(state)?.draw(in: layout.lesson, on: &canvas)
    }
    FooterView(state: state).draw(in: layout.footer, on: &canvas)
    OverlayView(state: state).draw(in: layout.overlay, on: &canvas)
    return canvas
  }
}

extension State {
  var numbers: NumberFormat { NumberFormat(digits: digits) }

  func text(_ phrase: Phrase) -> String { phrase[language] }

  /// The language asked for, where the terminal can show its letters.
  var language: Language { options.glyphs == .ascii ? .en : options.language }

  /// Whether the gradient is s − y, with the y of the table, and nothing else.
  var gradientIsDifference: Bool {
    let settings = problem.settings
    guard settings.loss is CrossEntropy, settings.temperature == 1,
      settings.classWeights == nil
    else { return false }
    // Smoothing keeps the sum of an index.
    guard case .distribution(let values) = problem.targets[row], evaluation.target != nil else {
      return true
    }
    let sum = evaluation.positive.map { values[$0] } ?? values.reduce(0, +)
    return abs((1 - settings.labelSmoothing) * (sum - 1)) < 1e-9
  }

  /// Whether every class's part of the target that the loss works with is 0 or 1.
  var targetIsOneHot: Bool {
    guard evaluation.target != nil else { return true }
    let settings = problem.settings
    if settings.loss.usesWeightsAndSmoothing, settings.labelSmoothing > 0 { return false }
    guard case .distribution(let values) = problem.targets[row] else { return true }
    return evaluation.positive.map { values[$0] == 1 }
      ?? values.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// A class's part of the target that the loss works with: smoothed only where smoothing counts.
  func targetInUse(of index: Int) -> Double? {
    guard let smoothed = evaluation.target else { return nil }
    return problem.settings.loss.usesWeightsAndSmoothing ? smoothed[index] : targetMass(of: index)
  }

  /// A class's part of the target as it was given.
  func targetMass(of index: Int) -> Double? {
    switch problem.targets[row] {
    case .index(let target): return index == target ? 1 : 0
    case .distribution(let values): return values[index]
    case nil: return nil
    }
  }

  /// An entropy or another number of nats in the unit chosen.
  func inUnit(_ nats: Double) -> Double { nats * options.unit.perNat }

  /// A value, a term or a gradient of the chosen loss, in the unit chosen where it has one.
  func lossInUnit(_ value: Double) -> Double { value * lossUnit(of: problem.settings.loss) }

  /// What a loss is multiplied by to be shown.
  func lossUnit(of loss: any Loss) -> Double { loss.isInNats ? options.unit.perNat : 1 }

  /// A result, or what stands in its place while the curtain is down.
  func result(_ text: String) -> String { isCurtained ? "?" : text }

  /// The style of a class's mark: the positive in its own hue, every other in the negatives'.
  func hue(of index: Int) -> Style {
    switch evaluation.positive {
    case index: .positive
    case nil: .text
    default: .negative
    }
  }

  /// A class's name: the accent where the keys act.
  func nameStyle(of index: Int) -> Style {
    if index == focus { return .accent.bolded() }
    return index == evaluation.positive ? .positive : .text
  }
}
