/// Whether to use colours, as `--color` says it.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether there are colours on an output.
  ///
  /// A choice made on the command line goes before everything; then a non-empty NO_COLOR, CLICOLOR=0 and
  /// CLICOLOR_FORCE in this order; without any of them a terminal is in colour and a file is not.
  package func usesColor(
    isTerminal: Bool,
    environment: (String) -> String? = processEnvironment
  ) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if environment("CLICOLOR") == "0" { return false }
    if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
    return isTerminal
  }
}
