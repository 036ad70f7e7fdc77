/// Doubles as files write them: the shortest decimal text that reads back the same.
package enum NumberText {
  /// The number as JSON takes it; what is no number there stands as a string.
  package static func json(_ value: Double) -> String {
    value.isFinite ? plain(value) : "\"\(plain(value))\""
  }

  /// The number in plain text: `0.1`, `2`, `1e-30`, `-inf`, `nan`.
  package static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A decimal number or `-inf`, as people and programs write logits.
  ///
  /// `Double.init` takes hexadecimal numbers, `nan(0x1)` and `infinity` too, and turns 1e999 into an infinity;
  /// none of these is meant where a logit is.
  package static func parse(_ text: some StringProtocol) throws(FileError) -> Double {
    if text == "-inf" { return -.infinity }
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(String(text)) else {
      throw FileError("\(String(text).quoted) is not a number; write a decimal number or -inf")
    }
    guard number.isFinite else {
      throw FileError("\(String(text).quoted) is beyond what a double holds, 1.8e308")
    }
    return number
  }
}
