import LogitModel

/// What edits change and undo restores: the problem, what it is compared with, and what else
/// belongs to single classes.
struct Subject: Equatable, Sendable {
  /// A class of a row.
  struct Place: Hashable, Sendable {
    var row: Int
    var index: Int
  }

  var problem: Problem
  /// Always of as many rows and classes as the problem: what adds or deletes one does it to both.
  var baseline: Problem
  /// The logits that the classes left out had, so that they come back as they were.
  var leftOut: [Place: Double] = [:]
  var marked: Set<Int> = []

  init(problem: Problem, baseline: Problem) {
    self.problem = problem
    self.baseline = baseline
  }

  /// The baseline under the loss chosen now: losses of two kinds have nothing to compare.
  var comparedBaseline: Problem {
    var baseline = baseline
    var settings = baseline.settings
    settings.loss = problem.settings.loss
    // The settings were valid, and every loss goes with them.
    try? baseline.setSettings(settings)
    return baseline
  }

  func evaluateBaseline(row: Int) -> Evaluation { comparedBaseline.evaluate(row: row) }
}

/// One edit of a subject, holding only what it replaces.
enum Patch: Equatable, Sendable {
  case logit(Double, row: Int, index: Int)
  case logits([Double], row: Int)
  /// A class's logit together with the one remembered while it is left out.
  case leftOut(logit: Double, remembered: Double?, row: Int, index: Int)
  case target(Target?, row: Int)
  case settings(Problem.Settings)
  case baseline(Problem)
  case insertRow(Subject.Row, at: Int)
  case removeRow(Int)
  case subject(Subject)

  /// About how many bytes it keeps alive.
  var cost: Int {
    switch self {
    case .logit, .leftOut, .removeRow: 64
    case .logits(let values, _): 64 + 8 * values.count
    case .target(.distribution(let values), _): 64 + 8 * values.count
    case .target: 64
    case .settings(let settings): 128 + 8 * (settings.classWeights?.count ?? 0)
    case .baseline(let problem): problem.cost
    case .insertRow(let row, _): row.cost
    case .subject(let subject): subject.problem.cost + subject.baseline.cost
    }
  }
}

extension Problem {
  fileprivate var cost: Int { 256 + classes.count * (24 + 8 * logits.count) }
}

extension Subject {
  /// Carries the patch out and gives the one that takes it back.
  ///
  /// When the problem refuses the change, nothing has happened.
  mutating func apply(_ patch: Patch) throws(ProblemError) -> Patch {
    switch patch {
    case .logit(let value, let row, let index):
      let old = problem.logits[row][index]
      try problem.setLogit(value, row: row, class: index)
      return .logit(old, row: row, index: index)
    case .logits(let values, let row):
      let old = problem.logits[row]
      try problem.setLogits(values, row: row)
      return .logits(old, row: row)
    case .leftOut(let logit, let remembered, let row, let index):
      let old = problem.logits[row][index]
      try problem.setLogit(logit, row: row, class: index)
      let place = Place(row: row, index: index)
      let before = leftOut[place]
      leftOut[place] = remembered
      return .leftOut(logit: old, remembered: before, row: row, index: index)
    case .target(let target, let row):
      let old = problem.targets[row]
      try problem.setTarget(target, row: row)
      return .target(old, row: row)
    case .settings(let settings):
      let old = problem.settings
      try problem.setSettings(settings)
      return .settings(old)
    case .baseline(let problem):
      let old = baseline
      baseline = problem
      return .baseline(old)
    case .insertRow(let row, let index):
      try insert(row, at: index)
      return .removeRow(index)
    case .removeRow(let index):
      return .insertRow(try removeRow(at: index), at: index)
    case .subject(let subject):
      let old = self
      self = subject
      return .subject(old)
    }
  }
}
