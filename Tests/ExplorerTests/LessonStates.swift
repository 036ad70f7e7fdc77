import Lessons
import ProblemFiles
import TerminalUI
import Testing

@testable import Explorer

extension State {
  /// A bundled lesson at a step of it, counted from 1.
  static func lesson(
    _ name: String = "negatives",
    step: Int = 1,
    options: ViewOptions = ViewOptions(),
    width: Int = 80,
    height: Int = 24
  ) throws -> State {
    State(
      lesson: try #require(BundledLesson.named(name)).lesson(),
      progress: Progress(step: step - 1),
      options: options,
      size: Size(width: width, height: height)
    )
  }

  /// A lesson of steps as YAML, all beginning on the same three classes.
  static func lesson(steps: String) throws -> State {
    State(
      lesson: try .of(steps: steps),
      progress: Progress(),
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
  }

  var stage: LessonVisit.Stage? { lesson?.stage }

  /// Carries the solution of the step out as a learner would who has predicted right.
  mutating func solve() throws -> [Effect] {
    var effects: [Effect] = []
    if stage == .predicting {
      var solved = self
      solved.lesson = nil
      try solved.carryOut(try #require(lesson).step.solution)
      solved.lesson = lesson
      switch try #require(solved.truth) {
      case .choice(let right): effects += take(.key(.character(Character("\(right + 1)"))))
      case .number(let number): effects += command("predict \(number)")
      }
      if stage == .predicting { effects += take(.key(.enter)) }
    }
    for line in try #require(lesson).step.solution {
      for action in try LessonScript.actions(line) { effects += perform(action) }
      effects += checkGoal()
    }
    return effects
  }
}

extension Lesson {
  /// The head of a lesson on three classes.
  static let head = """
    name: test
    level: 1
    title: {en: A test, ko: 시험}
    source: {en: nowhere, ko: 없음}
    start:
      problem: {classes: [cat, dog, bird], probabilities: [0.1, 0.2, 0.7], target: bird}
      commands: [class dog]
    steps:

    """

  static func of(steps: String) throws -> Lesson {
    try LessonFile.lesson(InputText(source: "test.yaml", text: head + steps))
  }
}

/// A step to predict and to act.
let risingLoss = """
  - text: {en: Three classes., ko: 세 클래스.}
    predict:
      question: {en: "And the loss?", ko: "손실은?"}
      choices:
        - {en: it falls, ko: 작아진다, holds: loss < baseline.loss - 0.001}
        - {en: it rises, ko: 커진다, holds: loss > baseline.loss + 0.001}
    do: {en: "Raise with {nudge +}.", ko: "{nudge +} 키로 올리세요."}
    goal: logits[dog] - baseline.logits[dog] >= 0.29
    hints: [{en: First., ko: 하나.}, {en: Second., ko: 둘.}]
    solution: [nudge 0.3]
    after: {en: It rose., ko: 커졌습니다.}

  """

/// A step to answer from what is there.
let gradientOfBird = """
  - text: {en: Three classes., ko: 세 클래스.}
    predict:
      question: {en: "And the gradient?", ko: "기울기는?"}
      number: gradient[bird]
    tolerance: 0.01
    hints: [{en: First., ko: 하나.}]
    after: {en: So., ko: 네.}

  """

/// A step to act alone.
let lowerBird = """
  - text: {en: Three classes., ko: 세 클래스.}
    do: {en: "Lower s(bird).", ko: "s(bird)를 낮추세요."}
    goal: positive_probability < 0.5
    only: [negatives, nudge]
    hints: [{en: First., ko: 하나.}]
    solution: [negatives 0.5, negatives 0.5]
    after: {en: So., ko: 네.}

  """
