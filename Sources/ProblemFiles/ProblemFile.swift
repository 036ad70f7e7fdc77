import LogitModel

/// A problem as a file: JSON, YAML, CSV, plain numbers or .npy in, JSON out.
package enum ProblemFile {
  /// What the parser takes in a second, as it cannot say how far it is; it fills a dozen times as much.
  package static let yamlLimit = 4 << 20

  /// The problem of a file, where nothing overrides it.
  package static func problem(
    _ input: consuming InputBytes,
    overriddenBy options: ProblemDraft = ProblemDraft(),
    hasHeader: Bool = false,
    progress: @escaping (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> Problem {
    let source = input.source
    let said = try draft(input, hasHeader: hasHeader, progress: progress)
    var draft = said
    draft.override(with: options)
    do {
      return try draft.problem()
    } catch {
      // What is already wrong without the options is said of the file.
      let isOfFile = said.refusal == error
      throw FileError(source: isOfFile ? source : error.source, error.message)
    }
  }

  /// What the file says.
  private static func draft(
    _ input: consuming InputBytes,
    hasHeader: Bool,
    progress: @escaping (ReadingProgress) -> Void
  ) throws(FileError) -> ProblemDraft {
    let (source, nameExtension) = (input.source, input.nameExtension)
    do throws(FileError) {
      if try isArray(input) {
        try refuse(hasHeader)
        var draft = ProblemDraft()
        draft.scores = .logits(try NPYArray(input.bytes).rows(progress: progress))
        return draft
      }
      let text = try InputText(input)
      let format = InputFormat.of(text.text, nameExtension: nameExtension, hasHeader: hasHeader)
      return try draft(text, format, hasHeader: hasHeader, progress: progress)
    } catch {
      throw FileError(source: source, line: error.line, error.message)
    }
  }

  /// Whether it is an array; what is meant to be one and is none is refused.
  private static func isArray(_ input: borrowing InputBytes) throws(FileError) -> Bool {
    let bytes = input.bytes
    guard !bytes.isEmpty else { throw empty }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw FileError("it is an archive, as .npz and .pt are; save one array with numpy.save")
    }
    return input.nameExtension == "npy" || bytes.starts(with: NPYHeader.magic.prefix(2))
  }

  private static let empty = FileError(
    "it is empty; give logits as JSON, YAML, CSV, plain numbers or .npy"
  )

  private static func refuse(_ hasHeader: Bool) throws(FileError) {
    guard hasHeader else { return }
    throw FileError("--header is for CSV and TSV; leave it out")
  }

  private static func draft(
    _ text: InputText,
    _ format: InputFormat?,
    hasHeader: Bool,
    progress: @escaping (ReadingProgress) -> Void
  ) throws(FileError) -> ProblemDraft {
    guard let format else { throw empty }
    if case .table(let separator) = format {
      return try CSVTable.draft(
        text.text,
        separator: separator,
        hasHeader: hasHeader,
        progress: progress
      )
    }
    try refuse(hasHeader)
    switch format {
    case .json: return try ProblemDraft(try JSONReader.read(text.text, progress: progress))
    case .yaml:
      guard text.text.utf8.count <= yamlLimit else {
        throw FileError("more than \(yamlLimit >> 20) MiB of YAML; save it as JSON, CSV or .npy")
      }
      return try ProblemDraft(try YAMLReader.read(text.text, hidden: true))
    default:
      var draft = ProblemDraft()
      draft.scores = .logits(try PlainNumbers.rows(text.lines, progress: progress))
      return draft
    }
  }

  /// Targets alone, as `numpy.save` writes them.
  package static func targets(
    _ input: consuming InputBytes
  ) throws(FileError) -> [ProblemDraft.Answer] {
    let source = input.source
    do {
      return try NPYArray(input.bytes).targets()
    } catch {
      throw FileError(source: source, error.message)
    }
  }

  /// Class names, one a line.
  ///
  /// A vocabulary has names with a carriage return in them, so that ends lines only where it stands
  /// at the end of each.
  package static func classes(_ input: InputText) -> [String] {
    let bytes = input.text.utf8
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines = bytes.split(separator: feed, omittingEmptySubsequences: false)
    let last = lines.popLast()
    let endsInReturns = !lines.isEmpty && lines.allSatisfy { $0.last == carriageReturn }
    if endsInReturns { lines = lines.map { $0.dropLast() } }
    if let last, !last.isEmpty { lines.append(last) }
    return lines.map { String(Substring($0)) }
  }

  /// The problem as JSON that reads back equal.
  package static func write(_ problem: Problem, to output: inout some TextOutputStream) {
    JSONValue.object(members(of: problem)).write(to: &output)
    output.write("\n")
  }

  /// Whether YAML holds the problem's texts as they are: the reader of YAML drops a byte order mark before a text.
  package static func isYAML(_ problem: Problem) -> Bool {
    !([problem.title] + problem.classes).contains { $0.unicodeScalars.first == "\u{FEFF}" }
  }

  /// Whether the problem as YAML is no longer than what is read.
  package static func fitsYAML(_ problem: Problem) -> Bool {
    // A number takes two bytes at least, and to write millions of them takes long.
    guard problem.logits.count * problem.classes.count <= yamlLimit / 2 else { return false }
    var length = TextLength()
    writeYAML(problem, to: &length)
    return length.bytes <= yamlLimit
  }

  /// How long a text would be.
  private struct TextLength: TextOutputStream {
    var bytes = 0

    mutating func write(_ text: String) { bytes += text.utf8.count }
  }

  /// The problem as YAML that reads back equal: the same keys, a row of logits a line.
  package static func writeYAML(_ problem: Problem, to output: inout some TextOutputStream) {
    YAMLWriter.write(members(of: problem), to: &output)
  }

  private static func members(of problem: Problem) -> [(key: String, value: JSONValue)] {
    let settings = problem.settings
    var members: [(key: String, value: JSONValue)] = [
      ("title", .string(problem.title)),
      ("classes", .list(problem.classes.map { .string($0) })),
      ("logits", .rows(count: problem.logits.count) { .numbers(problem.logits[$0]) }),
      ("targets", .list(problem.targets.map(\.json))),
      ("loss", .string(settings.loss.name)),
      ("temperature", .number(settings.temperature)),
      ("label_smoothing", .number(settings.labelSmoothing)),
    ]
    if let weights = settings.classWeights {
      members.append(("class_weights", .numbers(weights)))
    }
    members += [
      ("reduction", .string(settings.reduction.rawValue)),
      ("ignore_index", .integer(settings.ignoreIndex)),
      ("gamma", .number(settings.gamma)),
      ("hinge_margin", .number(settings.hingeMargin)),
    ]
    return members
  }
}

extension Target? {
  fileprivate var json: JSONValue {
    switch self {
    case nil: .null
    case .index(let index): .integer(index)
    case .distribution(let mass): .numbers(mass)
    }
  }
}
