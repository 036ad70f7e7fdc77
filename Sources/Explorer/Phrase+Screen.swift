import LogitModel
import TerminalUI

/// The words of the main screen.
extension Phrase {
  // MARK: Header

  static let oneHot = Phrase(en: "one-hot", ko: "원-핫")
  static let softTarget = Phrase(en: "soft target", ko: "소프트 타깃")
  static let noTarget = Phrase(en: "no target", ko: "타깃 없음")
  static let ignored = Phrase(en: "ignored row", ko: "무시된 행")
  static let curtained = Phrase(en: "hidden", ko: "가림")

  static func atRest(_ text: Phrase) -> Phrase {
    Phrase(en: "\(text.en) unused", ko: "\(text.ko) 미적용")
  }

  static func reduced(_ reduction: Reduction, _ loss: String) -> Phrase {
    switch reduction {
    case .none: Phrase(verbatim: "none")
    case .sum: Phrase(en: "sum \(loss)", ko: "합 \(loss)")
    case .mean: Phrase(en: "mean \(loss)", ko: "평균 \(loss)")
    }
  }

  static let new = Phrase(en: "new", ko: "추가")
  static let out = Phrase(en: "out", ko: "제외")

  static func rowOf(_ row: Int, _ count: Int) -> Phrase {
    let count = grouped(count)
    return Phrase(en: "row \(row) of \(count)", ko: "행 \(row)/\(count)")
  }

  static func unit(_ unit: Unit) -> Phrase {
    switch unit {
    case .nats: Phrase(en: "nats", ko: "내트")
    case .bits: Phrase(en: "bits", ko: "비트")
    }
  }

  // MARK: Table

  static let classHead = Phrase(en: "class", ko: "클래스")
  static let logitHead = Phrase(en: "logit z", ko: "로짓 z")
  static let changeHead = Phrase(verbatim: "Δz")
  static let softmaxHead = Phrase(en: "softmax s", ko: "소프트맥스 s")
  static let targetHead = Phrase(verbatim: "y")
  static let crossEntropyTermHead = Phrase(verbatim: "−y⋅log s")
  static let termHead = Phrase(en: "term", ko: "손실 항")
  static let crossEntropyGradientHead = Phrase(verbatim: "s−y=∂L/∂z")
  static let gradientHead = Phrase(verbatim: "∂L/∂z")

  static func above(_ count: Int) -> Phrase {
    let count = grouped(count)
    return Phrase(en: "\(count) above", ko: "위에 \(count)개")
  }

  static func below(_ count: Int) -> Phrase {
    let count = grouped(count)
    return Phrase(en: "\(count) below", ko: "아래에 \(count)개")
  }

  static func title(of column: SortColumn) -> Phrase {
    switch column {
    case .index: Phrase(en: "index", ko: "번호")
    case .logit: Phrase(en: "logit", ko: "로짓")
    case .probability: Phrase(en: "probability", ko: "확률")
    case .gradient: Phrase(en: "gradient size", ko: "기울기 크기")
    case .share: Phrase(en: "share of the gradient", ko: "기울기에서 차지하는 비중")
    case .change: Phrase(en: "Δz size", ko: "Δz 크기")
    }
  }

  // MARK: Readout

  static let loss = Phrase(en: "loss", ko: "손실")
  static let margin = Phrase(en: "margin", ko: "마진")
  static let formulaNeedsPositive = Phrase(
    en: "needs one positive: y makes the class in focus the positive",
    ko: "양성 클래스가 필요합니다. y 키로 지정하세요"
  )
  static let last = Phrase(en: "last", ko: "방금")
  static let negativesInFormula = Phrase(en: "negatives", ko: "음성")
  static let entropy = Phrase(en: "entropy", ko: "엔트로피")

  static func was(_ number: String) -> Phrase { Phrase(en: "was \(number)", ko: "기준 \(number)") }

  static func lossForetold(_ expected: String, _ formula: String, _ actual: String) -> Phrase {
    Phrase(
      en: "loss expected \(expected) \(formula), became \(actual)",
      ko: "손실 변화 예상 \(expected) \(formula), 실제 \(actual)"
    )
  }

  static func lossForetold(_ expected: String, _ actual: String) -> Phrase {
    Phrase(
      en: "loss expected \(expected), became \(actual)",
      ko: "손실 변화 예상 \(expected), 실제 \(actual)"
    )
  }

  static func lossChanged(_ change: String) -> Phrase {
    Phrase(en: "loss changed by \(change)", ko: "손실 변화 \(change)")
  }

  static let lossUnchanged = Phrase(en: "loss unchanged", ko: "손실 변화 없음")

  /// Where there is no room for a sentence.
  static func lossChange(_ change: String) -> Phrase {
    Phrase(en: "Δloss \(change)", ko: "Δ손실 \(change)")
  }

  static let nothingYet = Phrase(en: "nothing yet", ko: "아직 변화 없음")

  static func nothingYetWithoutPositive(_ name: String, _ step: String) -> Phrase {
    Phrase(
      en: "nothing yet: → raises \(name) by \(step)",
      ko: "아직 변화 없음: → 키를 누르면 \(name)의 로짓이 \(step) 커집니다"
    )
  }

  static func nothingYet(_ step: String) -> Phrase {
    Phrase(
      en: "nothing yet: ] raises every negative by \(step)",
      ko: "아직 변화 없음: ] 키를 누르면 모든 음성 클래스의 로짓이 \(step) 커집니다"
    )
  }

  // MARK: Panels

  static let negativeHead = Phrase(en: "negative", ko: "음성")
  static let pushHead = Phrase(en: "push ∂s/∂z", ko: "영향 ∂s/∂z")
  /// Where each class has a probability of its own, the sigmoid of its logit.
  static let sigmoidPushHead = Phrase(en: "push ∂σ/∂z", ko: "영향 ∂σ/∂z")
  static let shareHead = Phrase(en: "share of the gradient", ko: "기울기에서 차지하는 비중")
  static let withoutHead = Phrase(en: "without it", ko: "제외 시 ΔL")
  static let attributionHead = Phrase(en: "whose loss", ko: "손실 기여")
  static let together = Phrase(en: "together", ko: "합계")

  static func more(_ count: Int) -> Phrase {
    let count = grouped(count)
    return Phrase(en: "\(count) more", ko: "나머지 \(count)개")
  }

  static let panelNeedsPositive = Phrase(
    en: "This panel is about one positive and its negatives. Press y on a class to make it the"
      + " positive.",
    ko: "양성 클래스 하나와 음성 클래스의 관계를 보여 주는 패널입니다. 클래스를 선택하고 y 키를 눌러 양성으로 지정하세요."
  )
  static let curtainDown = Phrase(
    en: "The results are hidden. Predict, then press Space.",
    ko: "결과를 가렸습니다. 먼저 예측해 보고 Space 키를 누르세요."
  )

  static let allNegatives = Phrase(en: "all negatives", ko: "모든 음성 로짓")

  static func curveTitle(_ shifted: Phrase) -> Phrase {
    Phrase(en: "δ added to \(shifted.en)", ko: "δ: \(shifted.ko)에 더함")
  }

  static let nowMark = Phrase(en: "now", ko: "지금")
  static let baselineMark = Phrase(en: "baseline", ko: "기준")

  // MARK: Overlays

  static let shareTitle = Phrase(
    en: "This command reopens exactly this state (copied, where the terminal allows it):",
    ko: "이 명령으로 지금 상태를 그대로 다시 열 수 있습니다 (터미널이 허용하면 복사됩니다):"
  )
  static let paletteHint = Phrase(
    en: "↑↓ choose  Tab complete  Enter run  Esc cancel",
    ko: "↑↓ 선택  Tab 완성  Enter 실행  Esc 취소"
  )
  static let questionHint = Phrase(en: "Enter accept  Esc cancel", ko: "Enter 확인  Esc 취소")
  static let helpHint = Phrase(
    en: "↑↓ PgUp PgDn scroll, any other key closes",
    ko: "↑↓ PgUp PgDn 이동, 다른 키는 닫기"
  )

  static func tooSmall(_ width: Int, _ height: Int) -> Phrase {
    Phrase(
      en:
        "logitscope needs \(Layout.minimum.width)×\(Layout.minimum.height) cells; there are \(width)×\(height)",
      ko:
        "화면이 \(Layout.minimum.width)×\(Layout.minimum.height)칸 이상이어야 합니다. 지금은 \(width)×\(height)칸입니다"
    )
  }
}

extension Formula {
  /// What stands before it, in eight cells at most.
  var label: Phrase {
    switch self {
    case .margin: .margin
    case .softmax: Phrase(en: "softmax", ko: "확률")
    case .term: Phrase(en: "term", ko: "손실 항")
    case .gradient: Phrase(en: "gradient", ko: "기울기")
    case .push: Phrase(en: "push", ko: "영향")
    }
  }
}

extension Question {
  /// What stands before the answer.
  func label(_ name: String) -> Phrase {
    switch self {
    case .logit: Phrase(en: "logit of \(name)", ko: "\(name)의 로짓")
    case .probability: Phrase(en: "probability of \(name)", ko: "\(name)의 확률")
    case .weight: Phrase(en: "weight of \(name)", ko: "\(name)의 가중치")
    case .target: Phrase(en: "target", ko: "타깃")
    case .name: Phrase(en: "new name of \(name)", ko: "\(name)의 새 이름")
    case .newClass: Phrase(en: "new class NAME [LOGIT]", ko: "새 클래스 이름 [로짓]")
    case .prediction: Phrase(en: "your prediction", ko: "예측")
    case .find: Phrase(en: "find", ko: "찾기")
    }
  }
}
