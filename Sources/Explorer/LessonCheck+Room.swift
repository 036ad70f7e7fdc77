import Lessons
import TerminalUI

/// Whether everything that a step says has room.
extension LessonCheck {
  private static let size = Size(width: 80, height: 24)

  mutating func checkRoom() {
    for language in Language.allCases {
      let options = ViewOptions(language: language)
      var state = State(
        lesson: lesson,
        progress: Progress(step: place),
        options: options,
        size: Self.size
      )
      for hints in 0...step.hints.count {
        state.lesson?.hintsShown = hints
        let what = hints == 0 ? "its text" : "hint \(hints)"
        checkStages(of: state, what, language)
      }
    }
  }

  /// The stages with each answer that a learner may give.
  private mutating func checkStages(of start: State, _ what: String, _ language: Language) {
    if step.prediction != nil { check(start, what + " with the question", language) }
    for answer in answers {
      var state = start
      if let answer { state.lesson?.guess.answers = [answer] }
      if step.goal == nil, answer != nil {
        check(state, what + " with the question after a wrong answer", language)
      }
      if step.goal != nil {
        state.lesson?.stage = .acting
        state.lesson?.hasActed = true
        check(state, what + " with the task", language)
      }
      _ = try? state.carryOut(step.solution)
      _ = state.endStep()
      check(state, "the explanation", language)
    }
  }

  /// What may have been predicted.
  private var answers: [Guess.Answer?] {
    switch step.prediction?.answer {
    case nil: [nil]
    case .number: [.number(0.12345)]
    case .choices(let choices): choices.indices.map { .choice($0) }
    }
  }

  private mutating func check(_ state: State, _ what: String, _ language: Language) {
    guard let height = LessonView(state)?.height(width: Self.size.width),
      height > LessonView.rows
    else { return }
    let rows = height - LessonView.rows
    let message =
      "\(what) takes \(rows) row\(rows == 1 ? "" : "s") too many at 80x24 in '\(language.rawValue)'; shorten it"
    find(message)
  }
}
