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
      let next = state.panel.next()
      let title = Rect(x: second.x, y: second.y - 1, width: second.width, height: 1)
      canvas.put([tab(next)], in: title)
      draw(next, in: second, on: &canvas)
    }
  }

  private func drawTabs(in rect: Rect, on canvas: inout Canvas) {
    let tabs = tabs(in: rect)
    for (panel, place) in tabs { canvas.put([tab(panel)], in: place) }
    if tabs.first?.panel != Panel.allCases.first {
      canvas.put("…", x: rect.x, y: rect.y, style: .faint)
    }
    if let last = tabs.last, last.panel != Panel.allCases.last {
      let sign = [" \(last.panel.digit + 1) …", "…"].first {
        displayWidth($0) <= rect.maxX - last.place.maxX
      }
      canvas.put(sign ?? "", x: last.place.maxX, y: rect.y, style: .faint)
    }
  }

  /// The tabs that have room, the open one and the next always among them, and where they stand.
  private func tabs(in rect: Rect) -> [(panel: Panel, place: Rect)] {
    var tabs: [(panel: Panel, place: Rect)] = []
    var first = 0
    repeat {
      tabs = self.tabs(from: first, in: rect)
      first += 1
    } while first < state.panel.digit
      && !(tabs.last?.panel.digit ?? 0 > state.panel.digit || tabs.last?.panel == .allCases.last)
    return tabs
  }

  private func tabs(from first: Int, in rect: Rect) -> [(panel: Panel, place: Rect)] {
    var x = 1
    var tabs: [(panel: Panel, place: Rect)] = []
    for panel in Panel.allCases.dropFirst(first) {
      let width = displayWidth(tab(panel).text)
      guard x + width < rect.width || tabs.isEmpty else { break }
      tabs.append((panel, rect.slice(x: x, width: width)))
      x += width
    }
    return tabs
  }

  /// The brackets around the open one keep their cells around the others.
  private func tab(_ panel: Panel) -> StyledText {
    let title = "\(panel.digit) \(state.text(panel.title))"
    let isOpen = panel == state.panel
    return StyledText(
      isOpen ? "[\(title)]" : " \(title) ",
      style: isOpen ? .accent.bolded() : .faint
    )
  }

  /// The panel of that place on the strip.
  func panel(at point: Point) -> Panel? {
    guard layout.tabs.contains(point) else { return nil }
    return tabs(in: layout.tabs).first { point.x < $0.place.maxX }?.panel
  }

  private func draw(_ panel: Panel, in rect: Rect, on canvas: inout Canvas) {
    if state.isCurtained {
      drawNote(hidden, in: rect, on: &canvas)
    } else if panel.needsPositive, state.evaluation.positive == nil {
      drawNote(.panelNeedsPositive, in: rect, on: &canvas)
    } else {
      switch panel {
      case .negatives: NegativesPanel(state: state).draw(in: rect, on: &canvas)
      case .curve: CurvePanel(state: state).draw(in: rect, on: &canvas)
      case .jacobian: JacobianPanel(state: state).draw(in: rect, on: &canvas)
      case .compare: ComparePanel(state: state).draw(in: rect, on: &canvas)
      case .losses: LossesPanel(state: state).draw(in: rect, on: &canvas)
      case .batch: BatchPanel(state: state).draw(in: rect, on: &canvas)
      case .descent: DescentPanel(state: state).draw(in: rect, on: &canvas)
      case .numbers:
        guard let panel = NumbersPanel(state: state) else {
          let classes = state.problem.classes.count
          return drawNote(.leftOut(panel.title, classes: classes), in: rect, on: &canvas)
        }
        panel.draw(in: rect, on: &canvas)
      case .information: InformationPanel(state: state).draw(in: rect, on: &canvas)
      }
    }
  }

  private var hidden: Phrase {
    guard let lesson = state.lesson, lesson.hidesResults else { return .curtainDown }
    return lesson.stage == .predicting ? .hiddenUntilPrediction : .hiddenUntilDone
  }

  private func drawNote(_ note: Phrase, in rect: Rect, on canvas: inout Canvas) {
    let inner = rect.slice(x: 3, width: rect.width - 6).slice(y: 1, height: rect.height)
    TextBlock([StyledText(state.text(note))]).draw(in: inner, on: &canvas)
  }
}
