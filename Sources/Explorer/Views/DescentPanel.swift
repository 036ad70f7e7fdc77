import LogitModel
import TerminalUI

struct DescentPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
