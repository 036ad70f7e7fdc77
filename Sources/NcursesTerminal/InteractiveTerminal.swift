import CNcurses

/// Whether the program can take over the screen, or has to print instead.
package enum InteractiveTerminal {
  /// True where standard output is a terminal that can place a cursor.
  ///
  /// An unset or unknown TERM counts as such a terminal: `Terminal.open` has one to fall back to.
  package static var isAvailable: Bool {
    isInteractive(outputIsTerminal: outputIsTerminal, environment: processEnvironment)
  }

  package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// False where the program's data come through standard input, so that keys come from elsewhere.
  package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  static func isInteractive(outputIsTerminal: Bool, environment: (String) -> String?) -> Bool {
    outputIsTerminal && environment("TERM") != "dumb"
  }
}
