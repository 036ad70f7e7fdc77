import LogitModel

/// Fields of CSV (RFC 4180) and of its sibling with tabs.
enum CSVText {
  /// The text as a field, in quotes where a reader could take it for something else.
  static func field(_ text: String, separator: Unicode.Scalar = ",") -> String {
    let scalars = text.unicodeScalars
    let isSplit = scalars.contains { ["\"", "\n", "\r", separator].contains($0) }
    // Blanks around a field, and a mark that begins a file, are dropped by many readers.
    let isTrimmed = [scalars.first, scalars.last].contains { edge in
      edge.map { $0.isHidden || $0.properties.isWhitespace } ?? false
    }
    guard isSplit || isTrimmed else { return text }
    return "\"" + text.parts(at: "\"").joined(separator: "\"\"") + "\""
  }
}
