import LogitModel

/// Texts and numbers as they stand in files that a person or a compiler reads.
enum SourceText {
  /// A text in double quotes, as both Python and YAML read it: one line, and all of it can be seen.
  static func quoted(_ text: String) -> String {
    quoted(text) { scalar in
      scalar.value > 0xFFFF ? "\\U" + scalar.code(digits: 8) : "\\u" + scalar.code(digits: 4)
    }
  }

  /// A text in double quotes, as Swift reads it.
  static func swiftQuoted(_ text: String) -> String {
    quoted(text) { "\\u{\($0.code(digits: 1))}" }
  }

  /// A text on one line, where nothing but the line's end would end it.
  static func comment(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line += scalar.isHidden ? "\\u{\(scalar.code(digits: 1))}" : String(scalar)
    }
    return line
  }

  private static func quoted(_ text: String, escape: (Unicode.Scalar) -> String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.isHidden: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Whether it cannot be seen, or changes how the text around it is seen.
  var isHidden: Bool {
    if isASCII, (0x20..<0x7F).contains(value) { return false }
    let category = properties.generalCategory
    return [.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
      || properties.isNoncharacterCodePoint
  }

  /// Its number in hexadecimal digits, at least so many.
  func code(digits: Int) -> String {
    let code = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - code.count)) + code
  }
}

extension NumberText {
  /// The number as Python takes it for one with a point, not for a whole one.
  static func python(_ value: Double) -> String {
    let text = plain(value)
    let isWhole = text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "e") }
    return isWhole && value.isFinite ? text + ".0" : text
  }

  /// The number as Swift takes it where a `Double` is expected.
  static func swift(_ value: Double) -> String {
    value == -.infinity ? "-.infinity" : plain(value)
  }
}
