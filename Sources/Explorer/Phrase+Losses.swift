import LogitModel

/// How the screen speaks of a loss.
///
/// A loss that has no entry is spoken of by its name, and works everywhere all the same.
struct LossWords: Sendable {
  /// A setting that changes this loss and none of another kind.
  enum Parameter {
    case gamma, hingeMargin
  }

  let title: Phrase
  /// The few letters that stand for it in the header.
  let sign: String
  var parameter: Parameter?
  /// A class's term for a one-hot target, where one form holds for all classes.
  var term: String?
  /// The loss of a row.
  var formula: String?

  fileprivate static let table: [String: LossWords] = [
    "cross_entropy": LossWords(
      title: Phrase(en: "cross entropy", ko: "교차 엔트로피"),
      sign: "CE",
      term: Phrase.crossEntropyTermHead.en,
      formula: "−Σ y⋅log s"
    ),
    "all_class_nll": LossWords(
      title: Phrase(en: "all-class NLL", ko: "전체 클래스 NLL"),
      sign: "all-NLL",
      term: "−log(1−|s−y|)",
      formula: "−Σ y⋅log s − Σ (1 − y)⋅log(1 − s)"
    ),
    "binary_cross_entropy": LossWords(
      title: Phrase(en: "sigmoid binary cross entropy", ko: "이진 교차 엔트로피"),
      sign: "BCE",
      term: "−log(1−|σ−y|)",
      formula: "Σ softplus(z/T) − y⋅z/T"
    ),
    "focal": LossWords(
      title: Phrase(en: "focal loss", ko: "초점 손실"),
      sign: "focal",
      parameter: .gamma,
      term: "−y⋅(1−s)^γ⋅log s",
      formula: "−(1 − s)^γ⋅log s"
    ),
    "hinge_weston_watkins": LossWords(
      title: Phrase(en: "Weston–Watkins hinge", ko: "Weston–Watkins 힌지"),
      sign: "hinge WW",
      parameter: .hingeMargin,
      term: "[z−z_k+Δ]+",
      formula: "Σ max(0, z_j − z_k + Δ)"
    ),
    "hinge_crammer_singer": LossWords(
      title: Phrase(en: "Crammer–Singer hinge", ko: "Crammer–Singer 힌지"),
      sign: "hinge CS",
      parameter: .hingeMargin,
      formula: "max(0, max z_j − z_k + Δ)"
    ),
    "hinge_one_vs_all": LossWords(
      title: Phrase(en: "one-vs-all hinge", ko: "일대다 힌지"),
      sign: "hinge OvA",
      parameter: .hingeMargin,
      term: "[Δ−t⋅z]+",
      formula: "Σ max(0, Δ − t⋅z), t = ±1"
    ),
    "brier": LossWords(
      title: Phrase(en: "Brier score", ko: "브라이어 점수"),
      sign: "Brier",
      term: "(s−y)²",
      formula: "Σ (s − y)²"
    ),
  ]
}

extension Loss {
  var words: LossWords {
    LossWords.table[name] ?? LossWords(title: Phrase(verbatim: name), sign: name)
  }

  /// The loss's full name.
  var title: Phrase { words.title }

  /// The few letters that stand for it in the header.
  var sign: String { words.sign }
}

extension Phrase {
  // MARK: Header, table and readout

  /// The hinges take z itself, so the temperature is the softmax's alone.
  static func temperatureOfSoftmax(_ temperature: String) -> Phrase {
    Phrase(en: "T \(temperature) for s only", ko: "T \(temperature) (s에만)")
  }

  static let sigmoidGradientHead = Phrase(verbatim: "σ−y=∂L/∂z")
  // A folded σ would be an s.
  static let softmaxBesideSigmoidHead = Phrase(
    en: "softmax s (L: sigmoid)",
    ko: "소프트맥스 s (손실: sigmoid)"
  )
  static let softmaxBesideSigmoidShortHead = Phrase(
    en: "softmax (L: sigmoid)",
    ko: "s (손실: sigmoid)"
  )
  static let softmaxBesideLogitHead = Phrase(en: "softmax s (L: z)", ko: "소프트맥스 s (손실: z)")
  static let softmaxBesideLogitShortHead = Phrase(en: "softmax (L: z)", ko: "s (손실: z)")

  static let needsPositive = Phrase(en: "needs one positive (y)", ko: "양성 필요 (y 키)")

  static func lossNeedsPositive(_ sign: String) -> Phrase {
    Phrase(
      en: "\(sign) needs one positive: y makes the class in focus the positive",
      ko: "\(sign): 양성 클래스가 하나 있어야 합니다. y 키로 지정하세요"
    )
  }

  static let notTheNLLOfPyTorch = Phrase(
    en: "PyTorch's NLLLoss is not this one: it takes the target's term alone",
    ko: "PyTorch의 NLLLoss와 다릅니다. NLLLoss는 타깃의 항만 계산합니다"
  )

  static let allClassNLLIs = Phrase(
    en: "all-class NLL is cross entropy plus what each negative alone costs;"
      + " PyTorch's NLLLoss takes the target's term alone",
    ko: "전체 클래스 NLL은 교차 엔트로피에 음성 클래스별 손실을 더한 값입니다. PyTorch의 NLLLoss는 타깃의 항만 계산합니다"
  )

  // MARK: Panels

  static let noPush = Phrase(en: "no push", ko: "영향 없음")
  static let slopeHead = Phrase(en: "slope ∂L/∂z", ko: "기울기 ∂L/∂z")

  static let lossHead = Phrase(en: "loss", ko: "손실 함수")
  static let valueHead = Phrase(en: "value", ko: "값")
  static let shortTermHead = Phrase(en: "term", ko: "항")
  static let gradientsHead = Phrase(en: "∂L/∂z of", ko: "각 ∂L/∂z")
  static let lowersLogit = Phrase(en: "lowers z", ko: "z 감소")
  static let raisesLogit = Phrase(en: "raises z", ko: "z 증가")

  static func termHead(of name: String) -> Phrase {
    Phrase(en: "term(\(name))", ko: "항(\(name))")
  }

  static func gradientHead(of name: String) -> Phrase {
    Phrase(verbatim: "∂L/∂z(\(name))")
  }

  static let dashNeedsPositive = Phrase(
    en: "–: the loss needs a positive. y makes the class in focus the positive.",
    ko: "–: 양성 클래스가 있어야 하는 손실입니다. y 키로 선택한 클래스를 양성으로 지정하세요."
  )

  /// The whole, cross entropy's part of it and that of the negatives.
  static func allClassNLLSplit(_ whole: String, _ own: String, _ negatives: String) -> Phrase {
    Phrase(
      en:
        "all-class NLL \(whole) = cross entropy \(own) + what each negative alone costs \(negatives)."
        + " PyTorch's NLLLoss takes the target's term alone: \(own).",
      ko: "전체 클래스 NLL \(whole) = 교차 엔트로피 \(own) + 음성 클래스 손실 항의 합 \(negatives)."
        + " PyTorch의 NLLLoss는 타깃의 항 \(own)만 계산합니다."
    )
  }

  static func allClassNLLSplitInShort(_ own: String, _ negatives: String) -> Phrase {
    Phrase(
      en: "all-NLL = CE \(own) + each negative alone \(negatives); PyTorch's NLLLoss: \(own)",
      ko: "all-NLL = CE \(own) + 음성 손실 항의 합 \(negatives); PyTorch의 NLLLoss: \(own)"
    )
  }

  // MARK: Curve

  static func sigmoidStays(_ formula: String) -> Phrase {
    Phrase(en: "\(formula): no negative moves it", ko: "\(formula): 음성 로짓과 무관")
  }

  static func lossTakesLogits(_ formula: String) -> Phrase {
    Phrase(
      en: "L = \(formula) from z alone; s is softmax's",
      ko: "L = \(formula): z만 사용, s는 소프트맥스 값"
    )
  }
}
