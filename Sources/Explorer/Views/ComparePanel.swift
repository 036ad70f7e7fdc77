import LogitModel
import TerminalUI

struct ComparePanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
