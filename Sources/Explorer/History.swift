/// The edits that can be taken back and brought again, in bounded memory.
struct History: Equatable, Sendable {
  /// Bytes kept, about; the oldest edits are forgotten beyond it.
  static let limit = 64 << 20

  private var undone: [Patch] = []
  private var done: [Patch] = []
  private var cost = 0
  private var joining = Joining.off

  /// Whether the edits that come are one step together.
  private enum Joining {
    case off
    /// The next edit opens the step, those after it join.
    case first
    case rest
  }

  /// Makes one step of the edits from now on, which must all replace the same thing: what the first
  /// of them replaced then takes them all back.
  mutating func beginJoining() { joining = .first }

  mutating func endJoining() { joining = .off }

  /// Keeps what takes an edit back.
  mutating func record(_ inverse: Patch) {
    cost -= undone.reduce(0) { $0 + $1.cost }
    undone.removeAll()
    guard joining != .rest else { return }
    if joining == .first { joining = .rest }
    push(inverse)
  }

  /// The patch that takes the last edit back; its own inverse goes to `didUndo`.
  mutating func popUndo() -> Patch? { taken(done.popLast()) }

  /// The patch that brings the last edit again; its own inverse goes to `didRedo`.
  mutating func popRedo() -> Patch? { taken(undone.popLast()) }

  mutating func didUndo(_ inverse: Patch) {
    undone.append(inverse)
    cost += inverse.cost
  }

  mutating func didRedo(_ inverse: Patch) { push(inverse) }

  private mutating func push(_ patch: Patch) {
    done.append(patch)
    cost += patch.cost
    // The newest edit stays whatever it weighs.
    var excess = 0
    while cost > Self.limit, excess < done.count - 1 {
      cost -= done[excess].cost
      excess += 1
    }
    done.removeFirst(excess)
  }

  private mutating func taken(_ patch: Patch?) -> Patch? {
    cost -= patch?.cost ?? 0
    return patch
  }
}
