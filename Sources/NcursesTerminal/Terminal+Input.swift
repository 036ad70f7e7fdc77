import CNcurses
import TerminalUI

extension Terminal {
  /// The next thing that happens, however long that takes; nil when the terminal has gone.
  ///
  /// Within so many milliseconds a tick comes, unless there is input to be read.
  package func next(within milliseconds: Int?) -> Event? {
    let patience = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    var failures = 0
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      takeSignals()
      guard waiting.isEmpty else { continue }
      if readAll() {
        failures = 0
        continue
      }
      switch terminal_wait(input, patience) {
      case SIGNAL_CAME: continue
      case TIME_PASSED: return .tick
      case INPUT_READY where failures < 2: failures += 1
      default: return nil
      }
    }
  }

  /// Closes, and ends the program as SIGINT would: what Ctrl-C does.
  package func interrupt() {
    close()
    terminal_interrupt()
  }

  private func takeSignals() {
    if terminal_take_stop() { suspend(group: false) }
    // After a SIGSTOP, which nobody can catch, the shell has set its own modes.
    if terminal_take_continuation() { resume() }
    // A size that is the same again may have been smaller in between, and rows be lost.
    if terminal_take_resize(), !adoptSize() { repaint() }
  }

  /// Decodes all that ncurses has; false where it has nothing.
  private func readAll() -> Bool {
    var hasRead = false
    while true {
      let value = wgetch(keys)
      if value == ERR { break }
      hasRead = true
      if let byte = UInt8(exactly: value) {
        decoder.read(byte: byte)
      } else {
        decoder.read(code: value)
      }
    }
    decoder.settle()
    waiting += decoder.takeEvents()
    return hasRead
  }
}
