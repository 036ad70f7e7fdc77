import LogitModel
import TerminalUI

@testable import Explorer

extension State {
  /// A state on one row of classes "c0", "c1", … under a loss.
  static func under(
    _ loss: any Loss,
    logits: [Double] = [-1, 0.5, 2, 1.5, -3],
    target: Target? = .index(2),
    settings: Problem.Settings = Problem.Settings(),
    size: Size = Size(width: 80, height: 24),
    language: Language = .en
  ) throws -> State {
    var settings = settings
    settings.loss = loss
    let problem = try Problem(
      classes: logits.indices.map { "c\($0)" },
      logits: [logits],
      targets: [target],
      settings: settings
    )
    return State(problem: problem, options: ViewOptions(language: language), size: size)
  }
}

/// What a view draws on a canvas of its own, row by row.
func drawn(_ size: Size, _ draw: (Rect, inout Canvas) -> Void) -> [String] {
  var canvas = Canvas(width: size.width, height: size.height)
  draw(canvas.bounds, &canvas)
  let rows = canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
  return rows.map(String.init)
}

/// A loss that no table knows: half the squared distance of the positive's logit from 1.
struct UnknownLoss: Loss {
  let activation: Activation

  var name: String { "unknown_\(activation)" }

  func evaluate(_ row: LossRow) -> LossValue? {
    guard let positive = row.positive else { return nil }
    let gap = max(-1e100, row.logits[positive]) - 1
    var terms = row.logits.map { _ in 0.0 }
    var gradient = terms
    terms[positive] = gap * gap / 2
    gradient[positive] = gap
    return LossValue(value: gap * gap / 2, terms: terms, gradient: gradient)
  }
}
