import ProblemFiles

@testable import Lessons

/// A lesson that says everything once.
let wholeLesson = """
  name: tiny
  level: 2
  title: {en: A title, ko: 제목}
  source: {en: From here, ko: 출처}
  start:
    problem: {classes: [cat, dog, owl], logits: [1, 2, 3], target: owl}
    baseline: {logits: [0, 0, 0]}
    commands: [class dog]
  steps:
    - text: {en: A scene, ko: 장면}
      predict:
        question: {en: What, ko: 무엇}
        choices:
          - {en: up, ko: 위, holds: loss > 1}
          - {en: down, ko: 아래, holds: loss <= 1}
      do: {en: Do this, ko: 해 보세요}
      goal: loss < 0.1
      only: [nudge, undo]
      hints: [{en: A hint, ko: 힌트}, {en: Another, ko: 또}]
      solution: [nudge -1, class owl, nudge 5]
      after: {en: Seen, ko: 결과}
    - start: {commands: [baseline]}
      text: {en: Next, ko: 다음}
      predict:
        question: {en: How much, ko: 얼마}
        number: loss
      tolerance: 0.25
  """

/// The lesson that a text tells, as if it stood in a file.
func lesson(_ text: String) throws(FileError) -> Lesson {
  try LessonFile.lesson(InputText(source: "x.yaml", text: text))
}

/// The message with which a text is refused.
func refusal(_ text: String) -> String? {
  do {
    _ = try lesson(text)
    return nil
  } catch {
    return error.description
  }
}
