import CNcurses

/// The character encoding of the terminal, which is all that is taken from the C library's locale:
/// numbers are never written by it.
package enum TerminalLocale {
  /// Sets the C library's encoding from the environment; true where it is UTF-8.
  ///
  /// Of a locale that is not installed only the encoding is wanted, and C.UTF-8 has that.
  @discardableResult
  package static func adopt(environment: (String) -> String? = processEnvironment) -> Bool {
    let adopted = setlocale(LC_CTYPE, "") != nil
    if !adopted && namesUTF8(environment) { setlocale(LC_CTYPE, "C.UTF-8") }
    return isUTF8(String(cString: locale_codeset()))
  }

  /// Whether the variable that decides the encoding, the first one that is not empty, says UTF-8.
  static func namesUTF8(_ environment: (String) -> String?) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      guard let codeset = value.split(separator: ".", maxSplits: 1).dropFirst().first else {
        return false
      }
      return isUTF8(codeset.prefix { $0 != "@" })
    }
    return false
  }

  private static func isUTF8(_ codeset: some StringProtocol) -> Bool {
    ["utf-8", "utf8"].contains(codeset.lowercased())
  }
}
