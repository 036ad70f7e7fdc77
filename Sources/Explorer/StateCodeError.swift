import LogitModel
import TerminalUI

/// Why a state code is refused.
package enum StateCodeError: Error, Equatable, Sendable {
  /// It does not begin as a state code does.
  case notACode(String)
  /// It is of another version of the program.
  case otherVersion(String)
  /// Its end is missing.
  case cutOff
  /// It has a field that no state has.
  case unknownField(String)
  /// It has the same field, or the same place in a field, twice.
  case repeated(String)
  /// A field's text is not what it should be.
  case wrongField(String, text: String, expected: String)
  /// The model refuses the problem that was described.
  case refused(String, ProblemError)
  /// The baseline has not as many rows or classes as the problem that it is compared with.
  case baselineOfOtherShape
}

extension StateCodeError: CustomStringConvertible {
  /// One line that names the field and the remedy.
  package var description: String {
    switch self {
    case .notACode(let text):
      "state code \(quoted(text)): it should begin with 1: and a field; \(Self.remedy)"
    case .otherVersion(let version):
      "state code: version \(quoted(version)) is unknown here; open it with the logitscope that wrote it"
    case .cutOff:
      "state code: its end, /end, is missing; \(Self.remedy)"
    case .unknownField(let name):
      "state code: unknown field \(quoted(name)); \(Self.remedy)"
    case .repeated(let name):
      "state code: \(visible(name)) is given twice; \(Self.remedy)"
    case .wrongField(let name, let text, let expected):
      "state code: field \(visible(name)): \(quoted(text)) is not \(expected); \(Self.remedy)"
    case .refused(let which, let error):
      "state code: the \(which): \(visible(error.description))"
    case .baselineOfOtherShape:
      "state code: the baseline has not as many rows and classes as the problem; \(Self.remedy)"
    }
  }

  private static let remedy = "copy the whole line that the key c shows"

  /// The text in quotes, cut where it is too long for a line.
  private func quoted(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(40)
    let more = start.endIndex < text.unicodeScalars.endIndex ? "…" : ""
    return "\"\(visible(String(start)))\(more)\""
  }
}
