import LogitModel
import TerminalUI

/// What gradient descent says: on its panel, in the receipt and on the last row.
extension Phrase {
  // MARK: Last row

  static let rateOutOfRange = Phrase(
    en: "a learning rate is a finite number above 0",
    ko: "학습률은 0보다 큰 유한한 수여야 합니다"
  )
  static let pathIsFull = Phrase(
    en: "stopped after \(DescentPath.limit) steps: G goes on from here",
    ko: "\(DescentPath.limit)스텝에서 멈췄습니다. G 키를 누르면 이어서 실행합니다"
  )

  static func rateIs(_ rate: Double) -> Phrase {
    let rate = NumberFormat().trimmed(rate)
    return Phrase(en: "learning rate η \(rate)", ko: "학습률 η \(rate)")
  }

  static let running = Phrase(en: "running: G stops", ko: "실행 중: G 키로 멈춤")

  // MARK: Receipt

  static func stepTaken(_ number: Int, rate: Double) -> Phrase {
    let rate = NumberFormat().trimmed(rate)
    return Phrase(en: "step \(number), η \(rate)", ko: "스텝 \(number), η \(rate)")
  }

  static func ran(_ steps: Int) -> Phrase {
    Phrase(en: "run: \(steps) \(steps == 1 ? "step" : "steps")", ko: "실행: \(steps)스텝")
  }

  // MARK: Panel

  static let fullGradient = Phrase(en: "full gradient", ko: "전체 기울기")
  static let positivesGradient = Phrase(
    en: "without the negatives' gradient",
    ko: "음성 클래스의 기울기 제외"
  )
  /// The same where there is little room.
  static let withoutNegatives = Phrase(en: "without negatives", ko: "음성 제외")

  static func stepNumber(_ number: Int) -> Phrase {
    Phrase(en: "step \(number)", ko: "\(number)스텝")
  }

  static let descentHint = Phrase(
    en: "g: one step z ← z − η⋅∂L/∂z   G: run, stop",
    ko: "g: 한 스텝 z ← z − η⋅∂L/∂z   G: 실행, 멈춤"
  )
  static let descentNeedsLoss = Phrase(
    en: "Gradient descent needs a loss: press y on a class to make it the target.",
    ko: "경사 하강에는 손실이 필요합니다. 클래스를 선택하고 y 키를 눌러 타깃으로 지정하세요."
  )
  static let noSecondPath = Phrase(
    en: "a second path needs one positive",
    ko: "두 번째 경로에는 양성 클래스 하나가 필요합니다"
  )
}

extension Refusal {
  init(_ error: DescentError) {
    switch error {
    case .invalidRate: self.init(.rateOutOfRange)
    case .ignoredRow, .noLoss:
      self.init(
        Phrase(
          en: "there is no loss to descend: y makes the class in focus the target",
          ko: "손실이 없어 경사 하강을 할 수 없습니다. y 키로 타깃을 지정하세요"
        )
      )
    case .standsStill:
      self.init(
        Phrase(
          en: "the gradient is 0: no logit moves any further",
          ko: "기울기가 0이므로 로짓이 더 움직이지 않습니다"
        )
      )
    case .notFinite(_, let place, let value):
      let name = truncated(visible(place.name), to: 16)
      let value = NumberFormat().trimmed(value)
      self.init(
        Phrase(
          en: "the step would take \(name) to \(value): lower the rate with :rate",
          ko: "한 스텝 뒤 \(name)의 로짓: \(value). :rate로 학습률을 낮추세요"
        )
      )
    case .refused(let error): self.init(error)
    }
  }
}
