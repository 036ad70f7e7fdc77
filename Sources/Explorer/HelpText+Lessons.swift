extension HelpText {
  static let lessons = HelpText(
    title: Phrase(en: "In a lesson", ko: "레슨에서"),
    items: [
      (
        Phrase(verbatim: "1 2 3 4, Enter"),
        Phrase(
          en: "choose an answer and lock it in; a number is typed, then Enter",
          ko: "답을 고르고 확정 (값을 묻는 문제는 값을 입력하고 Enter)"
        )
      ),
      (
        Phrase(verbatim: "?"),
        Phrase(
          en: "a result that is hidden until the prediction is locked in and the task done",
          ko: "예측을 확정하고 과제를 마칠 때까지 가린 결과"
        )
      ),
      (
        Phrase(en: "locked", ko: "잠긴 키"),
        Phrase(
          en: "the step is about other keys, which the last row shows; looking always works",
          ko: "이 단계에서 쓸 수 없는 키 (쓸 수 있는 키는 맨 아랫줄에 표시, 보기만 하는 키는 언제나 동작)"
        )
      ),
      (
        Phrase(en: "void", ko: "예측 취소"),
        Phrase(
          en: "of a prediction: something else was changed before its result could show",
          ko: "결과가 나오기 전에 과제와 다른 값을 바꾸면 예측이 취소됨"
        )
      ),
    ]
  )
}
