import LogitModel

/// Logits as plain numbers: a line is a row, parted by blanks or commas; one number a line is one row.
package enum PlainNumbers {
  /// The rows that the lines of a text hold.
  static func rows(_ lines: [Substring]) throws(FileError) -> [[Double]] {
    var rows: [[Double]] = []
    var firstLine = 0
    for (index, line) in lines.enumerated() where !isBlank(line) {
      do throws(FileError) {
        let row = try self.row(line)
        if let first = rows.first, first.count != row.count {
          let expected = "\(first.count) as line \(firstLine) has"
          throw FileError(
            "\(row.count) number\(row.count == 1 ? " was" : "s were") found, \(expected) were expected"
          )
        }
        if rows.isEmpty { firstLine = index + 1 }
        rows.append(row)
      } catch {
        throw FileError(line: index + 1, error.message)
      }
    }
    return rows.allSatisfy { $0.count == 1 } ? [rows.flatMap { $0 }] : rows
  }

  /// The numbers of one row.
  package static func row(_ text: some StringProtocol) throws(FileError) -> [Double] {
    var numbers: [Double] = []
    for part in String(text).parts(at: ",") {
      let words = part.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      guard !words.isEmpty else {
        throw FileError("a number is missing; write -inf for a class left out")
      }
      for word in words {
        numbers.append(try number(Substring(word)))
      }
    }
    return numbers
  }

  private static func number(_ text: Substring) throws(FileError) -> Double {
    do {
      return try NumberText.parse(text)
    } catch {
      let reason =
        switch error {
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
