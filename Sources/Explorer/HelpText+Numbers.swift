extension HelpText {
  static let numbers = HelpText(
    title: Phrase(en: "Numbers", ko: "수치 오차"),
    items: [
      (
        .formulation(isStable: false),
        Phrase(
          en: "exp(a) / Σ exp(a) and −log s, a = z/T, in floating point of so many bits",
          ko: "그 비트 수의 부동소수점으로 식을 그대로 계산한 exp(a)/Σexp(a), −log s (a = z/T)"
        )
      ),
      (
        .formulation(isStable: true),
        Phrase(
          en: "the largest a subtracted first, from exp and from the loss logsumexp − a",
          ko: "가장 큰 a를 먼저 빼고 exp와 손실 logsumexp − a를 구하는 방식"
        )
      ),
      (
        Phrase(verbatim: "ε"),
        Phrase(
          en: "the loss as −log(s + ε): it neither exceeds −log ε nor stays above 0",
          ko: "−log(s + ε)으로 계산한 손실 (−log ε을 넘지 못하고 0보다 작아질 수 있음)"
        )
      ),
      (
        .digitsHead,
        Phrase(en: "how many decimal digits are right", ko: "참값과 일치하는 십진 유효 자릿수")
      ),
    ]
  )
}
