extension HelpText {
  static let descent = HelpText(
    title: Phrase(en: "Gradient descent", ko: "경사 하강"),
    items: [
      (
        Phrase(verbatim: "η"),
        Phrase(
          en: "the learning rate: a step is z ← z − η⋅∂L/∂z, of the row's own loss",
          ko: "학습률: 한 스텝은 그 행의 손실로 z ← z − η⋅∂L/∂z"
        )
      ),
      (
        Phrase(verbatim: "┅○"),
        Phrase(
          en: "the same steps without the negatives' gradient: the positive's logit moves alone",
          ko: "음성 클래스의 기울기를 0으로 둔 같은 스텝 (양성의 로짓만 움직임)"
        )
      ),
    ]
  )
}
