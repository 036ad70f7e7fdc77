import LogitModel
import ProblemFiles

/// A word of a condition, and where it begins.
struct ConditionToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    /// `loss`, `max`, `losses.brier.value`.
    case name(String)
    /// An operator, a relation or a bracket, as ASCII has it.
    case sign(String)
    /// What stands in square brackets.
    case classes([String])
    case end
  }

  let kind: Kind
  /// As it was written.
  let text: String
  /// From 1.
  let column: Int
}

/// Takes a condition apart into words.
struct ConditionScanner {
  /// The longest condition that is read: what is longer is none.
  private static let limit = 500

  private let place: ConditionPlace
  private let scalars: [Unicode.Scalar]
  private var position = 0

  private init(_ place: ConditionPlace) {
    self.place = place
    scalars = Array(place.text.unicodeScalars)
  }

  /// The words, the last of which is the end.
  static func tokens(_ place: ConditionPlace) throws(FileError) -> [ConditionToken] {
    var scanner = ConditionScanner(place)
    guard scanner.scalars.count <= limit else {
      let found = "\(scanner.scalars.count) letters are too many for a condition"
      throw FileError(line: place.line, "\(found); \(limit) is the most")
    }
    var tokens: [ConditionToken] = []
    repeat {
      tokens.append(try scanner.token())
    } while tokens.last?.kind != .end
    return tokens
  }

  private var next: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func token() throws(FileError) -> ConditionToken {
    skipBlanks()
    let start = position
    let kind = try kind()
    return ConditionToken(kind: kind, text: string(start..<position), column: start + 1)
  }

  private mutating func kind() throws(FileError) -> ConditionToken.Kind {
    guard let scalar = next else { return .end }
    if Self.isLetter(scalar) { return .name(name()) }
    if Self.isDigit(scalar) || scalar == "." { return .number(try number()) }
    if scalar == "[" { return .classes(try classes()) }
    return .sign(try sign(scalar))
  }

  private mutating func skipBlanks() {
    skip(while: \.properties.isWhitespace)
  }

  private mutating func skip(while isWanted: (Unicode.Scalar) -> Bool) {
    while let scalar = next, isWanted(scalar) { position += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }

  /// Letters, digits and underscores, in parts behind points.
  private mutating func name() -> String {
    let start = position
    repeat {
      position += 1
      skip { Self.isLetter($0) || Self.isDigit($0) }
    } while next == "." && position + 1 < scalars.count && Self.isLetter(scalars[position + 1])
    return string(start..<position)
  }

  // MARK: Numbers and signs

  private mutating func number() throws(FileError) -> Double {
    let start = position
    skip(while: Self.isDigit)
    if next == "." {
      position += 1
      skip(while: Self.isDigit)
    }
    skipExponent()
    let text = string(start..<position)
    do {
      return try NumberText.parse(text.map { $0 == "−" ? "-" : String($0) }.joined())
    } catch {
      let reason =
        switch error {
        case .notDecimal: "is not a number"
        case .tooLarge: "is beyond what a double holds, 1.8e308"
        }
      throw place.error(at: start + 1, "\(text.quoted) \(reason)")
    }
  }

  /// The e is one of an exponent only where digits follow.
  private mutating func skipExponent() {
    guard next == "e" || next == "E" else { return }
    let start = position
    position += 1
    if let sign = next, "+-−".unicodeScalars.contains(sign) { position += 1 }
    guard let digit = next, Self.isDigit(digit) else {
      position = start
      return
    }
    skip(while: Self.isDigit)
  }

  private static let signs: [Unicode.Scalar: String] = [
    "+": "+", "-": "-", "−": "-", "*": "*", "·": "*", "⋅": "*", "×": "*", "/": "/", "(": "(",
    ")": ")", "|": "|", "<": "<", ">": ">", "=": "=", "≤": "<=", "≥": ">=", "≠": "!=",
  ]

  private mutating func sign(_ scalar: Unicode.Scalar) throws(FileError) -> String {
    position += 1
    if next == "=", "<>!".unicodeScalars.contains(scalar) {
      position += 1
      return String(scalar) + "="
    }
    guard let sign = Self.signs[scalar] else {
      throw place.error(at: position, "\(String(scalar).quoted) has no meaning in a condition")
    }
    return sign
  }

  // MARK: Classes

  /// Names or indices between square brackets, parted by commas; one that holds either stands in
  /// double quotes.
  private mutating func classes() throws(FileError) -> [String] {
    let open = position + 1
    var names: [String] = []
    repeat {
      position += 1
      let name = className()
      guard let end = next, end == "," || end == "]" else {
        throw place.error(at: open, "the bracket [ is not closed with ]")
      }
      guard !name.isEmpty else {
        throw place.error(at: position + 1, "a class is missing; write a name or an index")
      }
      names.append(name)
    } while next == ","
    position += 1
    return names
  }

  private mutating func className() -> String {
    skipBlanks()
    let isQuoted = next == "\""
    if isQuoted { position += 1 }
    let start = position
    skip { isQuoted ? $0 != "\"" : $0 != "," && $0 != "]" }
    var end = position
    if isQuoted {
      if next == "\"" { position += 1 }
      skipBlanks()
    } else {
      while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    }
    return string(start..<end)
  }
}

/// A condition's text and the line on which it stands, for messages.
struct ConditionPlace {
  let text: String
  let line: Int

  func error(at column: Int, _ message: String) -> FileError {
    FileError(line: line, "column \(column) of \(text.quoted): \(message)")
  }
}
