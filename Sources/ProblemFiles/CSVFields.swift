import SwiftCSV

extension CSVRecords.Record {
  /// The fields, without the quotes around them.
  ///
  /// Where there are no quotes they are what stands between the separators, and only quotes need a
  /// parser.
  func fields(separator: UInt8) throws(FileError) -> [Substring] {
    guard hasQuotes else {
      return text.utf8.split(separator: separator, omittingEmptySubsequences: false)
        .map(Substring.init)
    }
    do {
      // The end of a line lets an empty field at the end count.
      let table = try CSV<Enumerated>(
        string: Self.veiled(text, separator: separator) + "\n",
        delimiter: .character(Character(Unicode.Scalar(separator))),
        loadColumns: false,
        rowLimit: 0
      )
      return table.header.map { Substring(Self.unveiled($0)) }
    } catch {
      throw FileError(line: line, "this is no CSV; check quotes and separators")
    }
  }

  /// Which fields stand in quotes.
  func quotedFields(separator: UInt8) -> Set<Int> {
    var (isOpen, index) = (false, 0)
    var quoted: Set<Int> = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") {
        isOpen.toggle()
        quoted.insert(index)
      } else if byte == separator, !isOpen {
        index += 1
      }
    }
    return quoted
  }

  private static let veil: UInt32 = 0x100

  /// The text with a letter for each byte that the parser would lose.
  ///
  /// It drops blanks in front of a text, and does not see a separator with a combining mark behind it;
  /// a vocabulary holds both.
  private static func veiled(_ text: Substring, separator: UInt8) -> String {
    var veiled = String.UnicodeScalarView()
    for byte in text.utf8 {
      let isSeen =
        (0x21..<0x7F).contains(byte) || byte == separator || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
      veiled.append(isSeen ? Unicode.Scalar(byte) : Unicode.Scalar(veil + UInt32(byte)) ?? " ")
    }
    return String(veiled)
  }

  private static func unveiled(_ text: String) -> String {
    String(
      decoding: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) },
      as: UTF8.self
    )
  }
}
