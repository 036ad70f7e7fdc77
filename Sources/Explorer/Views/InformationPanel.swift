import LogitModel
import TerminalUI

struct InformationPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {}
}
