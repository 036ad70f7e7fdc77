import LogitModel

/// A short program that computes a problem's loss in another way and prints it.
///
/// It takes the language's own function where there is one and writes the formula where there is none; the
/// number that it should print stands behind its last line.
package struct GeneratedCode {
  package enum Language: String, CaseIterable, Sendable {
    case torch, jax, numpy, swift
  }

  package enum Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// No row has a target for which the loss is defined.
    case noLoss
    /// Targets or weights are too many for a short program.
    case tooLong

    package var description: String {
      switch self {
      case .noLoss: "no row has a loss that a program could print; give targets with --targets"
      case .tooLong:
        "more than \(GeneratedCode.numberLimit) numbers of targets and weights make no short program; "
          + "use fewer rows"
      }
    }
  }

  /// More logits than this are read from a file, more of other numbers are refused.
  package static let numberLimit = 1000

  /// The file that holds the logits which are too many.
  package static let logitsFile = "logits.npy"

  package let text: String
  /// Whether the program reads `logitsFile`.
  package let readsLogits: Bool

  package init(_ problem: Problem, in language: Language) throws(Refusal) {
    let dialect: PythonDialect? =
      switch language {
      case .torch: .torch
      case .jax: .jax
      case .numpy: .numpy
      case .swift: nil
      }
    let subject = try CodeSubject(problem, hasCrossEntropy: dialect == .torch)
    let lines = dialect.map { PythonCode(subject, $0).lines } ?? SwiftCode(subject).lines
    text = lines.joined(separator: "\n") + "\n"
    readsLogits = subject.readsLogits
  }
}
