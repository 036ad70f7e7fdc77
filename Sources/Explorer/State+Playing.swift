import Lessons
import TerminalUI

extension State {
  /// Whether an event ends a lesson's playing, and does nothing else.
  mutating func takesOver(_ event: Event) -> Bool {
    guard lesson?.player != nil else { return false }
    switch event {
    case .tick, .resize: return false
    case .key(let key) where Keymap.action(for: key)?.concernsProgram == true: return false
    case .key, .mouse, .paste:
      lesson?.player = nil
      message = .takenOver
      return true
    }
  }

  /// Carries the lesson on by one thing: the answer, a line of the solution, or the next step.
  mutating func playOn() -> [Effect] {
    guard let visit = lesson, let player = visit.player, lessonStep != nil else { return [] }
    if player.rest > 0 {
      lesson?.player?.rest -= 1
      return []
    }
    do {
      if let question = openQuestion {
        return try playAnswer(question)
      }
      let script = visit.step.solution
      if player.line < script.count {
        lesson?.player?.line += 1
        if player.line == script.count - 1 { lesson?.player?.rest = LessonPlayer.reading }
        forgetLastKey()
        try carryOut([script[player.line]])
        return checkGoal()
      }
      guard visit.stage == .done, !visit.isLastStep else {
        lesson?.player = nil
        return []
      }
      return try goToNextStep()
    } catch {
      lesson?.player = nil
      message = .lessonIsBroken(error.reason)
      return []
    }
  }

  /// Chooses what will turn out right, and locks it in with the next tick.
  private mutating func playAnswer(_ question: Prediction) throws(Refusal) -> [Effect] {
    guard let visit = lesson else { return [] }
    var solved = try State(startOf: visit.lesson, step: visit.progress.step)
    try solved.carryOut(visit.step.solution)
    solved.lesson = visit
    solved.options = options
    switch (question.answer, solved.truth) {
    case (.choices, .choice(let right)):
      guard visit.guess.choice == right else {
        lesson?.guess.choice = right
        return []
      }
      return try predict(Double(right + 1))
    case (.number, .number(let value)): return try predict(value)
    default: throw Refusal(.nothingToPredict)
    }
  }
}
