/// How far the reading of a problem has come.
package struct ReadingProgress: Equatable, Sendable {
  package enum Step: Sendable {
    case reading, parsing
  }

  package let step: Step
  /// Bytes.
  package let done: Int
  /// Nil where the end is not known, as in a pipe.
  package let total: Int?

  package init(step: Step, done: Int, total: Int?) {
    self.step = step
    self.done = done
    self.total = total
  }
}

/// When progress is shown, and in what words; the time is told to it.
package struct ReadingProgressLine {
  /// What is done before is not worth a word.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  private var last: Duration?

  package init() {}

  /// Whether there is something to erase at the end.
  package var isShown: Bool { last != nil }

  /// The line to show after so long a time; nil where none is due.
  package mutating func text(_ progress: ReadingProgress, of source: String, at time: Duration)
    -> String?
  {
    guard time >= Self.patience, last.map({ time - $0 >= Self.interval }) ?? true else {
      return nil
    }
    last = time
    switch (progress.step, progress.total) {
    case (.reading, let total?) where total > 0:
      return "\(source): reading, \(progress.done >> 20) of \(total >> 20) MiB"
    case (.reading, _): return "\(source): reading, \(progress.done >> 20) MiB"
    case (.parsing, let total?) where total > 0:
      return "\(source): parsing, \(Int(Double(progress.done) * 100 / Double(total))) %"
    case (.parsing, _): return "\(source): parsing"
    }
  }
}
