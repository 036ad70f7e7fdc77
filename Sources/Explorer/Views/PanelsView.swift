import TerminalUI

/// The strip of tabs and what is open under it.
struct PanelsView {
  let state: State
  let layout: Layout

  func draw(on canvas: inout Canvas) {
    guard let first = layout.panels.first else { return }
    drawTabs(in: layout.tabs, on: &canvas)
    draw(state.panel, in: first, on: &canvas)
    if let second = layout.panels.dropFirst().first {
      let next = Panel.after(state.panel)
      let title = Rect(x: second.x, y: second.y - 1, width: second.width, height: 1)
      canvas.put([StyledText(" "), tab(next, isOpen: false)], in: title)
      draw(next, in: second, on: &canvas)
    }
  }

  private func drawTabs(in rect: Rect, on canvas: inout Canvas) {
    var spans: [StyledText] = []
    for panel in Panel.allCases {
      let isOpen = panel == state.panel
      spans.append(StyledText(isOpen ? " [" : "  ", style: .accent))
      spans.append(tab(panel, isOpen: isOpen))
      if isOpen { spans.append(StyledText("]", style: .accent)) }
    }
    canvas.put(spans, in: rect)
  }

  private func tab(_ panel: Panel, isOpen: Bool) -> StyledText {
    let number = (Panel.allCases.firstIndex(of: panel) ?? 0) + 1
    return StyledText(
      "\(number) \(state.text(.title(of: panel)))",
      style: isOpen ? .accent.bolded() : .faint
    )
  }

  /// The panel of that place on the strip.
  func panel(at point: Point) -> Panel? {
    guard layout.tabs.contains(point) else { return nil }
    var x = layout.tabs.x
    for panel in Panel.allCases {
      let isOpen = panel == state.panel
      x += 2 + displayWidth(tab(panel, isOpen: isOpen).text) + (isOpen ? 1 : 0)
      if point.x < x { return panel }
    }
    return nil
  }

  private func draw(_ panel: Panel, in rect: Rect, on canvas: inout Canvas) {
    if state.isCurtained {
      drawNote(.curtainDown, in: rect, on: &canvas)
    } else if state.evaluation.positive == nil {
      drawNote(.panelNeedsPositive, in: rect, on: &canvas)
    } else {
      switch panel {
      case .negatives: NegativesPanel(state: state).draw(in: rect, on: &canvas)
      case .curve: CurvePanel(state: state).draw(in: rect, on: &canvas)
      }
    }
  }

  private func drawNote(_ note: Phrase, in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 3, width: rect.width - 6).slice(y: 1, height: rect.height)
    TextBlock([StyledText(state.text(note))]).draw(in: inner, on: &canvas)
  }
}

extension Panel {
  /// The panel that shows beside it where two have room.
  static func after(_ panel: Panel) -> Panel {
    let all = Panel.allCases
    return all[((all.firstIndex(of: panel) ?? 0) + 1) % all.count]
  }
}
