import LogitModel
import TerminalUI

struct JacobianPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
