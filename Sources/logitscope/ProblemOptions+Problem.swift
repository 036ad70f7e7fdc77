import Explorer
import Glibc
import LogitModel
import ProblemFiles

extension ProblemOptions {
  /// The problem that the input and the options make.
  func problem() throws -> Problem {
    let progress = ProgressDisplay()
    defer { progress.erase() }
    let options = try draft(progress)
    if let input = try input(progress) {
      let parsing = progress.of(input.source)
      return try ProblemFile.problem(
        input,
        overriddenBy: options,
        hasHeader: header,
        progress: parsing
      )
    }
    let base = options.scores == nil ? example?.example ?? Examples.all.first : nil
    return try problem(from: base?.problem, options)
  }

  /// What an example begins to be compared with, under the same options; nil for the problem itself.
  func baseline() throws -> Problem? {
    guard let baseline = example?.example.baseline else { return nil }
    return try problem(from: baseline, try draft(ProgressDisplay()))
  }

  /// The panel that is open at first.
  var panel: Panel { example?.example.panel ?? .negatives }

  private func problem(from base: Problem?, _ options: ProblemDraft) throws -> Problem {
    var draft = base.map { ProblemDraft($0) } ?? ProblemDraft()
    draft.override(with: options)
    return try draft.problem()
  }

  private func input(_ progress: ProgressDisplay) throws(FileError) -> InputBytes? {
    switch file {
    case "-": return try .standardInput(progress: progress.of("standard input"))
    case let path?: return try .file(path, progress: progress.of(path))
    case nil:
      guard !sources.contains(where: \.isGiven), Self.inputIsPiped else { return nil }
      let input = try InputBytes.standardInput(progress: progress.of("standard input"))
      guard !input.isBlank else {
        throw FileError(
          source: "\(input.source) is empty",
          "pipe in a problem, or open an example with --example"
        )
      }
      return input
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
  private func draft(_ progress: ProgressDisplay) throws(FileError) -> ProblemDraft {
    var draft = ProblemDraft()
    if let logits { draft.scores = .logits(try rows(logits, of: "--logits")) }
    if let probabilities {
      draft.scores = .probabilities(try rows(probabilities, of: "--probabilities"))
    }
    if let target {
      draft.targets = [.text(target)]
      if Self.isArray(target) {
        draft.targetsMistake = FileError(
          source: "--target",
          "there is no class \(target.quoted); a file of targets goes behind --targets"
        )
      }
    }
    if let targets, Self.isArray(targets) {
      let input = try InputBytes.file(targets, progress: progress.of(targets))
      draft.targetsSource = input.source
      draft.targets = try ProblemFile.targets(input)
    } else if let targets {
      draft.targets = parts(targets, at: ";").map { .text($0) }
      if Self.isFile(targets) {
        draft.targetsMistake = FileError(
          source: "--targets",
          "there is no class \(targets.quoted); a file of targets must end in .npy, save it with numpy.save"
        )
      }
    }
    draft.classes = classes.map { parts($0, at: ",") }
    if let classesFile {
      let input = try InputText.file(classesFile)
      draft.classesSource = input.source
      draft.classes = ProblemFile.classes(input)
    }
    draft.temperature = temperature?.value
    draft.labelSmoothing = labelSmoothing?.value
    if let classWeights { draft.classWeights = try row(classWeights, of: "--class-weights") }
    draft.gamma = gamma?.value
    draft.hingeMargin = hingeMargin?.value
    draft.loss = loss?.loss
    draft.reduction = reduction
    return draft
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isArray(_ path: String) -> Bool { path.lowercased().hasSuffix(".npy") }

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
