/// A page in mdoc(7), line by line.
struct Mdoc {
  private static let width = 80

  private var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// A macro with its words, each as it is typed.
  mutating func macro(_ name: String, _ words: String...) {
    macro(name, words)
  }

  mutating func macro(_ name: String, _ words: [String]) {
    lines.append((["." + name] + words).joined(separator: " "))
  }

  /// Running text.
  ///
  /// A sentence begins a line, so that a formatter can part them as it does, and no line is long. What is typed has
  /// no hyphens, but minus signs, and is not broken.
  mutating func write(_ text: String, isTyped: Bool = false) {
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let shown = isTyped ? "\\%" + Self.typed(word) : Self.prose(word)
      // "of." before a capital ends a sentence, "e.g." before a small letter does not.
      let isEnd = line.last.map { ".!?".contains($0) } == true && word.first?.isLowercase == false
      if isEnd || line.utf8.count + shown.utf8.count >= Self.width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + shown
    }
    if !line.isEmpty { lines.append(line) }
  }

  /// Lines as they are.
  mutating func writeVerbatim(_ text: [String]) {
    macro("Bd", "-literal")
    lines += text.map(Self.typed)
    macro("Ed")
  }

  /// A list of heads, as wide as a text, with what they mean.
  mutating func beginList(width: String = "examples", isCompact: Bool = false) {
    macro("Bl", ["-tag", "-width", "\"\(width)\""] + (isCompact ? ["-compact"] : []))
  }

  mutating func endList() {
    macro("El")
  }
}

extension Mdoc {
  /// What is typed: a hyphen in it is a minus, or it could not be copied from the page.
  static func typed(_ text: some StringProtocol) -> String {
    guarded(text.map { $0 == "-" ? "\\-" : escaped($0) }.joined())
  }

  /// What is typed, as one word of a macro, and not taken for a macro or a delimiter itself.
  static func word(_ text: some StringProtocol) -> String {
    let typed = typed(text)
    let mayBeMacro = text.count <= 3 && text.first?.isUppercase == true
    let isSign = text.allSatisfy { $0.isPunctuation || $0.isSymbol } && !typed.hasPrefix("\\")
    let endsAsDelimiter = text.last.map { ".,:;!?)]|".contains($0) } == true
    return (mayBeMacro || isSign ? "\\&" : "") + typed + (endsAsDelimiter ? "\\&" : "")
  }

  /// A word of running text, in which only an option or a number begins with a minus.
  private static func prose(_ word: Substring) -> String {
    let bare = word.drop { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return bare.first == "-" ? typed(word) : guarded(word.map(escaped).joined())
  }

  /// A line that begins so would be a request.
  private static func guarded(_ text: String) -> String {
    text.hasPrefix(".") ? "\\&" + text : text
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": "\\e"
    case "'": "\\(aq"
    case "\"": "\\(dq"
    case "~": "\\(ti"
    case "^": "\\(ha"
    case "`": "\\(ga"
    default:
      character.isASCII
        ? String(character)
        : character.unicodeScalars.map { "\\[u\(hexadecimal($0))]" }.joined()
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
