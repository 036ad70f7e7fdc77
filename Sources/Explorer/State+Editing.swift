import LogitModel

extension State {
  /// Carries out an edit that can be undone, and writes its receipt.
  ///
  /// A run of gradient descent ends before any edit but its own.
  mutating func edit(_ patch: Patch, _ what: Phrase, running: Bool = false) throws(Refusal) {
    if !running { stopRun() }
    let before = evaluation
    let loss = problem.settings.loss.name
    do {
      history.record(try subject.apply(patch))
    } catch {
      throw Refusal(error)
    }
    refresh(after: patch, showing: patch.row)
    hasEdits = true
    isSaved = false
    keep(before, patch)
    // A drag is one edit, however many reports of the mouse make it, and so is a run.
    let origin = drag?.origin ?? run?.origin ?? before
    receipt = Receipt(
      what: what,
      expected: patch.movesLogits ? lossForetold(by: origin, patch.onlyLogit) : nil,
      actual: patch.changesLoss ? lossChange(since: origin, under: loss) : nil
    )
  }

  /// The gradient there was times the change of the logits, of all or of the only one that has changed;
  /// nil where one of them is infinite.
  private func lossForetold(by before: Evaluation, _ only: Int?) -> Double? {
    guard let values = before.gradient else { return nil }
    let gradient = only == nil ? ClassValues(values.all) : values
    var sum = 0.0
    var size = 0.0
    for index in only.map({ $0..<$0 + 1 }) ?? evaluation.logits.indices {
      let new = evaluation.logits[index]
      guard new != before.logits[index] else { continue }
      let part = gradient[index] * (new - before.logits[index])
      guard part.isFinite else { return nil }
      sum += part
      size += abs(part)
    }
    return abs(sum) <= 1e-13 * size ? 0 : sum
  }

  /// How the loss has changed; nil without one, under another than before, or where it stays
  /// infinite.
  private func lossChange(since before: Evaluation, under loss: String) -> Double? {
    guard loss == problem.settings.loss.name, let old = before.loss, let new = evaluation.loss,
      old.isFinite || new.isFinite
    else { return nil }
    return difference(new, old)
  }

  /// Keeps what stood on the screen, unless it was of another row or of other classes than there are
  /// now.
  private mutating func keep(_ before: Evaluation, _ patch: Patch) {
    let isComparable = !patch.changesRows && before.logits.count == problem.classes.count
    previous = isComparable ? before : nil
  }

  mutating func undo() throws(Refusal) {
    stopRun()
    guard let patch = history.popUndo() else { throw Refusal(.nothingToUndo) }
    history.didUndo(try revert(patch, .undone))
  }

  mutating func redo() throws(Refusal) {
    stopRun()
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
    refresh(after: patch, showing: patch.row)
    isSaved = false
    keep(before, patch)
    receipt = Receipt(
      what: what,
      actual: patch.changesRows ? nil : lossChange(since: before, under: loss)
    )
    return inverse
  }
}

extension Patch {
  /// The row that it changes, to be shown when it is undone; where one goes, the one before.
  fileprivate var row: Int? {
    switch self {
    case .logit(_, let row, _), .logits(_, let row), .leftOut(_, _, let row, _),
      .target(_, let row):
      row
    case .insertRow(_, let row): row
    case .removeRow(let row): max(0, row - 1)
    case .settings, .baseline, .subject: nil
    }
  }

  /// Whether it replaces finite logits by finite ones.
  fileprivate var movesLogits: Bool {
    switch self {
    case .logit(let value, _, _): value.isFinite
    case .logits: true
    case .leftOut, .target, .settings, .baseline, .insertRow, .removeRow, .subject: false
    }
  }

  /// Whether a row comes or goes, and so another one than before is shown.
  fileprivate var changesRows: Bool {
    switch self {
    case .insertRow, .removeRow: true
    case .logit, .logits, .leftOut, .target, .settings, .baseline, .subject: false
    }
  }

  /// Whether it may change the loss of the row that is shown.
  fileprivate var changesLoss: Bool {
    if case .baseline = self { false } else { !changesRows }
  }

  var replacesClasses: Bool {
    if case .subject = self { true } else { false }
  }

  /// The one class whose logit it replaces, in one row.
  var onlyLogit: Int? {
    switch self {
    case .logit(_, _, let index), .leftOut(_, _, _, let index): index
    case .logits, .target, .settings, .baseline, .insertRow, .removeRow, .subject: nil
    }
  }

  /// Whether it changes the problem, and of that no more than one row.
  var isOfOneRow: Bool {
    switch self {
    case .logit, .leftOut, .logits, .target: true
    case .settings, .baseline, .insertRow, .removeRow, .subject: false
    }
  }
}
