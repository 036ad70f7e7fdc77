import Glibc
import ProblemFiles
import TerminalUI

/// One line on standard error that says how far a long reading has come; it is erased when that ends.
final class ProgressDisplay {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var line = ReadingProgressLine()

  init() {
    start = clock.now
  }

  /// What tells it how far the reading of a file is.
  func of(_ source: String) -> (ReadingProgress) -> Void {
    guard isTerminal else { return { _ in } }
    let name = visible(source)
    return { [self] progress in
      guard let text = line.text(progress, of: name, at: clock.now - start) else { return }
      write("\r\u{1B}[K\(text)")
    }
  }

  func erase() {
    if line.isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    var stream = StandardStream(.error)
    stream.write(text)
    stream.flush()
  }
}
