import ArgumentParser
import Explorer
import LogitModel
import ProblemFiles

/// An array of the result and the file it goes to, `gradient=grad.npy`.
struct ArrayFile {
  /// The names, the matrices first.
  static let names = ResultArray.allCases.map(\.rawValue).joined(separator: ", ")

  let path: String
  private let array: ResultArray

  init(argument: String) throws(ValidationError) {
    let parts = argument.parts(at: "=")
    let path = parts.dropFirst().joined(separator: "=")
    guard parts.count > 1, let array = ResultArray(rawValue: String(parts[0])) else {
      throw ValidationError(
        "--save \(argument.quoted): write NAME=FILE.npy, with a name of \(Self.names)."
      )
    }
    guard path.hasSuffix(".npy"), path != ".npy" else {
      throw ValidationError("--save \(argument.quoted): the file is NumPy's; end its name in .npy.")
    }
    self.array = array
    self.path = path
  }

  /// Writes it; a file that exists is replaced as a whole.
  func write(_ problem: Problem, options: ResultOptions) throws(FileError) {
    let file = AtomicFile { output in
      array.write(problem, options: options) { output.write($0) }
    }
    do throws(FileFailure) {
      try file.replace(path)
    } catch {
      throw FileError(source: path, error.message)
    }
  }
}
