import LogitModel
import TerminalUI

struct BatchPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
