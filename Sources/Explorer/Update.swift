import LogitModel
import TerminalUI

extension State {
  /// Takes one event in; what only the program around can do comes back as effects.
  package mutating func update(_ event: Event) -> [Effect] {
    if takesOver(event) { return [] }
    let effects = respond(to: event)
    return effects + checkGoal()
  }

  private mutating func respond(to event: Event) -> [Effect] {
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
    case .tick:
      if run == nil { return playOn() }
      tick()
      return []
    case .key(let key):
      endDrag()
      // Esc takes away one layer, and the line to share lies on top.
      if key == .escape, mode == .sharing {
        forgetLastKey()
        return []
      }
      return keys(meant: key).flatMap { key in
        forgetLastKey()
        note(key)
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
    guard case .character(let character) = key, !mode.isTyping else { return [key] }
    let latin = latinKeys(for: character)
    return latin.isEmpty ? [key] : latin.map { .character($0) }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // What concerns the program works in every mode.
    if let action = Keymap.action(for: key), action.concernsProgram {
      return perform(action)
    }
    switch mode {
    case .asking(let question, let field): return press(key, asked: question, field)
    case .palette(let field, let choice): return press(key, field, choice: choice)
    case .help(let offset): return press(key, helpOffset: offset)
    case .browsing, .sharing:
      // Keys that are refused or do nothing come between as well.
      forgetRequest(before: Keymap.action(for: key))
      do {
        if let effects = try pressPredicting(key) { return effects }
      } catch {
        message = error.reason
        return []
      }
      guard let action = Keymap.action(for: key) else {
        if key == .escape { leave() } else { message = .unboundKey(key.label(options.glyphs)) }
        return []
      }
      return perform(action)
    }
  }

  /// Esc ends what goes on: a run first, then the large digits, then a panel in the place of a lesson's text.
  private mutating func leave() {
    if run != nil {
      stopRun()
    } else if isBig {
      isBig = false
    } else {
      lesson?.isAside = false
    }
  }

  mutating func carryOut(_ action: Action) throws(Refusal) -> [Effect] {
    forgetRequest(before: action)
    try permit(action)
    let effects = try effects(of: action)
    noteLesson(action)
    return effects
  }

  // One flat list: an action that is forgotten does not compile.
  private mutating func effects(of action: Action) throws(Refusal) -> [Effect] {
    switch action {
    case .move(let offset): move(by: offset)
    case .page(let pages): move(by: pages * TableView(state: self, layout: Layout(self)).page)
    case .first: move(by: -order.count)
    case .last: move(by: order.count)
    case .find(let text): try find(text)
    case .toggleMark: toggleMark()
    case .moveRow(let offset): try moveRow(by: offset)
    case .pageRows(let pages): try pageRows(by: pages)
    case .row(let index): try showRow(index)

    case .nudge(let amount): try nudge(amount)
    case .shiftNegatives(let amount): try shiftNegatives(amount)
    case .shiftAll(let amount): try shiftAll(amount)
    case .changeStep(let offset): changeStep(offset)
    case .setStep(let size): try setStep(size)
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
    case .setReduction(let reduction): try setReduction(reduction)
    case .setGamma(let value): try setGamma(value)
    case .setHingeMargin(let value): try setHingeMargin(value)

    case .addRow: try addRow()
    case .deleteRow: try deleteRow()

    // What a step does to the logits is what the curtain hides.
    case .descend where hasCurtain, .toggleRun where hasCurtain:
      throw Refusal(.stepTellsGradient)
    case .descend: try descend()
    case .toggleRun: try toggleRun()
    case .setRate(let rate): try setRate(rate)

    case .setBaseline: try edit(.baseline(problem), .baselineSet)
    case .swapBaseline: try swapBaseline()
    case .reset: try reset()
    case .undo: try undo()
    case .redo: try redo()

    case .toggleCurtain: try toggleCurtain()
    case .nextSort: sortByNext()
    case .sort(let column): try sort(by: column)
    case .sortRows(let column): try sortRows(by: column)
    case .setTop(let count): try setTop(count)
    case .nextPanel(let offset): try showNextPanel(offset)
    case .showPanel(let panel): try show(panel)
    case .setCurveScope(let scope): try showCurve(of: scope)
    case .nextFormula(let offset): formula = formula.next(offset)
    case .setFormula(let formula): self.formula = formula
    case .toggleBig: isBig.toggle()
    case .toggleKeys: toggleKeys()
    case .setUnit(let unit): options.unit = unit
    case .setDigits(let digits): try setDigits(digits)
    case .setLanguage(let language): try setLanguage(language)
    case .setPlot(let plot): options.plot = plot

    case .nextStep: return try goToNextStep()
    case .previousStep: return try goToPreviousStep()
    case .hint: try showHint()
    case .solution: return try showSolution()
    case .freePlay: try toggleFreePlay()
    case .showText: try toggleText()
    case .predict(let number): return try predict(number)

    case .ask(let question): ask(question)
    case .openPalette: mode = .palette(TextField(), choice: 0)
    case .help: mode = .help(offset: 0)
    case .share:
      guard let shareLine else { throw Refusal(.tooLongToShare) }
      mode = .sharing
      return [.copy(shareLine)]
    case .save(let path, let overwriting):
      return [try saving(to: path, overwriting: overwriting)]
    case .code(let language, let path, let overwriting):
      return [try coding(language, to: path, overwriting: overwriting)]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .interrupt: return [.interrupt]
    case .quit:
      try askBeforeLosing()
      return [.quit]
    }
    return []
  }
}

extension Action {
  /// Whether it concerns the program as a whole, and so its key works whatever goes on.
  var concernsProgram: Bool { [.interrupt, .repaint, .suspend].contains(self) }
}
