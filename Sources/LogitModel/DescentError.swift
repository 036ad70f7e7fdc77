/// Why a row cannot descend, or cannot take the next step.
public enum DescentError: Error, Equatable, Sendable {
  /// The rate is not above 0, or not finite.
  case invalidRate(Double)
  /// The row's target is the ignore index, so that it has no loss to descend.
  case ignoredRow(Int)
  /// The row has no target, or one that the loss is not defined for.
  case noLoss(Int)
  /// The gradient is 0, or too small to change any logit.
  case standsStill
  /// The step leads to a logit that no double holds.
  case notFinite(row: Int, class: ProblemError.Class, value: Double)
  /// The step leads to logits that the problem refuses.
  case refused(ProblemError)
}

extension DescentError: CustomStringConvertible {
  /// One line that names the place and the remedy.
  public var description: String {
    switch self {
    case .invalidRate(let rate):
      "learning rate is \(rate); give a finite number above 0"
    case .ignoredRow(let row):
      "row \(row) is ignored and has no gradient; give it a class as its target"
    case .noLoss(let row):
      "row \(row) has no loss to descend; give it a target that the loss is defined for"
    case .standsStill:
      "the gradient changes no logit; this is where the descent ends"
    case .notFinite(let row, let place, let value):
      "row \(row), class \"\(place.name)\" (\(place.index)): "
        + "the step leads to \(value); give a smaller learning rate"
    case .refused(let error):
      error.description
    }
  }
}
