import Lessons

/// Whether conditions speak of what there is.
extension LessonCheck {
  mutating func checkConditions(on start: State) {
    let vocabulary = LessonQuantity.vocabulary(classes: start.problem.classes)
    for condition in step.conditions {
      for problem in vocabulary.problems(in: condition) {
        find("'\(condition.text)': \(problem)", line: condition.line)
      }
    }
    guard case .number(let expression) = step.prediction?.answer else { return }
    for problem in vocabulary.problems(in: expression) {
      find("'\(expression.text)': \(problem)", line: expression.line)
    }
  }
}

extension LessonStep {
  fileprivate var conditions: [Condition] {
    guard case .choices(let choices) = prediction?.answer else { return [goal].compactMap { $0 } }
    return [goal].compactMap { $0 } + choices.map(\.holds)
  }
}
