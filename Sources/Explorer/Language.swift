/// A language of the screen.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case en
  case ko

  /// The language that the locale variables ask for, read from their text: `setlocale` fails for
  /// every locale that is not installed, and a bare machine has only C.UTF-8.
  package static func preferred(_ environment: (String) -> String?) -> Language {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap(environment)
      .first { !$0.isEmpty }
    return asked?.lowercased().hasPrefix("ko") == true ? .ko : .en
  }
}
