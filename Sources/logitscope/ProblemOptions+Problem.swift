import Explorer
import Glibc
import LogitModel
import ProblemFiles

extension ProblemOptions {
  /// The problem that the input and the options make.
  func problem() throws -> Problem {
    let input = try input()
    let options = try draft()
    if let input { return try ProblemFile.problem(input, overriddenBy: options) }
    let base = options.scores == nil ? example?.example ?? Examples.all.first : nil
    return try problem(from: base?.problem, options)
  }

  /// What an example begins to be compared with, under the same options; nil for the problem itself.
  func baseline() throws -> Problem? {
    guard let baseline = example?.example.baseline else { return nil }
    return try problem(from: baseline, try draft())
  }

  /// The panel that is open at first.
  var panel: Panel { example?.example.panel ?? .negatives }

  private func problem(from base: Problem?, _ options: ProblemDraft) throws -> Problem {
    var draft = base.map { ProblemDraft($0) } ?? ProblemDraft()
    draft.override(with: options)
    return try draft.problem()
  }

  private func input() throws(FileError) -> InputText? {
    switch file {
    case "-": return try .standardInput()
    case let path?: return try .file(path)
    case nil:
      guard !sources.contains(where: \.isGiven), Self.inputIsPiped else { return nil }
      let text = try InputText.standardInput()
      guard !text.isBlank else {
        throw FileError(
          source: "\(text.source) is empty",
          "pipe in a problem, or open an example with --example"
        )
      }
      return text
    }
  }

  /// Whether data comes through standard input, unasked: from a pipe or a file, not from a terminal, nor from
  /// /dev/null or the socket that services and remote shells leave there.
  private static var inputIsPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG].contains(status.st_mode & S_IFMT)
  }

  /// What the options alone say.
  private func draft() throws(FileError) -> ProblemDraft {
    var draft = ProblemDraft()
    if let logits { draft.scores = .logits(try rows(logits, of: "--logits")) }
    if let probabilities {
      draft.scores = .probabilities(try rows(probabilities, of: "--probabilities"))
    }
    draft.targets =
      target.map { [.text($0)] }
      ?? targets.map { parts($0, at: ";").map { .text($0) } }
    draft.classes = classes.map { parts($0, at: ",") }
    if let classesFile { draft.classes = ProblemFile.classes(try .file(classesFile)) }
    draft.temperature = temperature?.value
    draft.labelSmoothing = labelSmoothing?.value
    if let classWeights { draft.classWeights = try row(classWeights, of: "--class-weights") }
    draft.gamma = gamma?.value
    draft.hingeMargin = hingeMargin?.value
    draft.loss = loss?.loss
    draft.reduction = reduction
    return draft
  }

  private func parts(_ text: String, at separator: Unicode.Scalar) -> [String] {
    text.parts(at: separator).map(String.init)
  }

  private func rows(_ text: String, of option: String) throws(FileError) -> [[Double]] {
    var rows: [[Double]] = []
    for part in parts(text, at: ";") {
      rows.append(try row(part, of: option))
    }
    return rows
  }

  private func row(_ text: String, of option: String) throws(FileError) -> [Double] {
    do {
      return try PlainNumbers.row(text)
    } catch {
      throw FileError(source: option, error.message)
    }
  }
}
