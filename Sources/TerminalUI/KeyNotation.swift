extension Key {
  /// Every key that is neither a character nor a function key, by the name in its brackets.
  static let names: [(name: String, key: Key)] = [
    ("Space", .character(" ")), ("lt", .character("<")),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("S-Up", .shiftUp), ("S-Down", .shiftDown), ("S-Left", .shiftLeft), ("S-Right", .shiftRight),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Home", .home), ("End", .end),
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("BS", .backspace), ("Del", .delete), ("Ins", .insert),
  ]

  /// A key as it is written in a script: `<Down>`, `<C-r>`, `<F1>`, or the character itself.
  package init?(notation: String) {
    if let key = Self.bracketed(notation) {
      self = key
    } else if notation.count == 1, let character = notation.first, Self.stands(character) {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// The shortest notation that `init(notation:)` reads as this key.
  package var notation: String {
    if let named = Self.names.first(where: { $0.key == self }) { return "<\(named.name)>" }
    return switch self {
    case .control(let letter): "<C-\(letter)>"
    case .function(let number): "<F\(number)>"
    case .character(let character): String(character)
    default: ""
    }
  }

  private static func bracketed(_ notation: String) -> Key? {
    guard notation.first == "<", notation.last == ">", notation.count > 2 else { return nil }
    let name = notation.dropFirst().dropLast().lowercased()
    if let named = names.first(where: { $0.name.lowercased() == name }) { return named.key }
    let rest = name.dropFirst()
    if name.hasPrefix("f"), let number = Int(rest), (1...63).contains(number) {
      return .function(number)
    }
    let letter = rest.dropFirst()
    if name.hasPrefix("c-"), letter.count == 1, let letter = letter.first,
      ("a"..."z").contains(letter)
    {
      return .control(letter)
    }
    return nil
  }

  /// Whether a character can be its own notation.
  private static func stands(_ character: Character) -> Bool {
    character != " " && character != "<"
      && !character.unicodeScalars.contains { $0.isUnprintable && !$0.isDropped }
  }
}

/// A token of a script that is no key.
package struct ScriptError: Error, Hashable, Sendable {
  package let token: String
}

extension Event {
  /// The events of a line such as `] ] <Down> y type:1.5<Enter>`.
  ///
  /// Tokens are parted by blanks; each is one key, or `type:` and the keys of a text.
  package static func script(_ line: String) throws(ScriptError) -> [Event] {
    var events: [Event] = []
    for token in line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) {
      if token.hasPrefix("type:") {
        guard let keys = typed(token.dropFirst("type:".count)) else {
          throw ScriptError(token: String(token))
        }
        events += keys.map(Event.key)
      } else if let key = Key(notation: String(token)) {
        events.append(.key(key))
      } else {
        throw ScriptError(token: String(token))
      }
    }
    return events
  }

  private static func typed(_ text: Substring) -> [Key]? {
    var keys: [Key] = []
    var rest = text
    while let first = rest.first {
      var end = rest.index(after: rest.startIndex)
      if first == "<" {
        guard let close = rest.firstIndex(of: ">") else { return nil }
        end = rest.index(after: close)
      }
      guard let key = Key(notation: String(rest[..<end])) else { return nil }
      keys.append(key)
      rest = rest[end...]
    }
    return keys
  }
}
