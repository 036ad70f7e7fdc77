import LogitModel
import TerminalUI

/// Gradient descent that goes on with every tick.
struct Run: Equatable, Sendable {
  /// How things stood when it began.
  let origin: Evaluation
  var steps = 0
}

extension State {
  /// How many steps of the path lead to the present; nil where it leads elsewhere.
  var descentPlace: Int? { descent?.place(of: problem, row: row, rate: rate) }

  /// The path where it leads to the present.
  var presentDescent: Descent? { descentPlace == nil ? nil : descent?.descent }

  mutating func setRate(_ rate: Double) throws(Refusal) {
    guard rate > 0, rate.isFinite else { throw Refusal(.rateOutOfRange) }
    stopRun()
    self.rate = rate
    message = .rateIs(rate)
  }

  /// Takes one step, as an edit of its own.
  mutating func descend() throws(Refusal) {
    stopRun()
    let rate = rate
    try takeStep { .stepTaken($0, rate: rate) }
  }

  /// Begins a run with its first step, or ends it; all its steps are one edit.
  mutating func toggleRun() throws(Refusal) {
    guard run == nil else { return stopRun() }
    run = Run(origin: evaluation)
    history.beginJoining()
    do {
      try runOn()
    } catch {
      stopRun()
      throw error
    }
    if !Layout(self).panels.isEmpty { panel = .descent }
  }

  /// Goes on with a run; without one a tick is nothing.
  mutating func tick() {
    guard run != nil else { return }
    do {
      try runOn()
    } catch {
      stopRun()
      message = error.reason
    }
  }

  /// Ends a run; what is edited next is a step of its own.
  mutating func stopRun() {
    guard run != nil else { return }
    run = nil
    history.endJoining()
  }

  private mutating func runOn() throws(Refusal) {
    guard let steps = run?.steps else { return }
    try takeStep { _ in .ran(steps + 1) }
    run?.steps += 1
    // Everything moves: nothing stands out.
    previous = nil
  }

  private mutating func takeStep(_ what: (Int) -> Phrase) throws(Refusal) {
    let next: (path: DescentPath, place: Int, logits: [Double])
    do {
      next = try nextStep()
    } catch {
      throw Refusal(error)
    }
    // A run of any length is bounded as its path is.
    guard next.place > 1 || (run?.steps ?? 0) == 0 else { throw Refusal(.pathIsFull) }
    try edit(.logits(next.logits, row: row), what(next.place), running: run != nil)
    descent = next.path
  }

  /// One step along the path, or the first of a new one where the path is full or does not lead to the
  /// present.
  private func nextStep() throws(DescentError) -> (path: DescentPath, place: Int, logits: [Double])
  {
    if var path = descent, let place = descentPlace {
      if place < path.descent.steps {
        // After an undo the path already goes on: the same step leads along it.
        return (path, place + 1, try Descent(problem, row: row, rate: rate).next())
      }
      if !path.isFull {
        try path.step()
        return (path, place + 1, path.descent.runner.logits)
      }
    }
    var path = try DescentPath(problem, row: row, rate: rate)
    try path.step()
    return (path, 1, path.descent.runner.logits)
  }
}
