extension HelpText {
  static let numbers = HelpText(
    title: Phrase(en: "Numbers", ko: "수치 오차"),
    items: [
      (
        .formulation(isStable: false),
        Phrase(
          en: "exp(a) / Σ exp(a) and −log s, a = z/T, in floating point of so many bits",
          ko: "부동소수점으로 그대로 계산한 exp(a)/Σexp(a)와 −log s (a = z/T)"
        )
      ),
      (
        .formulation(isStable: true),
        Phrase(
          en: "the largest a taken off first, from exp and from the loss logsumexp − a",
          ko: "가장 큰 a를 먼저 빼는 계산 (exp와 손실 logsumexp − a 모두)"
        )
      ),
      (
        Phrase(verbatim: "ε"),
        Phrase(
          en: "the loss as −log(s + ε): it neither exceeds −log ε nor stays above 0",
          ko: "−log(s + ε)으로 계산한 손실: −log ε보다 커지지 못하고, 0보다 작아지기도 함"
        )
      ),
      (
        .digitsHead,
        Phrase(en: "how many decimal digits are right", ko: "십진수로 맞는 유효 자릿수")
      ),
    ]
  )
}
