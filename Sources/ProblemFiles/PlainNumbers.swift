import LogitModel

/// Logits as plain numbers: a line is a row, parted by blanks or commas; one number a line is one row.
package enum PlainNumbers {
  static let semicolons = FileError("values are parted by ';'; write ',' between them")
  static let missing = FileError("a number is missing; write -inf for a class left out")

  /// The rows that the lines of a text hold.
  static func rows(
    _ lines: [Substring],
    progress: (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> [[Double]] {
    var rows: [[Double]] = []
    /// The only row, where each line has but one number of it.
    var column: [Double] = []
    var (width, firstLine) = (0, 0)
    for (index, line) in lines.enumerated() where !isBlank(line) {
      do throws(FileError) {
        let row = try self.row(line)
        if firstLine == 0 {
          (width, firstLine) = (row.count, index + 1)
        } else if row.count != width {
          throw FileError(
            "\(row.count) number\(row.count == 1 ? " was" : "s were") found, "
              + "\(width) as line \(firstLine) has were expected"
          )
        }
        if width == 1 { column += row } else { rows.append(row) }
      } catch {
        throw FileError(line: index + 1, error.message)
      }
      progress(ReadingProgress(step: .parsing, done: index + 1, total: lines.count))
    }
    return width == 1 ? [column] : rows
  }

  /// The numbers of one row.
  package static func row(_ text: some StringProtocol) throws(FileError) -> [Double] {
    let text = plain(text)
    let bytes = text.utf8
    var numbers: [Double] = []
    var position = bytes.startIndex
    var isMissing = true
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte != comma && !isBlank(byte) {
        let end = bytes[position...].firstIndex { $0 == comma || isBlank($0) } ?? bytes.endIndex
        numbers.append(try number(text[position..<end]))
        isMissing = false
        position = end
        continue
      }
      if byte == comma {
        guard !isMissing else { throw missing }
        isMissing = true
      }
      position = bytes.index(after: position)
    }
    guard !isMissing else { throw missing }
    return numbers
  }

  private static let comma = UInt8(ascii: ",")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The text with a blank for each kind of blank that takes more than a byte; they are few, and to look
  /// for them between all the numbers would take longer than all the rest.
  private static func plain(_ text: some StringProtocol) -> Substring {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return Substring(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return Substring(String(scalars))
  }

  static func number(_ text: Substring) throws(FileError) -> Double {
    do {
      return try NumberText.parse(text)
    } catch {
      if text.utf8.contains(UInt8(ascii: ";")) { throw semicolons }
      let reason =
        switch error {
        case .notDecimal where text.unicodeScalars.contains(NumberCells.minusSign):
          "has the minus sign U+2212; write - (hyphen-minus)"
        case .notDecimal: "is not a number; write a decimal number or -inf"
        case .tooLarge: "is beyond what a double holds, 1.8e308"
        }
      throw FileError("\(String(text).quoted) \(reason)")
    }
  }

  private static func isBlank(_ line: Substring) -> Bool {
    line.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
