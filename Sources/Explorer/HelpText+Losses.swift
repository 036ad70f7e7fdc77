extension HelpText {
  static let losses = HelpText(
    title: Phrase(en: "Losses", ko: "손실 함수"),
    items: [
      (
        .noPush,
        Phrase(
          en: "the gradient is exactly 0: this loss leaves the class where it is",
          ko: "기울기가 정확히 0, 이 손실로는 로짓이 그대로인 클래스"
        )
      ),
      (
        Phrase(en: "lowers z, raises z", ko: "z 내림, z 올림"),
        Phrase(
          en: "what a step against the gradient does to the logit of the class in focus",
          ko: "경사 하강 한 단계에서 선택한 클래스의 로짓이 움직이는 방향"
        )
      ),
      (
        Phrase(en: "share with −", ko: "− 부호가 붙은 비중"),
        Phrase(
          en: "a negative that the step would raise; the sizes of the shares sum to 100 %",
          ko: "로짓이 올라가는 음성 클래스 (비중은 크기의 합이 100 %)"
        )
      ),
      (
        .attributionHead,
        Phrase(
          en:
            "with softmax, the negative's own term + q × the positive's term, q being its part of the"
            + " softmax over the negatives alone: these sum to the loss. Else its own term.",
          ko: "소프트맥스를 쓰는 손실에서는 음성 자신의 손실 항 + q × 양성의 손실 항 (q: 음성 클래스만의"
            + " 소프트맥스, 합계는 손실과 같음), 그 밖에는 자신의 손실 항"
        )
      ),
      (
        .slopeHead,
        Phrase(
          en: "the hinges know no probability: how the loss changes with the negative's logit",
          ko: "확률을 쓰지 않는 힌지에서 음성의 로짓에 대한 손실의 변화율"
        )
      ),
      (
        Phrase(verbatim: "k, t, Δ, γ, [x]+"),
        Phrase(
          en:
            "the positive; +1 for it and −1 for a negative; the hinges' margin; how the focal loss fades;"
            + " max(0, x)",
          ko: "양성 클래스, 양성 +1·음성 −1, 힌지의 마진, 포컬 손실의 감쇠 지수, max(0, x)"
        )
      ),
      (
        Phrase(en: "s (L: sigmoid), s (L: z)", ko: "s (손실: sigmoid), s (손실: z)"),
        Phrase(
          en:
            "the table's s is softmax's all the same, while the loss takes the sigmoid or z itself",
          ko: "표의 s는 언제나 소프트맥스 값이지만 손실은 시그모이드나 z로 계산함"
        )
      ),
    ]
  )
}
