import LogitModel

/// The texts of which fields are made.
enum StateCodeText {
  static func number(_ text: some StringProtocol, in field: String) throws(StateCodeError) -> Double
  {
    do {
      return try NumberText.parse(text)
    } catch {
      throw .wrongField(field, text: String(text), expected: "a number")
    }
  }

  static func integer(
    _ text: some StringProtocol,
    in field: String,
    from range: Range<Int>
  ) throws(StateCodeError) -> Int {
    guard let number = Int(String(text)), range.contains(number) else {
      throw .wrongField(
        field,
        text: String(text),
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound - 1)"
      )
    }
    return number
  }

  /// Text as letters, digits and `. _ -`, all other bytes of its UTF-8 as %XX.
  static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  static func decode(_ text: some StringProtocol, in field: String) throws(StateCodeError) -> String
  {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if isPlain(byte) {
        bytes.append(byte)
      } else if byte == UInt8(ascii: "%"), let high = rest.popFirst().flatMap(hexValue),
        let low = rest.popFirst().flatMap(hexValue)
      {
        bytes.append(high << 4 | low)
      } else {
        throw .wrongField(field, text: String(text), expected: "percent-encoded text")
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw .wrongField(field, text: String(text), expected: "UTF-8")
    }
    return decoded
  }

  /// Whether it stands for itself, in a code and in a shell.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte.isDigit || "._-".utf8.contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        && (0x41..<0x7B).contains(byte)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
