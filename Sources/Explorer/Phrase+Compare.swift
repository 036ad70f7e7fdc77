/// The words of the panel that compares with the baseline.
extension Phrase {
  static let gradientGroup = Phrase(en: "gradient ∂L/∂z", ko: "기울기 ∂L/∂z")
  static let termGroup = Phrase(en: "loss term", ko: "손실 항")
  static let differenceHead = Phrase(en: "difference", ko: "차이")
  static let same = Phrase(en: "the same", ko: "같음")

  static func afterOneStep(_ rate: String) -> Phrase {
    Phrase(en: "after one step, η = \(rate)", ko: "한 스텝 뒤, η = \(rate)")
  }

  static func baselineHas(_ settings: String) -> Phrase {
    Phrase(en: "the baseline has \(settings)", ko: "기준의 설정: \(settings)")
  }

  static func targetIs(_ name: String) -> Phrase {
    Phrase(en: "target \(name)", ko: "타깃 \(name)")
  }
}
