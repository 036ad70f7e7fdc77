/// Numbers as people and programs write them.
package enum NumberText {
  /// Why a text is no number.
  package enum Fault: Error, Equatable {
    case notDecimal
    /// Beyond what a double holds, 1.8e308.
    case tooLarge
  }

  /// The shortest decimal text that reads back as the same bits: `0.1`, `2`, `1e-30`, `-inf`, `nan`.
  package static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A finite decimal number or `-inf`.
  ///
  /// `Double.init` takes hexadecimal numbers, `nan(0x1)` and `infinity` too, and turns 1e999 into an
  /// infinity; none of these is meant where a logit is.
  package static func parse(_ text: some StringProtocol) throws(Fault) -> Double {
    try parse(Substring(text))
  }

  /// The same for the millions of a file: what is generic is not made for its type in another module,
  /// and takes five times as long.
  package static func parse(_ text: Substring) throws(Fault) -> Double {
    if text == "-inf" { return -.infinity }
    let isDecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, let number = Double(text) else { throw .notDecimal }
    guard number.isFinite else { throw .tooLarge }
    return number
  }

  /// The text without the blanks around it.
  package static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = String(text).unicodeScalars
    let from = scalars.drop(while: \.properties.isWhitespace)
    let end = from.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(from[...$0]) } ?? ""
  }
}
