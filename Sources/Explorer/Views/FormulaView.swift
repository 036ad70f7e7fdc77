import LogitModel
import TerminalUI

/// What the formula line writes out, of the class in focus.
package enum Formula: String, CaseIterable, Hashable, Sendable {
  case margin
  case softmax
  case term
  case gradient
  case push

  /// The formula so many places on, around the end.
  func next(_ offset: Int) -> Formula {
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + offset
    return all[(place + all.count) % all.count]
  }
}
