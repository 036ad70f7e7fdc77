import Lessons
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// The lessons that come with the program, played without a screen.
@Suite struct BundledLessonTests {
  static let names = BundledLesson.all.map(\.name)

  @Test func `there are seventeen, each of four to eight steps and under its own name`() throws {
    #expect(BundledLesson.all.count == 17 && Set(Self.names).count == 17)
    for bundled in BundledLesson.all {
      let lesson = try bundled.lesson()
      #expect(lesson.name == bundled.name)
      #expect((4...8).contains(lesson.steps.count), "\(lesson.name)")
    }
  }

  @Test(arguments: names)
  func `an author has nothing to mend`(name: String) throws {
    let lesson = try #require(BundledLesson.named(name)).lesson()
    #expect(LessonCheck.findings(in: lesson) == [])
  }

  @Test(arguments: names)
  func `every solution ends its step, and then the lesson`(name: String) throws {
    var state = try State.lesson(name)
    let steps = try #require(state.lesson).lesson.steps.indices
    for step in steps {
      #expect(state.lesson?.progress.step == step && state.stage != .done)
      let hides = state.lesson?.step.prediction != nil
      #expect(state.isCurtained == hides)
      let effects = try state.solve()
      #expect(state.stage == .done && !state.isCurtained, "step \(step + 1)")
      #expect(effects.last == .keep(Progress(step: step, done: Set(0...step))))
      if hides { #expect(state.lesson?.guess.truth == state.lesson?.guess.answers.first) }
      #expect(try state.play("n").contains(.nextLesson) == (step == steps.last))
    }
  }

  /// A wrong answer leaves a question open, and a wrong prediction the task.
  @Test(arguments: names)
  func `wrong answers leave the step open`(name: String) throws {
    var state = try State.lesson(name)
    for step in try #require(state.lesson).lesson.steps.indices {
      let wrong = try wrongAnswers(state)
      #expect(wrong.isEmpty == (state.lesson?.step.prediction == nil))
      for answer in wrong {
        var tried = state
        tried.command("predict \(answer)")
        #expect(tried.stage == (state.lesson?.step.goal == nil ? .predicting : .acting))
        #expect(tried.lesson?.progress.done.contains(step) == false, "step \(step + 1): \(answer)")
      }
      try state.play("n n")
    }
  }

  private func wrongAnswers(_ state: State) throws -> [String] {
    var solved = try State.lesson(
      state.lesson?.lesson.name ?? "",
      step: (state.lesson?.progress.step ?? 0) + 1
    )
    _ = try solved.solve()
    switch (state.lesson?.step.prediction?.answer, solved.lesson?.guess.truth) {
    case (.choices(let choices), .choice(let right)):
      return choices.indices.filter { $0 != right }.map { "\($0 + 1)" }
    case (.number, .number(let value)):
      let tolerance = try #require(state.lesson).step.tolerance
      return [value + 2 * tolerance, value - 2 * tolerance].map { "\($0)" }
    default: return []
    }
  }

  /// Half of a solution, or nothing but what it takes back, is not enough.
  @Test(arguments: names)
  func `less than the solution leaves the step open`(name: String) throws {
    var state = try State.lesson(name)
    for step in try #require(state.lesson).lesson.steps {
      if step.goal != nil {
        var tried = state
        if tried.stage == .predicting { tried.command("predict 1") }
        #expect(tried.checkGoal().isEmpty && tried.stage == .acting)
        for line in step.solution.dropLast() {
          for action in try LessonScript.actions(line) { _ = tried.perform(action) }
          let effects = tried.checkGoal()
          #expect(effects.isEmpty, "line \(line.line): \(line.text) is enough")
        }
      }
      try state.play("n n")
    }
  }

  @Test(arguments: names)
  func `a lesson plays itself to its end`(name: String) throws {
    var state = try State.lesson(name)
    let steps = try #require(state.lesson).lesson.steps
    state.lesson?.player = LessonPlayer(pace: .seconds(1))
    let lines = steps.reduce(0) { $0 + $1.solution.count }
    var ticks = 0
    while state.lesson?.player != nil, ticks < lines + 12 * steps.count {
      state.take(.tick)
      ticks += 1
    }
    #expect(state.lesson?.player == nil && state.stage == .done)
    #expect(state.lesson?.progress.done == Set(steps.indices))
  }

  @Test func `a demonstration is a lesson that only tells and does`() throws {
    var state = try State.lesson(
      steps: """
          - text: {en: First., ko: 하나.}
            solution: [nudge 1, "press ] ]"]
          - text: {en: Second., ko: 둘.}
            solution: [undo, panel jacobian]

        """
    )
    #expect(
      state.rows.contains { $0.hasSuffix("  step 1 of 2") }
        && state.rows.joined().contains("First.")
    )
    state.lesson?.player = LessonPlayer(pace: .seconds(1))
    while state.lesson?.player != nil, state.lesson?.progress.step == 0 { state.take(.tick) }
    #expect(abs(state.logits[1] - state.baselineLogit(1) - 1.2) < 1e-12)
    #expect(state.receipt != nil, "nothing is reset from caption to caption")
    while state.lesson?.player != nil { state.take(.tick) }
    #expect(abs(state.logits[1] - state.baselineLogit(1) - 1.1) < 1e-12)
    #expect(state.panel == .jacobian && state.lesson?.isLastStep == true)
    #expect(
      state.rows.contains { $0.contains("[3 jacobian]") } && state.rows.joined().contains("Second.")
    )
  }

  @Test func `any key takes a playing lesson over, and does nothing else`() throws {
    var state = try State.lesson()
    state.lesson?.player = LessonPlayer(pace: .seconds(1))
    state.take(.tick)
    let before = state.subject
    #expect(try state.play("q").isEmpty)
    #expect(state.lesson?.player == nil && state.subject == before)
    #expect(state.message == .takenOver)
    #expect(try state.play("q") == [.quit])
  }
}
