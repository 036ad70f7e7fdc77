import LogitModel

/// The names of what lessons ask about, in a line of feedback.
extension Phrase {
  static let positiveInWords = Phrase(en: "positive", ko: "양성")
  static let thePositive = Phrase(en: "the positive", ko: "양성 클래스")
  static let negativesProbability = Phrase(en: "Σ s(negatives)", ko: "Σ s(음성)")
  static let batchLoss = Phrase(en: "batch loss", ko: "배치 손실")
  static let temperature = Phrase(en: "temperature", ko: "온도")
  static let labelSmoothing = Phrase(en: "label smoothing", ko: "레이블 스무딩")
  static let learningRate = Phrase(en: "learning rate", ko: "학습률")
  static let rowNumber = Phrase(en: "row number", ko: "행 번호")
  static let rowCount = Phrase(en: "number of rows", ko: "행의 수")
  static let classCount = Phrase(en: "number of classes", ko: "클래스 수")
  static let positiveOnlyLoss = Phrase(
    en: "loss without the negatives' gradient",
    ko: "음성의 기울기 없이 배운 손실"
  )
  static let descentSteps = Phrase(en: "descent steps", ko: "스텝 수")
  static let push = Phrase(en: "push", ko: "영향")
  static let share = Phrase(en: "share", ko: "비중")
  static let lossWithout = Phrase(en: "ΔL without", ko: "제외 시 ΔL")
  static let attribution = Phrase(en: "attribution", ko: "손실 기여")
  static let lossWithEpsilon = Phrase(en: "loss with ε", ko: "ε을 더한 손실")

  static func term(of loss: any Loss) -> Phrase {
    Phrase(en: "\(loss.sign) term", ko: "\(loss.sign) 손실 항")
  }

  static func gradient(of loss: any Loss) -> Phrase {
    Phrase(verbatim: "\(loss.sign) ∂L/∂z")
  }

  static func formulation(isStable: Bool, of quantity: Phrase) -> Phrase {
    let formulation = formulation(isStable: isStable)
    return Phrase { "\(formulation[$0]) \(quantity[$0])" }
  }

  static func textbook(_ quantity: Phrase, _ format: FloatingPointFormat) -> Phrase {
    let bits = format.rawValue
    return Phrase(en: "\(quantity.en) (\(bits) bit)", ko: "\(quantity.ko) (\(bits)비트)")
  }

  static func ofBaseline(_ quantity: Phrase) -> Phrase {
    Phrase(en: "baseline \(quantity.en)", ko: "기준 \(quantity.ko)")
  }

  /// Several, parted by commas.
  static func list(_ phrases: [Phrase]) -> Phrase {
    Phrase { language in phrases.map { $0[language] }.joined(separator: ", ") }
  }

  /// With an argument in brackets.
  func of(_ argument: Phrase) -> Phrase {
    Phrase { "\(self[$0])(\(argument[$0]))" }
  }
}
