import Lessons
import LogitModel
import TerminalUI

extension State {
  /// The question that is open.
  var openQuestion: Prediction? { lesson?.stage == .predicting ? lessonStep?.prediction : nil }

  /// What a key does to the question that is open: digits choose or begin a number, Enter locks in.
  ///
  /// - Returns: nil for a key that has nothing to do with it.
  mutating func pressPredicting(_ key: Key) throws(Refusal) -> [Effect]? {
    // After an answer Enter is pressed to go on, and not to change the problem.
    if key == .enter, lessonStep != nil, lesson?.stage == .done { throw Refusal(.stepIsDone) }
    guard let question = openQuestion else { return nil }
    switch (question.answer, key) {
    case (.choices(let choices), .character(let character)):
      guard let digit = character.wholeNumberValue, digit > 0 else { return nil }
      guard digit <= choices.count else {
        // The panels are worth opening once they show something.
        if isCurtained { throw Refusal(.predictFirst(question)) }
        return nil
      }
      lesson?.guess.choice = digit - 1
      return []
    case (.choices, .enter):
      guard let choice = lesson?.guess.choice else { throw Refusal(.predictFirst(question)) }
      return lockIn(.choice(choice))
    case (.number, .character(let character)):
      guard character.isNumber || "-−.".contains(character) else { return nil }
      mode = .asking(.prediction, TextField(String(character)))
      return []
    case (.number, .enter): return perform(.ask(.prediction))
    default: return nil
    }
  }

  /// Locks a prediction in: the number of a choice, from 1, or the number that is asked for.
  mutating func predict(_ number: Double) throws(Refusal) -> [Effect] {
    guard let question = openQuestion else { throw Refusal(.nothingToPredict) }
    switch question.answer {
    case .number: return lockIn(.number(number))
    case .choices(let choices):
      guard let choice = Int(exactly: number), (1...choices.count).contains(choice) else {
        throw Refusal(.predictFirst(question))
      }
      return lockIn(.choice(choice - 1))
    }
  }

  /// A prediction of what is to be done lets the keys act; one of what is there is answered at once, and
  /// the step stays open until the answer is right.
  private mutating func lockIn(_ answer: Guess.Answer) -> [Effect] {
    lesson?.guess.answers.append(answer)
    lesson?.guess.choice = nil
    lesson?.isAside = false
    guard lessonStep?.goal == nil else {
      lesson?.stage = .acting
      return []
    }
    if sort.isResult { sortClasses() }
    return isRight(answer) ? endStep() : []
  }

  /// Whether an answer is right as things stand.
  func isRight(_ answer: Guess.Answer) -> Bool {
    switch (answer, truth) {
    case (.choice(let choice), .choice(let right)): choice == right
    case (.number(let number), .number(let value)):
      isNear(number, value, tolerance: (lesson?.step.tolerance ?? 0) * questionUnit)
    default: false
    }
  }

  /// What a number that the question asks for is multiplied by to be read off a screen that may show bits.
  private var questionUnit: Double {
    guard case .number(let expression) = lesson?.step.prediction?.answer else { return 1 }
    return TermForm(of: expression.term, self) == .nats ? options.unit.perNat : 1
  }

  /// The right answer as things stand.
  var truth: Guess.Answer? {
    guard let step = lesson?.step, let question = step.prediction else { return nil }
    switch question.answer {
    case .choices(let choices):
      return choices.firstIndex { holds($0.holds, tolerance: step.tolerance) }.map { .choice($0) }
    case .number(let expression):
      return (try? value(of: expression)).map { .number($0 * questionUnit) }
    }
  }
}
