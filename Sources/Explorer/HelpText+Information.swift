extension HelpText {
  static let information = HelpText(
    title: Phrase(en: "Information", ko: "정보량"),
    items: [
      (
        Phrase(verbatim: "H(y)"),
        Phrase(
          en: "entropy of the target: what no prediction can save",
          ko: "타깃의 엔트로피: 어떤 예측으로도 줄일 수 없는 부분"
        )
      ),
      (
        Phrase(verbatim: "KL(y‖s)"),
        Phrase(
          en: "what the prediction costs beyond that; H(y) + KL is the cross entropy",
          ko: "예측이 타깃과 달라서 더 드는 부분, H(y) + KL이 교차 엔트로피"
        )
      ),
      (
        Phrase(verbatim: "log C"),
        Phrase(
          en: "what equal probabilities cost: the bar's width, doubled until all fits",
          ko: "모든 확률이 같을 때의 값: 막대의 너비 (모자라면 두 배씩 늘림)"
        )
      ),
      (
        .perplexity,
        Phrase(
          en: "exp of the cross entropy: among so many equal classes the guess would cost as much",
          ko: "exp(교차 엔트로피): 그만큼의 클래스를 똑같은 확률로 찍는 것과 같음"
        )
      ),
      (
        .effectiveClasses,
        Phrase(
          en: "exp of the softmax's entropy: over how many classes it spreads",
          ko: "exp(H(s)): 소프트맥스가 몇 개의 클래스에 퍼져 있는지"
        )
      ),
    ]
  )
}
