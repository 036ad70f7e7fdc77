/// How a problem is written.
enum InputFormat: Equatable {
  case json, yaml
  case table(separator: UInt8)
  case plainNumbers

  private static let (tab, comma) = (UInt8(ascii: "\t"), UInt8(ascii: ","))

  /// The format of a text: what the name of its file says, else what the content looks like; nil where
  /// there is none.
  static func of(_ text: String, nameExtension: String, hasHeader: Bool) -> InputFormat? {
    guard let lead = firstLine(of: text, where: { _ in true }) else { return nil }
    switch nameExtension {
    case "json": return .json
    case "yaml", "yml": return .yaml
    default: break
    }
    let isTable = ["csv", "tsv"].contains(nameExtension)
    guard isTable || !"{[".unicodeScalars.contains(where: { lead.unicodeScalars.first == $0 })
    else { return .json }
    if !isTable, isYAML(text) { return .yaml }
    let separator = separator(in: lead, nameExtension: nameExtension)
    if hasHeader { return .table(separator: separator ?? comma) }
    guard !isRow(lead) else { return .plainNumbers }
    return separator.map { .table(separator: $0) }
      ?? (isTable ? .table(separator: comma) : .plainNumbers)
  }

  /// The first line that is not blank and fits, without the blanks in front.
  private static func firstLine(of text: String, where fits: (Substring) -> Bool) -> Substring? {
    var rest = text.unicodeScalars[...]
    while true {
      rest = rest.drop(while: \.properties.isWhitespace)
      guard !rest.isEmpty else { return nil }
      let line = rest.prefix { $0 != "\n" && $0 != "\r" }
      if fits(Substring(line)) { return Substring(line) }
      rest = rest[line.endIndex...]
    }
  }

  /// Whether a key of a problem and a colon come first, be it behind comments.
  private static func isYAML(_ text: String) -> Bool {
    guard let line = firstLine(of: text, where: { $0.utf8.first != UInt8(ascii: "#") }) else {
      return false
    }
    return ProblemDraft.keys.contains { line.starts(with: "\($0):") }
  }

  private static func separator(in line: Substring, nameExtension: String) -> UInt8? {
    let known = nameExtension == "csv" ? [comma, tab] : [tab, comma]
    return known.first { line.utf8.contains($0) }
  }

  /// Whether a line is a row of plain numbers, be it one that is refused.
  private static func isRow(_ line: Substring) -> Bool {
    if (try? PlainNumbers.row(line)) != nil { return true }
    let cells = String(line).parts(at: ",").flatMap { part in
      let words = part.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      return words.isEmpty ? [""] : words.map { Substring($0) }
    }
    return NumberCells.allNumbers(cells)
  }
}
