/// The words of the panel of information.
extension Phrase {
  static func targetInformation(_ unit: Unit) -> Phrase {
    Phrase(en: "s against y, \(Phrase.unit(unit).en)", ko: "y와 s 비교, \(Phrase.unit(unit).ko)")
  }
  static func softmaxInformation(_ unit: Unit) -> Phrase {
    Phrase(en: "s alone, \(Phrase.unit(unit).en)", ko: "s만 볼 때, \(Phrase.unit(unit).ko)")
  }
  static let crossEntropy = Phrase(en: "cross entropy", ko: "교차 엔트로피")
  static let perplexity = Phrase(en: "perplexity", ko: "퍼플렉시티")
  static let softmaxEntropy = Phrase(en: "entropy H(s)", ko: "엔트로피 H(s)")
  static let effectiveClasses = Phrase(en: "effective classes", ko: "유효 클래스 수")
  static let largestProbability = Phrase(en: "max softmax", ko: "최대 확률")

  /// The head of the classes, of which the first is the argmax.
  static let largestFirst = Phrase(en: "argmax and next", ko: "argmax부터 큰 순")

  static func tie(_ count: Int) -> Phrase {
    Phrase(en: "tie of \(count)", ko: "동점 \(count)개")
  }
  static let tied = Phrase(en: "tie", ko: "동점")

  static func rank(_ place: Int) -> Phrase { Phrase(en: "no. \(place)", ko: "\(place)위") }

  // MARK: What softmax forgets

  static let elephant = Phrase(
    en: "What softmax forgets: > raises every logit, and only logsumexp moves.",
    ko: "소프트맥스가 버리는 정보: > 키로 모든 로짓을 올리면 logsumexp만 움직입니다."
  )

  static func forgotten(_ change: String) -> Phrase {
    Phrase(
      en: "logsumexp moved by \(change) since the baseline; softmax forgot it.",
      ko: "logsumexp는 기준보다 \(change) 달라졌지만, 소프트맥스는 그대로입니다."
    )
  }
}
