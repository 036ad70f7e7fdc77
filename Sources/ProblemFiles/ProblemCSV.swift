import LogitModel

/// A problem as CSV or, parted by tabs, TSV: class names, logits and targets, and none of its settings.
///
/// The header has the names of the classes, each line below a row of logits; a last column `target` has the
/// name of the row's class, or its index where the name would mean another.
package struct ProblemCSV {
  /// What cannot be said in it.
  package enum Refusal: Error, Equatable, Sendable {
    case distribution
    /// A class is named as one of the other columns are, or a target cannot be told from another.
    case names
  }

  private static let otherColumns = ["target", "title", "id"]

  private let problem: Problem
  private let separator: String
  /// None where every row is without.
  private let targets: [String]?
  private let hasHeader: Bool

  /// The separator is a comma or a tab.
  package init(_ problem: Problem, separator: Unicode.Scalar) throws(Refusal) {
    self.problem = problem
    self.separator = String(separator)
    targets = try Self.targets(of: problem)
    hasHeader = try Self.needsHeader(problem, beside: targets)
  }

  package func write(to output: inout some TextOutputStream) {
    if hasHeader { line(Array(problem.classes), "target", to: &output) }
    for (row, logits) in problem.logits.enumerated() {
      line(logits.map(NumberText.plain), targets?[row], to: &output)
    }
  }

  private func line(_ texts: [String], _ target: String?, to output: inout some TextOutputStream) {
    let last = targets == nil ? [] : [target ?? ""]
    let separator = separator.unicodeScalars.first ?? ","
    let fields = (texts + last).map { CSVText.field($0, separator: separator) }
    output.write(fields.joined(separator: self.separator) + "\n")
  }

  /// The targets as texts that are read as an exact name first, then as an index.
  private static func targets(of problem: Problem) throws(Refusal) -> [String]? {
    guard problem.targets.contains(where: { $0 != nil }) else { return nil }
    let ways = problem.targets.map { target -> [String] in
      guard case .index(let index) = target else { return [] }
      let name = problem.classes.indices.contains(index) ? problem.classes[index] : ""
      return [NumberText.trimmed(name), String(index)]
    }
    let classes = problem.classes
    let answers = ways.joined().map { ProblemDraft.Answer.text($0) }
    let lookup = ClassLookup(classes.given, count: classes.count, for: answers)
    var texts: [String] = []
    for (target, ways) in zip(problem.targets, ways) {
      switch target {
      case nil: texts.append("")
      case .distribution: throw .distribution
      case .index(let index):
        let text = ways.first { text in
          !text.isEmpty && (try? lookup.target(.text(text))) == .index(index)
        }
        guard let text else { throw .names }
        texts.append(text)
      }
    }
    return texts
  }

  /// A first line of numbers alone would be read as logits, and is left out where the names are the default.
  private static func needsHeader(
    _ problem: Problem,
    beside targets: [String]?
  ) throws(Refusal) -> Bool {
    let isOther = problem.classes.contains {
      otherColumns.contains(NumberText.trimmed($0).lowercased())
    }
    if isOther { throw .names }
    let isNumbers = problem.classes.allSatisfy {
      (try? NumberText.parse(NumberText.trimmed($0))) != nil
    }
    guard targets == nil, isNumbers else { return true }
    guard problem.classes == ClassNames(numbered: problem.classes.count) else { throw .names }
    return false
  }
}
