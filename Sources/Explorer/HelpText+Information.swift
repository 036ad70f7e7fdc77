extension HelpText {
  static let information = HelpText(
    title: Phrase(en: "Information", ko: "정보량"),
    items: [
      (
        Phrase(verbatim: "H(y)"),
        Phrase(
          en: "entropy of the target: the part that no prediction avoids",
          ko: "타깃의 엔트로피: 어떤 예측으로도 줄일 수 없는 부분"
        )
      ),
      (
        Phrase(verbatim: "KL(y‖s)"),
        Phrase(
          en: "what the prediction costs beyond that; H(y) + KL is the cross entropy",
          ko: "예측이 타깃과 달라서 더해지는 부분, H(y) + KL = 교차 엔트로피"
        )
      ),
      (
        Phrase(verbatim: "log C"),
        Phrase(
          en: "entropy of C equal probabilities: the bar's width, doubled until all fits",
          ko: "균등 분포의 엔트로피 (C: 클래스 수), 막대의 너비 (모자라면 두 배씩 늘림)"
        )
      ),
      (
        .perplexity,
        Phrase(
          en: "exp of the cross entropy: an even guess among so many classes costs as much",
          ko: "exp(교차 엔트로피): 그 수만큼의 클래스를 균등하게 예측할 때와 같은 손실"
        )
      ),
      (
        .effectiveClasses,
        Phrase(
          en: "exp of the softmax's entropy: over how many classes it spreads",
          ko: "exp(H(s)): 소프트맥스 확률이 퍼져 있는 클래스의 수"
        )
      ),
    ]
  )
}
