import Explorer
import Glibc
import LogitModel
import ProblemFiles

/// What is saved from the screen on its way into a file.
struct SavedFile {
  private let file: AtomicFile
  /// Whether it is a program that reads the logits from a file of their own.
  private(set) var readsLogits = false

  init(_ content: SavedContent, figure: () -> String) throws(SaveFailure) {
    do throws(SaveRefusal) {
      switch content {
      case .figure: file = AtomicFile(figure() + "\n")
      case .problem(let problem, let format): file = try Self.file(problem, format)
      case .code(let problem, let language):
        let code = try GeneratedCode(problem, in: language)
        file = AtomicFile(code.text)
        readsLogits = code.readsLogits
      }
    } catch {
      throw .refused(error)
    }
  }

  /// Saves it: a file that exists stays as it is, or is replaced as a whole.
  func save(to path: String, overwriting: Bool) throws(SaveFailure) {
    let path = Self.expanded(path)
    do throws(FileFailure) {
      if overwriting { try file.replace(path) } else { try file.create(path) }
    } catch {
      throw .file(error)
    }
  }

  private static func file(
    _ problem: Problem,
    _ format: ProblemFormat
  ) throws(SaveRefusal) -> AtomicFile {
    switch format {
    case .json: return AtomicFile { ProblemFile.write(problem, to: &$0) }
    case .yaml:
      guard ProblemFile.isYAML(problem) else { throw .names }
      guard ProblemFile.fitsYAML(problem) else {
        throw .largeYAML(limit: ProblemFile.yamlLimit >> 20)
      }
      return AtomicFile { ProblemFile.writeYAML(problem, to: &$0) }
    case .csv: return try table(problem, separator: ",")
    case .tsv: return try table(problem, separator: "\t")
    case .npy:
      return AtomicFile { output in
        ResultArray.logits.write(problem, options: ResultOptions()) { output.write($0) }
      }
    }
  }

  private static func table(
    _ problem: Problem,
    separator: Unicode.Scalar
  ) throws(SaveRefusal) -> AtomicFile {
    do throws(ProblemCSV.Refusal) {
      let table = try ProblemCSV(problem, separator: separator)
      return AtomicFile { table.write(to: &$0) }
    } catch {
      switch error {
      case .distribution: throw .distribution
      case .names: throw .names
      }
    }
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}

extension GeneratedCode {
  /// The program, in words of the screen.
  init(_ problem: Problem, in language: CodeLanguage) throws(SaveRefusal) {
    do throws(Refusal) {
      try self.init(problem, in: language.generated)
    } catch {
      switch error {
      case .noLoss: throw .noLoss
      case .tooLong: throw .tooLong
      }
    }
  }
}

extension CodeLanguage {
  fileprivate var generated: GeneratedCode.Language {
    switch self {
    case .torch: .torch
    case .jax: .jax
    case .numpy: .numpy
    case .swift: .swift
    }
  }
}
