import CNcurses
import TerminalUI

/// The screen and the keyboard, through ncurses; one at a time, and on one thread only.
package final class Terminal {
  package let palette: Palette
  let synchronizesOutput: Bool
  let input: Int32
  private let modes: ModeSequences

  /// Where keys are read: a pad, since reading from a window would first repaint it.
  let keys: UnsafeMutablePointer<WINDOW>
  var decoder = InputDecoder()
  var waiting: [Event] = []
  private var isOpen = true

  /// What a style is to ncurses, worked out once.
  var rendered: [Style: Rendition] = [:]
  /// A glyph on its way to ncurses, kept so that no cell needs an allocation.
  var scalars: [wchar_t] = []

  /// Takes over the terminal on standard output.
  ///
  /// Keys come from standard input, or from the controlling terminal where data came through that.
  package static func open(_ options: TerminalOptions) throws(TerminalError) -> Terminal {
    guard InteractiveTerminal.outputIsTerminal else {
      throw TerminalError(description: "standard output is not a terminal")
    }
    guard let keyboard = keyboard() else {
      throw TerminalError(
        description: "there is no terminal to read keys from: cannot open /dev/tty"
      )
    }
    TerminalLocale.adopt()
    guard terminal_guard_install(STDOUT_FILENO) else {
      throw TerminalError(description: "the terminal's modes cannot be read")
    }
    // The size is asked of the terminal: exported LINES and COLUMNS would hold it still.
    use_env(false)
    use_tioctl(true)
    guard start(keyboard), let keys = newpad(1, 1) else {
      throw TerminalError(
        description: "no description of this terminal is installed; set TERM=xterm or TERM=vt100"
      )
    }
    return Terminal(options, input: fileno(keyboard), keys: keys)
  }

  private static func keyboard() -> UnsafeMutablePointer<FILE>? {
    if InteractiveTerminal.inputIsTerminal { return terminal_input() }
    return fopen("/dev/tty", "re")
  }

  /// Newer terminals are missing from older databases, and are much like xterm.
  private static func start(_ keyboard: UnsafeMutablePointer<FILE>) -> Bool {
    let named = processEnvironment("TERM").flatMap { $0.isEmpty ? nil : $0 }
    return ([named] + ["xterm-256color", "xterm", "vt100"]).contains { name in
      guard let name else { return false }
      return newterm(name, terminal_output(), keyboard) != nil
    }
  }

  private init(_ options: TerminalOptions, input: Int32, keys: UnsafeMutablePointer<WINDOW>) {
    self.input = input
    self.keys = keys
    modes = ModeSequences(
      capability: { name in terminfo_string(name).map { String(cString: $0) } },
      mouse: options.mouse,
      environment: processEnvironment
    )
    synchronizesOutput = modes.synchronizesOutput
    let restore = modes.restore
    terminal_guard_arm(restore, restore.utf8.count)

    // Signals come from other processes alone, so that a paste cannot interrupt or stop the program.
    raw()
    noecho()
    nonl()
    if processEnvironment("ESCDELAY") == nil { set_escdelay(25) }
    // A frame is painted whole, also while keys wait.
    typeahead(-1)
    keypad(keys, true)
    nodelay(keys, true)
    meta(keys, true)
    idlok(curses_screen(), false)
    KeyCodes.define()

    start_color()
    use_default_colors()
    palette = options.palette(colors: Int(curses_color_count()), environment: processEnvironment)
    if palette.depth != .none {
      init_extended_pair(Rendition.ground, -1, -1)
      curses_set_ground(Rendition.ground)
    }
    send(modes.enter)
  }

  deinit { close() }

  package var size: Size {
    Size(width: Int(curses_columns()), height: Int(curses_rows()))
  }

  /// Gives the terminal back as it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
  }

  /// Stops the program as Ctrl-Z does elsewhere, and paints again once it goes on.
  package func suspend() { suspend(group: true) }

  func suspend(group: Bool) {
    guard isOpen else { return }
    leave()
    terminal_stop(group)
    resume()
  }

  /// Takes the terminal over again, whoever had it meanwhile.
  func resume() {
    guard isOpen else { return }
    // First of all: it waits, stopped, for as long as the program is in the background.
    reset_prog_mode()
    let restore = modes.restore
    terminal_guard_arm(restore, restore.utf8.count)
    send(modes.enter)
    if !adoptSize() { repaint() }
  }

  private func leave() {
    send(modes.leave)
    endwin()
    terminal_guard_disarm()
  }

  /// Has the terminal, where it takes OSC 52, put a text onto the clipboard.
  package func copyToClipboard(_ text: String) {
    guard isOpen, modes.understandsPrivateModes else { return }
    send(clipboardSequence(text))
  }

  func send(_ sequence: String) {
    terminal_write(sequence, sequence.utf8.count)
  }

  /// Takes the terminal's size over; false where it has not changed.
  func adoptSize() -> Bool {
    let now = terminal_size(STDOUT_FILENO)
    let (rows, columns) = (Int32(now.ws_row), Int32(now.ws_col))
    guard rows > 0, columns > 0, rows != curses_rows() || columns != curses_columns() else {
      return false
    }
    resize_term(rows, columns)
    clearok(curses_shown_screen(), true)
    waiting.append(.resize(size))
    return true
  }
}
