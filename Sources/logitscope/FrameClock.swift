import TerminalUI

/// When the next frame of what moves by itself is due; never, where nothing does.
struct FrameClock {
  private var interval: Duration?
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
    guard let due, let interval else { return false }
    return ContinuousClock.now > due + interval
  }

  /// Starts anew, once the first screen is shown.
  init(interval: Duration?) {
    start(interval)
  }

  /// Takes note of an event that has been shown.
  ///
  /// Frames are counted from the one before, whatever keys come between: held down, they would put
  /// it off for ever.
  mutating func pass(_ event: Event, interval: Duration?) {
    if interval != self.interval {
      start(interval)
    } else if let due, let interval, event == .tick {
      // A frame that came late, or took long, does not have the others hurry after it.
      self.due = max(ContinuousClock.now, due + interval)
    }
  }

  private mutating func start(_ interval: Duration?) {
    self.interval = interval
    due = interval.map { ContinuousClock.now + $0 }
  }
}
