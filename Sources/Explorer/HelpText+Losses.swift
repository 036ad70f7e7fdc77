extension HelpText {
  static let losses = HelpText(
    title: Phrase(en: "Losses", ko: "손실 함수"),
    items: [
      (
        .noPush,
        Phrase(
          en: "the gradient is exactly 0: this loss leaves the class where it is",
          ko: "기울기가 정확히 0이어서 이 손실로는 로짓이 변하지 않는 클래스"
        )
      ),
      (
        Phrase(en: "lowers z, raises z", ko: "z 감소, z 증가"),
        Phrase(
          en: "what a step against the gradient does to the logit of the class in focus",
          ko: "경사 하강 한 스텝에서 선택한 클래스의 로짓이 움직이는 방향"
        )
      ),
      (
        Phrase(en: "share with −", ko: "− 부호가 붙은 비중"),
        Phrase(
          en: "a negative that the step would raise; the sizes of the shares sum to 100 %",
          ko: "경사 하강으로 로짓이 커지는 음성 클래스 (비중 절댓값의 합은 100 %)"
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
          en:
            "with a hinge, which uses no probability: how the loss changes with the negative's logit",
          ko: "확률을 쓰지 않는 힌지에서 음성의 로짓에 대한 손실의 변화율"
        )
      ),
      (
        Phrase(verbatim: "k, t, Δ, γ, [x]+"),
        Phrase(
          en:
            "the positive; +1 for it and −1 for a negative; the margin of the hinges; the exponent of the"
            + " focal loss; max(0, x)",
          ko: "양성 클래스, 양성 +1·음성 −1, 힌지의 마진, 초점 손실의 지수, max(0, x)"
        )
      ),
      (
        Phrase(verbatim: "o, softplus(x), [x > 0]"),
        Phrase(
          en: "in formulas: (1 − y)·s/(1 − s); log(1 + exp(x)); 1 where x > 0, else 0",
          ko: "수식에서 (1 − y)·s/(1 − s), log(1 + exp(x)), x가 양수이면 1 아니면 0"
        )
      ),
      (
        Phrase(en: "(L: sigmoid), (L: z)", ko: "(손실: sigmoid, z)"),
        Phrase(
          en:
            "the table's s is softmax's all the same, while the loss takes the sigmoid or z itself",
          ko: "표의 s는 언제나 소프트맥스, 손실은 시그모이드나 z로 계산한 값"
        )
      ),
    ]
  )
}
