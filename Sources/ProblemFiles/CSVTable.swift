import LogitModel

/// A table of logits: the names of the classes in its first line, a row of logits in each other.
///
/// Columns named `target`, `title` and `id` may stand anywhere.
struct CSVTable {
  private enum Column: String {
    case logit, target, title, id
  }

  private let separator: UInt8
  private let columns: [Column]
  private let headerLine: Int?
  private let names: [String]

  /// The draft that a text makes; a first line of numbers alone is a row, unless it is said to be a header.
  static func draft(
    _ text: String,
    separator: UInt8,
    hasHeader: Bool,
    progress: (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> ProblemDraft {
    var records = CSVRecords(text, separator: separator)
    guard let first = try records.next() else { throw FileError("there are only blank lines") }
    let fields = try first.fields(separator: separator)
    let isHeader = hasHeader || !NumberCells.allNumbers(fields)
    if isHeader { try checkNames(fields, of: first, separator: separator) }
    let table = try CSVTable(fields, isHeader ? first.line : nil, separator: separator)
    var rows = Rows()
    if !isHeader { try table.add(first, to: &rows) }
    let total = text.utf8.count
    while let record = try records.next() {
      try table.add(record, to: &rows)
      progress(ReadingProgress(step: .parsing, done: records.done, total: total))
    }
    guard !rows.logits.isEmpty else {
      throw FileError(line: first.line, Self.rowless(fields))
    }
    return table.draft(rows)
  }

  private static func rowless(_ fields: [Substring]) -> String {
    let name = fields.first { !NumberCells.isNumber($0) }
    let reason = name.map { ", as \(String($0).quoted) is no number" } ?? ""
    return "it is a header\(reason), and no row of logits follows; add one"
  }

  /// Refuses what nearly names a column and would be a class, unless quotes say that it is meant as it stands.
  private static func checkNames(
    _ fields: [Substring],
    of header: CSVRecords.Record,
    separator: UInt8
  ) throws(FileError) {
    let near = fields.indices.filter { index in
      let name = named(fields[index])
      return fields[index] != name && [.target, .title, .id].contains(Column(rawValue: name))
    }
    guard !near.isEmpty else { return }
    let quoted = header.quotedFields(separator: separator)
    guard let index = near.first(where: { !quoted.contains($0) }) else { return }
    throw FileError(
      line: header.line,
      "column \(index) is \(String(fields[index]).quoted); write \(named(fields[index]).quoted), "
        + "or put it in quotes if it is a class"
    )
  }

  private static func named(_ field: Substring) -> String {
    NumberText.trimmed(field).lowercased()
  }

  private init(_ fields: [Substring], _ line: Int?, separator: UInt8) throws(FileError) {
    self.separator = separator
    headerLine = line
    guard let line else {
      columns = Array(repeating: .logit, count: fields.count)
      names = []
      return
    }
    columns = fields.map { Column(rawValue: String($0)) ?? .logit }
    for column in [Column.target, .title, .id] where columns.count(where: { $0 == column }) > 1 {
      throw FileError(
        line: line,
        "the column \(column.rawValue.quoted) stands twice; keep one, and name classes with --classes-file"
      )
    }
    if let index = fields.firstIndex(where: \.isEmpty) {
      throw FileError(
        line: line,
        "column \(index) has no name; give it one, or name it 'id' if it only numbers the rows"
      )
    }
    if let name = fields.first, fields.count == 1, name.utf8.contains(UInt8(ascii: ";")) {
      throw FileError(line: line, PlainNumbers.semicolons.message)
    }
    names = zip(fields, columns).filter { $1 == .logit }.map { String($0.0) }
  }

  /// The rows as they are read.
  private struct Rows {
    var logits: [[Double]] = []
    var targets: [ProblemDraft.Answer] = []
    var title: String?
    var titlesAgree = true
  }

  private func add(_ record: CSVRecords.Record, to rows: inout Rows) throws(FileError) {
    let fields = try record.fields(separator: separator)
    guard fields.count == columns.count else {
      throw FileError(
        line: record.line,
        "\(fields.count) value\(fields.count == 1 ? " was" : "s were") found, "
          + "\(columns.count) as line \(headerLine ?? 1) has were expected"
      )
    }
    var logits: [Double] = []
    logits.reserveCapacity(columns.count)
    for (field, column) in zip(fields, columns) {
      switch column {
      case .logit:
        do {
          logits.append(try NumberCells.number(field))
        } catch {
          let index = logits.count
          let name = names.isEmpty ? "" : " \(names[index].quoted)"
          throw FileError(line: record.line, "class\(name) (\(index)): \(error.message)")
        }
      case .target: rows.targets.append(field.isEmpty ? .none : .text(String(field)))
      case .title:
        rows.titlesAgree = rows.titlesAgree && rows.title.map { $0 == field } ?? true
        rows.title = String(field)
      case .id: break
      }
    }
    rows.logits.append(logits)
  }

  private func draft(_ rows: Rows) -> ProblemDraft {
    var draft = ProblemDraft()
    draft.classes = headerLine == nil ? nil : names
    draft.scores = .logits(rows.logits)
    draft.targets = columns.contains(.target) ? rows.targets : nil
    // A problem has one title, its rows have none.
    draft.title = rows.titlesAgree ? rows.title : nil
    return draft
  }
}
