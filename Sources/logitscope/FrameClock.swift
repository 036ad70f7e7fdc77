import TerminalUI

/// When the next frame of what moves by itself is due; never, where nothing does.
struct FrameClock {
  /// About 30 frames a second.
  private static let interval = Duration.milliseconds(33)

  private var due: ContinuousClock.Instant?

  /// How long to wait for input before the frame; nil for as long as it takes.
  var millisecondsLeft: Int? {
    guard let due else { return nil }
    let left = ContinuousClock.now.duration(to: due)
    return max(0, Int((left / .milliseconds(1)).rounded(.up)))
  }

  /// Whether the frame is a whole one late: input that never ends, as of keys faster than they are drawn,
  /// then lets it pass once.
  var isLate: Bool {
    guard let due else { return false }
    return ContinuousClock.now > due + Self.interval
  }

  /// Takes note of an event that has been shown.
  ///
  /// Frames are counted from the one before, whatever keys come between: held down, they would put
  /// it off for ever.
  mutating func pass(_ event: Event, isRunning: Bool) {
    let now = ContinuousClock.now
    if !isRunning {
      due = nil
    } else if let last = due {
      // A frame that came late, or took long, does not have the others hurry after it.
      if event == .tick { due = max(now, last + Self.interval) }
    } else {
      due = now + Self.interval
    }
  }
}
