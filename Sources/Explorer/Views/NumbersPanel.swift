import LogitModel
import TerminalUI

struct NumbersPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
