import TerminalUI

extension State {
  /// Click chooses, the wheel nudges, dragging a bar sets the probability.
  mutating func update(_ mouse: Mouse) -> [Effect] {
    // Behind the large digits there is nothing to be seen that a mouse could mean.
    guard mode == .browsing || mode == .sharing, !isBig else { return [] }
    guard mouse.kind == .drag else {
      endDrag()
      return mouse.kind == .release ? [] : take(mouse)
    }
    return drag == nil ? [] : take(mouse)
  }

  private mutating func take(_ mouse: Mouse) -> [Effect] {
    forgetLastKey()
    let layout = Layout(self)
    let table = TableView(state: self, layout: layout)
    let index = table.index(at: mouse.position)
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      if let index { focus = index }
      return perform(.nudge(.steps(mouse.kind == .wheelUp ? 1 : -1)))
    case .press:
      if let panel = PanelsView(state: self, layout: layout).panel(at: mouse.position) {
        return panel == self.panel ? [] : perform(.showPanel(panel))
      }
      guard let index else { return [] }
      focus = index
      // What is hidden cannot be taken hold of.
      if table.isBar(mouse.position.x), !isCurtained {
        stopRun()
        drag = Drag(index: index, origin: evaluation)
        history.beginJoining()
      }
      return []
    case .drag:
      guard let drag, let fraction = table.fraction(atColumn: mouse.position.x) else { return [] }
      focus = drag.index
      return perform(.setProbability(min(0.999, max(0.001, fraction))))
    case .release: return []
    }
  }

  /// Lets go of the bar; whatever is edited next is a step of its own.
  mutating func endDrag() {
    // The edits that a run joins are not the mouse's.
    guard drag != nil else { return }
    drag = nil
    history.endJoining()
  }
}
