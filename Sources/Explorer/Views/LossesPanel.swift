import LogitModel
import TerminalUI

struct LossesPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
