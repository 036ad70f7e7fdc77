/// The sequences that ncurses does not send or take back by itself, and those that undo everything.
struct ModeSequences {
  /// Strings of the terminal's description by capability name; nil where it has none.
  let capability: (String) -> String?
  let mouse: Bool
  let environment: (String) -> String?

  /// Terminals that have a mouse understand, or skip, the private modes of xterm; vt100 has neither.
  var understandsPrivateModes: Bool { capability("kmous") != nil }

  /// Whether a frame may be bracketed to appear at once (mode 2026).
  ///
  /// A terminal could be asked, but its answer would come among the keys: its description or its name
  /// has to do. One that does not know the mode would skip it, at the cost of 16 bytes a frame.
  var synchronizesOutput: Bool {
    if capability("Sync") != nil { return true }
    let names = ["alacritty", "contour", "foot", "ghostty", "kitty", "wezterm"]
    let own = [environment("TERM"), environment("TERM_PROGRAM")].compactMap { $0?.lowercased() }
    return understandsPrivateModes && own.contains { own in names.contains { own.contains($0) } }
  }

  static let beginFrame = "\u{1B}[?2026h"
  static let endFrame = "\u{1B}[?2026l"

  private static let bracketedPaste = ["2004"]
  /// Presses and the wheel, drags, and coordinates as decimals, so that they pass column 223.
  private static let mouseReports = ["1000", "1002", "1006"]

  private var modes: [String] {
    guard understandsPrivateModes else { return [] }
    return mouse ? Self.bracketedPaste + Self.mouseReports : Self.bracketedPaste
  }

  var enter: String { modes.map { "\u{1B}[?\($0)h" }.joined() }

  var leave: String { modes.reversed().map { "\u{1B}[?\($0)l" }.joined() }

  /// What gives the terminal back when ncurses cannot: from within a signal's handler.
  ///
  /// CAN comes first, since the signal may have cut another sequence in two.
  var restore: String {
    var sequence = "\u{18}"
    if synchronizesOutput { sequence += Self.endFrame }
    sequence += leave
    for name in ["sgr0", "op", "rmkx", "cnorm"] { sequence += plain(name) ?? "" }
    return sequence + (plain("rmcup") ?? "\r\n")
  }

  /// A capability without its padding (`$<5>`), which only real vt100s wait for.
  private func plain(_ name: String) -> String? {
    guard let value = capability(name) else { return nil }
    var result = ""
    var rest = value[...]
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
