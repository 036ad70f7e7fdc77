import LogitModel
import TerminalUI

extension State {
  /// Takes one event in; what only the program around can do comes back as effects.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      return []
    case .paste(let text):
      forgetLastKey()
      endDrag()
      paste(text)
      return []
    case .mouse(let mouse):
      return update(mouse)
    case .key(let key):
      endDrag()
      return keys(meant: key).flatMap { key in
        forgetLastKey()
        return press(key)
      }
    }
  }

  /// Carries an action out; a refusal becomes the message on the last row.
  mutating func perform(_ action: Action) -> [Effect] {
    do {
      return try carryOut(action)
    } catch {
      message = error.reason
      return []
    }
  }

  mutating func forgetLastKey() {
    message = nil
    previous = nil
    if mode == .sharing { mode = .browsing }
  }

  /// The Latin keys of the same place, where a Hangul input method is on and no text is asked for.
  private func keys(meant key: Key) -> [Key] {
    guard case .character(let character) = key, mode == .browsing || mode == .sharing else {
      return [key]
    }
    let latin = latinKeys(for: character)
    return latin.isEmpty ? [key] : latin.map { .character($0) }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // The way out of everything.
    if key == .control("c") { return [.interrupt] }
    switch mode {
    case .asking(let question, let field): return press(key, asked: question, field)
    case .palette(let field, let choice): return press(key, field, choice: choice)
    case .help(let offset): return press(key, helpOffset: offset)
    case .browsing, .sharing:
      guard let action = Keymap.action(for: key) else {
        if key != .escape { message = .unboundKey(key.label(options.glyphs)) }
        return []
      }
      return perform(action)
    }
  }

  mutating func carryOut(_ action: Action) throws(Refusal) -> [Effect] {
    switch action {
    case .nudge, .shiftNegatives, .shiftAll, .setLogit, .setProbability, .makePositive, .setTarget,
      .toggleLeftOut, .addClass, .deleteClass, .rename, .scaleTemperature, .setTemperature,
      .changeSmoothing, .setSmoothing, .setWeight, .changeLoss, .setLoss, .setReduction,
      .setBaseline, .swapBaseline, .reset, .undo, .redo:
      try carryOutEdit(action)
    case .move, .page, .first, .last, .find, .moveRow, .row, .toggleMark:
      try choose(action)
    case .changeStep, .setStep, .toggleCurtain, .nextSort, .sort, .nextPanel, .showPanel,
      .setCurveScope, .setUnit, .setDigits, .setLanguage, .setPlot:
      try changeView(action)
    case .ask(let question): ask(question)
    case .openPalette: mode = .palette(TextField(), choice: 0)
    case .help: mode = .help(offset: 0)
    case .share:
      mode = .sharing
      return [.copy(shareLine)]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .interrupt: return [.interrupt]
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func carryOutEdit(_ action: Action) throws(Refusal) {
    switch action {
    case .nudge(let amount): try nudge(amount)
    case .shiftNegatives(let amount): try shiftNegatives(amount)
    case .shiftAll(let amount): try shiftAll(amount)
    case .setLogit(let value): try setLogit(value)
    case .setProbability(let value): try setProbability(value)
    case .makePositive: try makePositive()
    case .setTarget(let text): try setTarget(text)
    case .toggleLeftOut: try toggleLeftOut()
    case .addClass(let text): try addClass(text)
    case .deleteClass: try deleteClass()
    case .rename(let name): try rename(NumberText.trimmed(name))
    case .scaleTemperature(let factor): try scaleTemperature(factor)
    case .setTemperature(let value): try setTemperature(value)
    case .changeSmoothing(let change): try changeSmoothing(change)
    case .setSmoothing(let value): try setSmoothing(value)
    case .setWeight(let value): try setWeight(value)
    case .changeLoss(let offset): try changeLoss(offset)
    case .setLoss(let name): try setLoss(name)
    case .setReduction(let reduction):
      try changeSettings(.reductionSet(reduction)) { $0.reduction = reduction }
    case .setBaseline: try edit(.baseline(problem), .baselineSet)
    case .swapBaseline: try swapBaseline()
    case .reset: try reset()
    case .undo: try undo()
    case .redo: try redo()
    default: break
    }
  }
}

// MARK: Choosing

extension State {
  private mutating func choose(_ action: Action) throws(Refusal) {
    let place = order.firstIndex(of: focus) ?? 0
    switch action {
    case .move(let offset): focus(place: place + offset)
    case .page(let pages): focus(place: place + pages * max(1, Layout(self).tableRows.height))
    case .first: focus(place: 0)
    case .last: focus(place: order.count - 1)
    case .find(let text):
      guard let found = classFound(by: text) else { throw Refusal(.noSuchClass(text)) }
      focus = found
    case .moveRow(let offset): try showRow(row + offset)
    case .row(let index): try showRow(index)
    case .toggleMark:
      if subject.marked.remove(focus) == nil { subject.marked.insert(focus) }
    default: break
    }
  }

  private mutating func focus(place: Int) {
    focus = order[min(max(0, place), order.count - 1)]
  }

  private mutating func showRow(_ index: Int) throws(Refusal) {
    let rows = problem.logits.count
    guard (0..<rows).contains(index) else { throw Refusal(.noSuchRow(rows)) }
    row = index
    receipt = nil
    refresh()
  }

  /// The class of that name, else the first that contains the text, else the one of that index.
  func classFound(by text: String) -> Int? {
    let wanted = NumberText.trimmed(text).lowercased()
    guard !wanted.isEmpty else { return nil }
    let names = problem.classes.lazy.map { $0.lowercased() }
    return names.firstIndex(of: wanted)
      ?? names.firstIndex { $0.hasPrefix(wanted) }
      ?? names.firstIndex { $0.contains(wanted) }
      ?? Int(wanted).flatMap { problem.classes.indices.contains($0) ? $0 : nil }
  }
}

// MARK: Viewing

extension State {
  private mutating func changeView(_ action: Action) throws(Refusal) {
    switch action {
    case .changeStep(let offset): changeStep(offset)
    case .setStep(let size):
      guard size > 0, size.isFinite else { throw Refusal(.stepOutOfRange) }
      step = size
    case .toggleCurtain: isCurtained.toggle()
    case .nextSort:
      let all = SortColumn.allCases.filter { !isCurtained || !$0.isResult }
      sortClasses(by: all[((all.firstIndex(of: sort) ?? 0) + 1) % all.count])
    case .sort(let column):
      guard !isCurtained || !column.isResult else { throw Refusal(.hiddenByCurtain) }
      sortClasses(by: column)
    case .nextPanel, .showPanel, .setCurveScope:
      changePanel(action)
      if Layout(self).panels.isEmpty { throw Refusal(.noRoomForPanels) }
    case .setUnit(let unit): options.unit = unit
    case .setDigits(let digits):
      guard (3...17).contains(digits) else { throw Refusal(.digitsOutOfRange) }
      self.digits = digits
    case .setLanguage(let language):
      guard language == .en || options.glyphs != .ascii else { throw Refusal(.asciiOnly) }
      options.language = language
    case .setPlot(let plot): options.plot = plot
    default: break
    }
  }

  private mutating func changePanel(_ action: Action) {
    switch action {
    case .nextPanel(let offset):
      let all = Panel.allCases
      panel = all[((all.firstIndex(of: panel) ?? 0) + offset + all.count) % all.count]
    case .showPanel(.curve) where panel == .curve:
      curveScope = curveScope == .negatives ? .focus : .negatives
    case .showPanel(let panel): self.panel = panel
    case .setCurveScope(let scope):
      panel = .curve
      curveScope = scope
    default: break
    }
  }

  private mutating func changeStep(_ offset: Int) {
    let sizes = Step.sizes
    let next = offset > 0 ? sizes.first { $0 > step } : sizes.last { $0 < step }
    step = next ?? step
    message = .stepIs(step)
  }

  private mutating func sortClasses(by column: SortColumn) {
    sort = column
    sortClasses()
    message = .sortedBy(column)
  }
}
