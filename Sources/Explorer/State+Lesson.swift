import Lessons
import LogitModel
import TerminalUI

// MARK: Going from step to step

extension State {
  /// A lesson at the step that progress leads to.
  init(lesson: Lesson, progress: Progress, options: ViewOptions, size: Size) {
    let subject = lesson.subject
    self.init(
      problem: subject.problem,
      baseline: subject.baseline,
      options: options,
      size: size
    )
    _ = begin(lesson, at: progress)
  }

  /// The lesson, where it is what the keys act on.
  var lessonStep: LessonStep? { lesson?.freePlay == .off ? lesson?.step : nil }

  /// Goes to a step of the lesson and puts everything where the step begins.
  ///
  /// A lesson that plays may have left it there already.
  mutating func begin(
    _ lesson: Lesson,
    at progress: Progress,
    isThere: Bool = false
  ) -> [Effect] {
    var next = LessonVisit(lesson, progress: progress)
    next.player = self.lesson?.player.map { LessonPlayer(pace: $0.pace) }
    do {
      if !isThere { enter(try State(startOf: lesson, step: progress.step)) }
    } catch {
      message = .lessonIsBroken(error.reason)
    }
    self.lesson = next
    if sort.isResult { sortClasses() }
    return [.keep(progress)]
  }

  /// The state in which a step begins, for any learner: what the steps before had for a solution is carried
  /// out from the last start on.
  init(startOf lesson: Lesson, step: Int) throws(Refusal) {
    let first = lesson.steps[...step].lastIndex { $0.start.subject != nil } ?? 0
    let subject = lesson.steps[first].start.subject ?? lesson.subject
    self.init(
      problem: subject.problem,
      baseline: subject.baseline,
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    for index in first...step {
      try carryOut(lesson.steps[index].start.commands)
      if index < step { try carryOut(lesson.steps[index].solution) }
    }
  }

  /// Carries lines of a script out, as far as they go.
  mutating func carryOut(_ script: [ScriptLine]) throws(Refusal) {
    for line in script {
      do throws(Refusal) {
        for action in try LessonScript.actions(line) { _ = try carryOut(action) }
        guard problem.logits.count * problem.classes.count <= Lesson.logitLimit else {
          throw Refusal(.tooLargeForLessons)
        }
      } catch {
        throw Refusal(.inScript(line.text, error.reason))
      }
    }
  }

  /// Takes over what another state shows, and keeps how the viewer wants the screen.
  private mutating func enter(_ other: State) {
    var next = State(start: other.subject, subject: other.subject, row: other.row)
    next.focus = other.focus
    next.step = other.step
    next.rate = other.rate
    next.descent = other.descent
    next.panel = other.panel
    next.curveScope = other.curveScope
    next.formula = other.formula
    next.sort = other.sort
    next.order = other.order
    next.top = other.top
    next.rowSort = other.rowSort
    next.rowOrder = other.rowOrder
    next.hasCurtain = hasCurtain
    next.takeView(of: self)
    self = next
  }

  /// Has the screen as the viewer of another state wants it.
  private mutating func takeView(of other: State) {
    digits = other.digits
    showsKeys = other.showsKeys
    pressed = other.pressed
    options = other.options
    size = other.size
  }

  mutating func goToNextStep() throws(Refusal) -> [Effect] {
    let visit = try visited()
    let isDone = visit.stage == .done || visit.progress.done.contains(visit.progress.step)
    guard isDone || visit.request == .skip else { throw asking(.skip, .stepIsNotDone) }
    if visit.isLastStep { return [.nextLesson] }
    var progress = visit.progress
    progress.step += 1
    let isThere = visit.player != nil && visit.lesson.steps[progress.step].start.isEmpty
    return begin(visit.lesson, at: progress, isThere: isThere)
  }

  mutating func goToPreviousStep() throws(Refusal) -> [Effect] {
    let visit = try visited()
    var progress = visit.progress
    progress.step = max(0, progress.step - 1)
    return begin(visit.lesson, at: progress)
  }

  /// The lesson, which has to be open and not left for free play.
  private func visited() throws(Refusal) -> LessonVisit {
    guard let lesson else { throw Refusal(.noLesson) }
    guard lesson.freePlay == .off else { throw Refusal(.inFreePlay) }
    return lesson
  }

  /// Notes a request that counts when it comes again.
  private mutating func asking(_ request: LessonVisit.Request, _ why: Phrase) -> Refusal {
    lesson?.request = request
    return Refusal(why)
  }
}

// MARK: What may be changed

extension State {
  /// Refuses a change that the lesson does not allow now.
  func permit(_ action: Action) throws(Refusal) {
    guard let lesson, let step = lessonStep, let command = action.command else { return }
    if lesson.stage == .predicting { throw Refusal(.predictFirst(step.prediction)) }
    if let only = step.only, !only.contains(where: { $0.text == command }) {
      throw Refusal(.lockedByLesson(keys(of: only)))
    }
  }

  /// The keys of the commands, as the prose names them.
  private func keys(of commands: [ScriptLine]) -> String {
    commands.map { LessonProse.keys($0.text, options.glyphs) }.joined(separator: "  ")
  }

  /// Sees whether a change makes a prediction void.
  mutating func noteLesson(_ action: Action) {
    // A question changes nothing before it is answered.
    if case .ask = action { return }
    guard let command = action.command, let step = lessonStep else { return }
    lesson?.hasActed = true
    if lesson?.hidesResults == true, !step.isOpen(to: command) {
      lesson?.guess.isVoid = true
      message = .predictionIsVoid
    }
  }

  /// Forgets what was asked for once, where something else comes before the second time.
  mutating func forgetRequest(before action: Action?) {
    if action != .quit { isLeaving = false }
    switch action {
    case .openPalette, .nextStep, .solution, .freePlay: break
    default: lesson?.request = nil
    }
  }

  /// Ends the step where its goal is reached.
  mutating func checkGoal() -> [Effect] {
    guard let lesson, lesson.stage == .acting, let step = lessonStep, let goal = step.goal,
      holds(goal, tolerance: step.tolerance)
    else { return [] }
    return endStep()
  }

  /// The step is done: what was hidden is shown.
  mutating func endStep() -> [Effect] {
    guard var visit = lesson else { return [] }
    visit.stage = .done
    visit.guess.truth = truth
    visit.guess.wasRight = visit.guess.answers.first.map(isRight) ?? false
    visit.progress.done.insert(visit.progress.step)
    visit.isAside = false
    lesson = visit
    if sort.isResult { sortClasses() }
    return [.keep(visit.progress)]
  }
}

// MARK: Help on the way

extension State {
  mutating func showHint() throws(Refusal) {
    var visit = try visited()
    guard visit.stage != .done else { throw Refusal(.stepIsDone) }
    guard visit.hintsShown < visit.step.hints.count else { throw Refusal(.noMoreHints) }
    visit.hintsShown += 1
    visit.isAside = false
    lesson = visit
  }

  /// Does the task, when it is asked for a second time.
  mutating func showSolution() throws(Refusal) -> [Effect] {
    let visit = try visited()
    guard visit.stage != .done else { throw Refusal(.stepIsDone) }
    guard visit.request == .solution else { throw asking(.solution, .solutionAgain) }
    let effects = begin(visit.lesson, at: visit.progress)
    lesson?.stage = .acting
    lesson?.guess.answers = visit.guess.answers
    lesson?.guess.isVoid = visit.guess.answers.isEmpty
    // What the lesson locks is locked for the learner.
    let open = lesson
    lesson = nil
    do {
      try carryOut(visit.step.solution)
    } catch {
      lesson = open
      throw error
    }
    lesson = open
    message = nil
    guard visit.step.goal.map({ holds($0, tolerance: visit.step.tolerance) }) ?? true else {
      throw Refusal(.solutionMisses)
    }
    lesson?.wasSolved = true
    return effects + endStep()
  }

  /// Leaves the lesson for free play, or takes it up again just as it was.
  mutating func toggleFreePlay() throws(Refusal) {
    guard let visit = lesson else { throw Refusal(.noLesson) }
    if case .on(var state) = visit.freePlay {
      state.takeView(of: self)
      state.message = .backInLesson
      self = state
      return
    }
    if visit.hidesResults {
      guard visit.request == .freePlay else { throw asking(.freePlay, .freePlayTells) }
      lesson?.guess.isVoid = true
      if sort.isResult { sortClasses() }
    }
    lesson?.request = nil
    stopRun()
    let kept = self
    lesson?.freePlay = .on(kept)
    message = .freePlay
  }

  /// Brings the lesson's text into the place of the panel, or gives the place back.
  mutating func toggleText() throws(Refusal) {
    _ = try visited()
    lesson?.isAside.toggle()
  }
}
