import LogitModel

extension State {
  /// Carries out an edit that can be undone, and writes its receipt.
  ///
  /// The gradient foretells the change of the loss from that of each logit that moves.
  mutating func edit(
    _ patch: Patch,
    _ what: Phrase,
    moving moved: [(index: Int, by: Double)]? = nil
  ) throws(Refusal) {
    let before = evaluation
    let loss = problem.settings.loss.name
    do {
      history.record(try subject.apply(patch))
    } catch {
      throw Refusal(error)
    }
    refresh(renamed: patch.replacesClasses)
    hasEdits = true
    keep(before)
    var receipt = Receipt(what: what, actual: lossChange(since: before, under: loss))
    if receipt.actual != nil, let moved, let gradient = before.gradient {
      let expected = moved.reduce(0) { $0 + gradient[$1.index] * $1.by }
      receipt.expected = expected.isFinite ? expected : nil
    }
    self.receipt = receipt
  }

  /// How the loss has changed; nil without one, under another than before, or where it stays
  /// infinite.
  private func lossChange(since before: Evaluation, under loss: String) -> Double? {
    guard loss == problem.settings.loss.name, let old = before.loss, let new = evaluation.loss,
      old.isFinite || new.isFinite
    else { return nil }
    return new - old
  }

  /// Keeps what stood on the screen, unless it was of other classes than there are now.
  private mutating func keep(_ before: Evaluation) {
    previous = before.logits.count == problem.classes.count ? before : nil
  }

  mutating func undo() throws(Refusal) {
    guard let patch = history.popUndo() else { throw Refusal(.nothingToUndo) }
    history.didUndo(try revert(patch, .undone))
  }

  mutating func redo() throws(Refusal) {
    guard let patch = history.popRedo() else { throw Refusal(.nothingToRedo) }
    history.didRedo(try revert(patch, .redone))
  }

  private mutating func revert(_ patch: Patch, _ what: Phrase) throws(Refusal) -> Patch {
    let before = evaluation
    let loss = problem.settings.loss.name
    let inverse: Patch
    do {
      inverse = try subject.apply(patch)
    } catch {
      throw Refusal(error)
    }
    if let changed = patch.row { row = changed }
    refresh(renamed: patch.replacesClasses)
    keep(before)
    receipt = Receipt(what: what, actual: lossChange(since: before, under: loss))
    return inverse
  }
}

extension Patch {
  /// The row that it changes, to be shown when it is undone.
  fileprivate var row: Int? {
    switch self {
    case .logit(_, let row, _), .logits(_, let row), .leftOut(_, _, let row, _),
      .target(_, let row):
      row
    case .settings, .baseline, .subject: nil
    }
  }

  fileprivate var replacesClasses: Bool {
    if case .subject = self { true } else { false }
  }
}

// MARK: Logits

extension State {
  private func change(_ amount: Action.Amount) -> Double {
    switch amount {
    case .steps(let count): count * step
    case .logit(let value): value
    }
  }

  /// A logit moved; one that comes back to the baseline but for rounding is the baseline's again.
  private func moved(_ index: Int, by delta: Double) -> Double {
    let old = problem.logits[row][index]
    let new = old + delta
    guard let home = baselineLogit(index), abs(new - home) <= 8 * max(abs(old), abs(delta)).ulp
    else { return new }
    return home
  }

  /// The class's logit in the baseline, if that has this class.
  func baselineLogit(_ index: Int) -> Double? {
    let logits = baselineEvaluation.logits
    return logits.count == problem.classes.count ? logits[index] : nil
  }

  mutating func nudge(_ amount: Action.Amount) throws(Refusal) {
    let delta = change(amount)
    try setLogit(moved(focus, by: delta), .nudged(name(focus), delta))
  }

  mutating func shift(_ indices: [Int], _ amount: Action.Amount, _ what: (Double) -> Phrase)
    throws(Refusal)
  {
    let delta = change(amount)
    var logits = problem.logits[row]
    var changes: [(index: Int, by: Double)] = []
    for index in indices where logits[index] > -.infinity {
      let new = moved(index, by: delta)
      changes.append((index, new - logits[index]))
      logits[index] = new
    }
    try edit(.logits(logits, row: row), what(delta), moving: changes)
  }

  mutating func shiftNegatives(_ amount: Action.Amount) throws(Refusal) {
    if !subject.marked.isEmpty {
      let marked = subject.marked.sorted()
      return try shift(marked, amount) { .shiftedMarked(marked.count, $0) }
    }
    guard let positive = evaluation.positive else { throw Refusal(.noPositive) }
    let negatives = problem.classes.indices.filter { $0 != positive }
    try shift(negatives, amount) { .shiftedNegatives($0) }
  }

  mutating func shiftAll(_ amount: Action.Amount) throws(Refusal) {
    try shift(Array(problem.classes.indices), amount) { .shiftedAll($0) }
  }

  mutating func setLogit(_ value: Double, _ what: Phrase? = nil) throws(Refusal) {
    let old = problem.logits[row][focus]
    // Only a typed logit brings a class back; nothing can be added to −∞.
    guard old > -.infinity || what == nil else {
      throw Refusal(.isLeftOut(name(focus)))
    }
    let isFinite = old.isFinite && value.isFinite
    try edit(
      .logit(value, row: row, index: focus),
      what ?? .logitSet(name(focus), value),
      moving: isFinite ? [(focus, value - old)] : nil
    )
  }

  mutating func setProbability(_ probability: Double) throws(Refusal) {
    let logit: Double
    do {
      logit = try problem.logit(forProbability: probability, row: row, class: focus)
    } catch {
      throw Refusal(error)
    }
    let old = problem.logits[row][focus]
    try edit(
      .logit(logit, row: row, index: focus),
      .probabilitySet(name(focus), probability),
      moving: old.isFinite ? [(focus, logit - old)] : nil
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
    let remembered =
      subject.leftOut[Subject.Place(row: row, index: focus)]
      ?? baselineLogit(focus).flatMap { $0.isFinite ? $0 : nil } ?? 0
    try edit(
      .leftOut(logit: remembered, remembered: nil, row: row, index: focus),
      .broughtBack(name(focus))
    )
  }
}
