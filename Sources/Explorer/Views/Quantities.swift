import LogitModel
import TerminalUI

/// A number that matters, as text: what it is, what it was in the baseline, and the difference.
struct Quantity {
  let label: String
  let style: Style
  /// The cells that its numbers are kept at, so that nothing moves while they do.
  let width: Int
  let now: String
  var was: String?
  var change: String?
  let isNew: Bool
}

/// The numbers that it all comes to.
struct Quantities {
  private let state: State
  private let numbers: NumberFormat

  init(_ state: State, digits: Int? = nil) {
    self.state = state
    numbers = NumberFormat(digits: digits ?? state.digits)
  }

  /// Of the positive; without one of the most probable class, which is a result too.
  func probability(nameWidth: Int) -> Quantity {
    let evaluation = state.evaluation
    let before = state.baselineEvaluation
    let index = evaluation.positive ?? (state.isCurtained ? state.focus : evaluation.argmax)
    func write(_ evaluation: Evaluation) -> String {
      let p = evaluation.probabilities[index]
      return state.result(numbers.probability(p, complement: evaluation.complements[index]))
    }
    let now = write(evaluation)
    let change = probabilityDifference(evaluation, before, of: index)
    return Quantity(
      label: padded("s(\(truncated(state.name(index), to: nameWidth)))", to: 7),
      style: evaluation.positive == nil ? .text : .positive,
      width: numbers.probabilityWidth,
      now: now,
      was: write(before),
      change: change == 0 || state.isCurtained ? nil : numbers.signed(change),
      isNew: state.previous.map { write($0) != now } ?? false
    )
  }

  /// Whether there is a target, and the loss is not defined for it.
  var lossIsUndefined: Bool { state.evaluation.loss == nil && state.evaluation.target != nil }

  /// nil without a target, and where the loss is not defined for it.
  var loss: Quantity? {
    guard let loss = state.evaluation.loss else { return nil }
    func write(_ loss: Double) -> String { state.result(numbers.plain(state.lossInUnit(loss))) }
    let before = state.baselineEvaluation.loss
    let change = before.map { difference(loss, $0) } ?? 0
    return Quantity(
      label: state.text(.loss),
      style: .text,
      width: numbers.probabilityWidth - 1,
      now: write(loss),
      was: before.map(write),
      change: change == 0 || state.isCurtained ? nil : numbers.signed(state.lossInUnit(change)),
      isNew: state.previous?.loss.map { write($0) != write(loss) } ?? false
    )
  }

  /// What stands in the loss's place where there is none.
  var entropy: Quantity {
    func write(_ evaluation: Evaluation) -> String {
      state.result(numbers.plain(state.inUnit(evaluation.entropy)))
    }
    let now = write(state.evaluation)
    return Quantity(
      label: "H(s)",
      style: .text,
      width: numbers.probabilityWidth - 1,
      now: now,
      was: write(state.baselineEvaluation),
      isNew: state.previous.map { write($0) != now } ?? false
    )
  }

  /// How the last edit changed the loss, or where there was none, how far the loss is from the baseline's.
  var lastChange: (what: Phrase, receipt: Phrase?, value: String)? {
    func write(_ change: Double) -> String {
      state.result(numbers.signed(state.lossInUnit(change)))
    }
    if let receipt = state.receipt, let change = receipt.actual {
      return (.lastChangeOfLoss, receipt.what, write(change))
    }
    guard let loss = state.evaluation.loss, let before = state.baselineEvaluation.loss else {
      return nil
    }
    return (.lossSinceBaseline, nil, write(difference(loss, before)))
  }
}
