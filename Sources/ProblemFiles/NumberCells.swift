import LogitModel

/// Numbers in the cells of a table, which may have blanks around them.
enum NumberCells {
  /// What a word processor makes of a hyphen-minus.
  static let minusSign: Unicode.Scalar = "\u{2212}"

  static func number(_ cell: Substring) throws(FileError) -> Double {
    if let number = try? NumberText.parse(cell) { return number }
    let trimmed = Substring(NumberText.trimmed(cell))
    guard !trimmed.isEmpty else { throw PlainNumbers.missing }
    return try PlainNumbers.number(trimmed)
  }

  /// Whether a person would call it a number, be it one that is refused.
  static func isNumber(_ cell: Substring) -> Bool {
    let scalars = NumberText.trimmed(cell).unicodeScalars.map { $0 == minusSign ? "-" : $0 }
    let text = String(String.UnicodeScalarView(scalars))
    let word = text.drop { "+-".contains($0) }.lowercased()
    if ["nan", "inf", "infinity"].contains(word) { return true }
    do {
      _ = try NumberText.parse(text)
      return true
    } catch {
      return error == .tooLarge
    }
  }

  /// Whether a line is a row and no header: numbers, with a cell left empty at most.
  static func allNumbers(_ cells: [Substring]) -> Bool {
    cells.allSatisfy { isNumber($0) || NumberText.trimmed($0).isEmpty }
      && cells.contains(where: isNumber)
  }
}
