import Lessons
import LogitModel
import TerminalUI

/// The text of a lesson: how far it is, the scene, the question or the task, and what came of it.
struct LessonView {
  /// The rows that it has at 80×24: the head and what is under it.
  static let rows = 8

  private let state: State
  private let visit: LessonVisit
  private var step: LessonStep { visit.step }

  /// nil where no lesson is open, or a panel has the place of its text.
  init?(_ state: State) {
    guard let visit = state.lesson, visit.freePlay == .off, !visit.isAside, !state.isBig else {
      return nil
    }
    self.state = state
    self.visit = visit
  }

  /// The rows that it wants; as many for all stages of a step, where that is enough.
  func height(width: Int) -> Int {
    guard !step.asksSomething else { return max(Self.rows, 1 + lines(width: width - 2).count) }
    // A demonstration leaves a panel its room, and nothing jumps from caption to caption.
    let captions = visit.lesson.steps.map { wrapped(prose($0.text), width: width - 2).count }
    return 1 + (captions.max() ?? 0)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect)
    let inner = rect.slice(x: 1, width: rect.width - 2)
    drawHead(in: inner.slice(y: 0, height: 1), on: &canvas)
    let body = inner.slice(y: 1, height: inner.height - 1)
    let lines = lines(width: body.width, height: body.height)
    for (row, line) in lines.prefix(body.height).enumerated() {
      canvas.put(line, in: body.slice(y: row, height: 1))
    }
    if lines.count > body.height {
      canvas.put("…", x: body.maxX - 1, y: body.maxY - 1, style: .accent.bolded())
    }
  }

  /// A rule that is thick as far as the lesson has come.
  private func drawHead(in row: Rect, on canvas: inout Canvas) {
    let count = visit.lesson.steps.count
    // A step of a demonstration asks nothing.
    let stage = step.asksSomething ? Phrase.stage(visit.stage) : nil
    let label =
      "  " + state.text(.stepOf(visit.progress.step, count))
      + (stage.map { " · " + state.text($0) } ?? "")
    let width = max(0, row.width - displayWidth(label))
    let passed = visit.progress.step + (visit.stage == .done ? 1 : 0)
    let thick = width * passed / count
    let bar = state.options.glyphs == .unicode ? "━" : "="
    canvas.fill(row.slice(x: 0, width: thick), with: bar, style: .accent)
    canvas.fill(row.slice(x: thick, width: width - thick), with: "─", style: .faint)
    canvas.put(label, x: row.x + width, y: row.y, style: .accent)
  }

  // MARK: Lines

  /// The lines as they fall; parts stand apart where there is room for that.
  private func lines(width: Int, height: Int = 0) -> [[StyledText]] {
    let blocks = blocks(width: width).map { block in block.flatMap { wrapped($0, width: width) } }
    let count = blocks.reduce(0) { $0 + $1.count }
    let gap: [[StyledText]] = count + blocks.count - 1 <= height ? [[]] : []
    return Array(blocks.joined(separator: gap))
  }

  /// What belongs together, each a few paragraphs.
  private func blocks(width: Int) -> [[[StyledText]]] {
    let blocks: [[[StyledText]]] =
      switch visit.stage {
      case .predicting: [[scene], question(width: width), verdict]
      case .acting: [[scene], task, standing]
      case .done: [outcome, [step.after.map { prose($0) } ?? prose(step.text)]]
      }
    return blocks.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
  }

  private func prose(_ prose: Prose, style: Style = .text) -> [StyledText] {
    LessonProse.spans(state.text(Phrase(prose)), state.options.glyphs, style: style)
  }

  /// The text, or the last hint that was asked for.
  private var scene: [StyledText] {
    guard visit.hintsShown > 0 else { return prose(step.text) }
    let label = state.text(.hint(visit.hintsShown, step.hints.count))
    return [StyledText(label + " ", style: .accent)] + prose(step.hints[visit.hintsShown - 1])
  }

  // MARK: Predicting

  private func question(width: Int) -> [[StyledText]] {
    guard let question = step.prediction else { return [] }
    let asked = prose(question.question, style: .text.bolded())
    guard case .choices(let choices) = question.answer else {
      return [asked, [StyledText(state.text(.yourNumber), style: .accent)]]
    }
    let items = choices.indices.map { item($0, choices[$0]) }
    let row = Array(items.joined(separator: [StyledText("   ")]))
    let fits = displayWidth(row.map(\.text).joined()) <= width
    return [asked] + (fits ? [row] : items)
  }

  private func item(_ place: Int, _ choice: Choice) -> [StyledText] {
    let isChosen = visit.guess.choice == place
    let style: Style = isChosen ? .accent.bolded() : .text
    return [StyledText((isChosen ? "▸" : " ") + "\(place + 1) ", style: .accent.bolded(isChosen))]
      + prose(choice.text, style: style)
  }

  /// What was wrong with the last answer, while the question is still open.
  private var verdict: [[StyledText]] {
    guard let answer = visit.guess.answers.last else { return [] }
    let phrase: Phrase? =
      switch (answer, state.truth) {
      case (.number(let number), .number(let value)):
        .numberIsOff(shown(number), by: shown(abs(number - value)), isHigh: number > value)
      case (.choice(let choice), _): step.asksOfScreen ? .notOnScreen(choice) : .notThis(choice)
      default: nil
      }
    return phrase.map { [[StyledText(state.text($0), style: .accent)]] } ?? []
  }

  // MARK: Acting

  private var task: [[StyledText]] {
    guard let task = step.task else { return [] }
    return [[StyledText("▸ ", style: .accent.bolded())] + prose(task, style: .text.bolded())]
  }

  /// The prediction, and how far the goal still is.
  private var standing: [[StyledText]] {
    let unmet = step.goal.flatMap { state.unmet($0, tolerance: step.tolerance).first }
    if visit.hasActed, let unmet, !visit.hidesResults || !unmet.isOfResults {
      return [kept, [StyledText(state.text(state.feedback(unmet)), style: .accent)]]
    }
    guard visit.hidesResults else { return [kept] }
    let note: Phrase = visit.hasActed ? .notThereYet : .resultsAreKept
    return [kept, [StyledText(state.text(note), style: .faint)]]
  }

  private var kept: [StyledText] {
    if visit.guess.isVoid {
      return visit.wasSolved ? [] : [StyledText(state.text(.noPrediction), style: .faint)]
    }
    guard let answer = visit.guess.answers.first, let words = words(of: answer) else { return [] }
    return labelled(.predicted, words)
  }

  // MARK: Done

  private var outcome: [[StyledText]] {
    var line = kept
    if !visit.guess.isVoid, let answer = visit.guess.answers.first {
      line += compared(answer, with: visit.guess.truth)
    }
    return [line, solution]
  }

  private func compared(_ answer: Guess.Answer, with truth: Guess.Answer?) -> [StyledText] {
    let space = StyledText("   ")
    let tick = StyledText("✓", style: .accent.bolded())
    switch (answer, truth) {
    case (.number(let number), .number(let value)):
      let off = state.text(.off(by: shown(abs(number - value)), isHigh: number > value))
      let verdict = visit.guess.wasRight ? tick : StyledText(off, style: .accent)
      return [space] + labelled(.seen, Phrase(verbatim: shown(value))) + [space, verdict]
    default:
      if visit.guess.wasRight { return [space, tick] }
      return [space] + labelled(.seen, truth.flatMap { words(of: $0) } ?? .noneOfThese)
    }
  }

  /// What the program did, where it was asked to.
  private var solution: [StyledText] {
    guard visit.wasSolved, !step.solution.isEmpty else { return [] }
    var keys: [(text: String, count: Int)] = []
    for text in step.solution.flatMap(shown) {
      if keys.last?.text == text { keys[keys.count - 1].count += 1 } else { keys.append((text, 1)) }
    }
    let texts = keys.map { $0.count == 1 ? $0.text : "\($0.text) ×\($0.count)" }
    return labelled(.solvedBy, Phrase(verbatim: texts.joined(separator: "  ")))
  }

  /// The keys of a line, or what is typed where there is none.
  private func shown(_ line: ScriptLine) -> [String] {
    let keys = LessonScript.keys(line).map { $0.label(state.options.glyphs) }
    return keys.isEmpty ? [LessonProse.keys(line.text, state.options.glyphs)] : keys
  }

  private func labelled(_ label: Phrase, _ text: Phrase) -> [StyledText] {
    [
      StyledText(state.text(label) + " ", style: .faint),
      StyledText(state.text(text), style: .text.bolded()),
    ]
  }

  private func words(of answer: Guess.Answer) -> Phrase? {
    switch (answer, step.prediction?.answer) {
    case (.number(let number), _): Phrase(verbatim: shown(number))
    case (.choice(let place), .choices(let choices)): Phrase(choices[place].text)
    default: nil
    }
  }

  private func shown(_ number: Double) -> String { state.numbers.plain(number) }
}

extension LessonStep {
  /// Whether the right answer can be told from the screen, and not only by understanding it.
  fileprivate var asksOfScreen: Bool {
    guard case .choices(let choices) = prediction?.answer else { return true }
    return choices.contains { !$0.holds.comparisons.isEmpty }
  }
}
