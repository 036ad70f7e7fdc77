import LogitModel

/// What a row of the batch says of itself.
struct BatchRow {
  let target: String
  /// Why the row adds nothing, where it does not.
  let note: String?
  private let state: State
  /// nil where the row is not evaluated.
  private let softmax: Softmax?
  private let positive: Int?
  private let weight: Double
  private let loss: Double

  /// The row; its probability takes all of its classes, and is an ellipsis where they are too many.
  init(_ state: State, _ batch: BatchEvaluation, row: Int, evaluating isEvaluated: Bool) {
    let problem = state.problem
    self.state = state
    target = state.targetText(of: problem, row: row)
    positive = problem.isIgnored(row: row) ? nil : problem.targets[row]?.positive
    softmax =
      row == state.row
      ? state.evaluation.softmax
      : isEvaluated && positive != nil
        ? Softmax(problem.logits[row], temperature: problem.settings.temperature) : nil
    weight = batch.weights[row]
    loss = batch.losses[row] ?? 0
    let note: Phrase? =
      if problem.isIgnored(row: row) {
        .ignoredAddsNothing
      } else if problem.targets[row] == nil {
        .untargetedAddsNothing
      } else {
        batch.losses[row] == nil ? .undefinedAddsNothing : nil
      }
    self.note = note.map(state.text)
  }

  func text(_ kind: BatchColumns.Kind, width: Int) -> String {
    let numbers = state.numbers
    switch kind {
    case .probability:
      guard let positive else { return "" }
      guard let softmax else { return "…" }
      return numbers.probability(
        softmax.probability(positive),
        complement: softmax.complement(positive)
      )
    case .surprise:
      guard let positive else { return "" }
      guard let softmax else { return aligned("…", width) }
      let surprise = -softmax.logProbability(positive).value
      return aligned(numbers.plain(state.inUnit(surprise + 0)), width)
    case .weight: return aligned(numbers.trimmed(weight), width)
    case .loss: return aligned(numbers.plain(state.lossInUnit(loss)), width)
    case .row, .target, .part: return ""
    }
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    NumberFormat.aligned(text, integerWidth: 2, width: width)
  }
}

extension State {
  /// A row's target in a word: the class that has all of it, or of which kind it is.
  func targetText(of problem: Problem, row: Int) -> String {
    if problem.isIgnored(row: row) { return text(.ignoredTarget) }
    if let positive = problem.targets[row]?.positive { return name(positive) }
    return problem.targets[row] == nil ? "–" : text(.soft)
  }
}
