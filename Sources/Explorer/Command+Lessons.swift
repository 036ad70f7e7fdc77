/// The commands of a lesson.
extension Command {
  static let lessons: [Command] = [
    Command(
      "next",
      .lesson,
      .nextStep,
      on: ["n"],
      does: Phrase(en: "in a lesson: next step", ko: "레슨의 다음 단계")
    ),
    Command(
      "back",
      .lesson,
      .previousStep,
      on: ["N"],
      does: Phrase(en: "in a lesson: back a step", ko: "레슨의 이전 단계")
    ),
    Command(
      "hint",
      .lesson,
      .hint,
      on: [";"],
      does: Phrase(en: "in a lesson: a hint, each time more", ko: "레슨의 힌트, 누를 때마다 하나 더")
    ),
    Command(
      "solution",
      .lesson,
      .solution,
      on: [],
      does: Phrase(en: "in a lesson: do the task (asked twice)", ko: "레슨의 풀이 보기 (두 번 입력)")
    ),
    Command(
      "free-play",
      .lesson,
      .freePlay,
      on: ["P"],
      does: Phrase(
        en: "leave the lesson for free play, and back without loss",
        ko: "레슨을 잠시 벗어나 자유 조작, 다시 누르면 그대로 복귀"
      )
    ),
    Command(
      "text",
      .lesson,
      .showText,
      on: ["0"],
      does: Phrase(en: "lesson's text away from the panel, and back", ko: "레슨 글 감추기, 다시 보기")
    ),
    Command(
      "predict",
      .lesson,
      keys: [],
      argument: .number(Phrase(en: "NUMBER", ko: "번호|값")) { .predict($0) },
      does: Phrase(
        en: "lock a prediction in: a choice or a number",
        ko: "예측 확정: 보기 번호 또는 값"
      )
    ),
  ]
}
