import LogitModel

extension State {
  private func change(_ amount: Action.Amount) -> Double {
    switch amount {
    case .steps(let count): count * step
    case .logit(let value): value
    }
  }

  /// A logit moved; one that comes back to the baseline but for rounding is the baseline's again.
  private static func moved(_ old: Double, by delta: Double, home: Double) -> Double {
    let new = old + delta
    return abs(new - home) <= 8 * max(abs(old), abs(delta)).ulp ? home : new
  }

  /// The class's logit in the baseline.
  func baselineLogit(_ index: Int) -> Double { baselineEvaluation.logits[index] }

  mutating func nudge(_ amount: Action.Amount) throws(Refusal) {
    let delta = change(amount)
    let old = problem.logits[row][focus]
    let new = Self.moved(old, by: delta, home: baselineLogit(focus))
    try setLogit(new, .nudged(name(focus), delta))
  }

  mutating func shift(
    _ indices: some Sequence<Int>,
    _ amount: Action.Amount,
    _ what: (Double) -> Phrase
  ) throws(Refusal) {
    let delta = change(amount)
    let homes = baselineEvaluation.logits
    var logits = problem.logits[row]
    for index in indices where logits[index] > -.infinity {
      logits[index] = Self.moved(logits[index], by: delta, home: homes[index])
    }
    try edit(.logits(logits, row: row), what(delta))
  }

  mutating func shiftNegatives(_ amount: Action.Amount) throws(Refusal) {
    if !subject.marked.isEmpty {
      let marked = subject.marked.sorted()
      return try shift(marked, amount) { .shiftedMarked(marked.count, $0) }
    }
    guard let positive = evaluation.positive else { throw Refusal(.noPositive) }
    let negatives = problem.classes.indices.lazy.filter { $0 != positive }
    try shift(negatives, amount) { .shiftedNegatives($0) }
  }

  mutating func shiftAll(_ amount: Action.Amount) throws(Refusal) {
    try shift(problem.classes.indices, amount) { .shiftedAll($0) }
  }

  mutating func setLogit(_ value: Double, _ what: Phrase? = nil) throws(Refusal) {
    let old = problem.logits[row][focus]
    // Only a typed logit brings a class back; nothing can be added to −∞.
    guard old > -.infinity || what == nil else {
      throw Refusal(.isLeftOut(name(focus)))
    }
    try edit(.logit(value, row: row, index: focus), what ?? .logitSet(name(focus), value))
  }

  mutating func setProbability(_ probability: Double) throws(Refusal) {
    let logit: Double
    do {
      logit = try problem.logit(forProbability: probability, row: row, class: focus)
    } catch {
      throw Refusal(error)
    }
    try edit(
      .logit(logit, row: row, index: focus),
      .probabilitySet(name(focus), probability)
    )
  }

  /// Leaves the class in focus out, or brings it back with the logit that it had.
  mutating func toggleLeftOut() throws(Refusal) {
    let old = problem.logits[row][focus]
    guard old == -.infinity else {
      return try edit(
        .leftOut(logit: -.infinity, remembered: old, row: row, index: focus),
        .leftOut(name(focus))
      )
    }
    let baseline = baselineLogit(focus)
    let remembered =
      subject.leftOut[Subject.Place(row: row, index: focus)] ?? (baseline.isFinite ? baseline : 0)
    try edit(
      .leftOut(logit: remembered, remembered: nil, row: row, index: focus),
      .broughtBack(name(focus))
    )
  }
}
