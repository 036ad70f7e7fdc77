import TerminalUI

/// What the keys act on.
enum Mode: Equatable, Sendable {
  case browsing
  case asking(Question, TextField)
  case palette(TextField, choice: Int)
  case help(offset: Int)
  /// The command line that reopens this state, over the panel until the next key.
  case sharing

  /// Whether letters are text and not keys.
  var isTyping: Bool {
    switch self {
    case .asking, .palette: true
    case .browsing, .help, .sharing: false
    }
  }
}

/// A question on the last row, answered by typing.
package enum Question: Equatable, Sendable {
  case logit
  case probability
  case weight
  case target
  case name
  case newClass
  /// The number that a lesson asks for.
  case prediction
  /// The class to return to is the one that was in focus when the search began.
  case find(from: Int)
}
