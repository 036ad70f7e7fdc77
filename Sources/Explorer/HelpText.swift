/// What the help says beside the keys.
struct HelpText: Sendable {
  let title: Phrase
  let items: [(sign: String, meaning: Phrase)]

  static let all = [mouse, table, readout, panels]

  private static let mouse = HelpText(
    title: Phrase(en: "Mouse", ko: "마우스"),
    items: [
      ("click", Phrase(en: "chooses a class, or a panel by its tab", ko: "클래스나 패널 탭을 고른다")),
      ("wheel", Phrase(en: "nudges the class under it", ko: "가리키는 클래스의 로짓을 움직인다")),
      (
        "drag a bar",
        Phrase(en: "sets the class's probability", ko: "막대를 끌면 그 클래스의 확률이 정해진다")
      ),
    ]
  )

  private static let table = HelpText(
    title: Phrase(en: "Table", ko: "표"),
    items: [
      ("▸  •  ✓", Phrase(en: "in focus; marked; the positive", ko: "고른 클래스; 표시한 클래스; 양성(정답)")),
      ("z, Δz", Phrase(en: "the logit; its change since the baseline", ko: "로짓; 기준에서 달라진 만큼")),
      (
        "s",
        Phrase(
          en: "softmax of z/T: the class's probability; the thin tick is the baseline's",
          ko: "z/T의 소프트맥스, 곧 클래스의 확률; 가는 눈금은 기준의 값"
        )
      ),
      ("y", Phrase(en: "the target, label smoothing included", ko: "타깃 (레이블 스무딩 포함)")),
      (
        "−y·log s",
        Phrase(
          en: "the class's own term of the loss: 0 for every negative of a one-hot target",
          ko: "그 클래스의 손실 항: 원핫 타깃이면 음성은 모두 0"
        )
      ),
      (
        "∂L/∂z",
        Phrase(
          en: "the gradient: how the loss changes with this logit; s − y for cross entropy",
          ko: "기울기: 이 로짓이 변할 때 손실이 변하는 비율; 크로스 엔트로피는 s − y"
        )
      ),
      (
        "3.2e−12",
        Phrase(
          en: "a probability that is not 0 never prints as 0, nor 1−2.1e−9 as 1",
          ko: "0이 아닌 확률을 0으로, 1이 아닌 확률을 1로 쓰지 않는다 (1−2.1e−9)"
        )
      ),
    ]
  )

  private static let readout = HelpText(
    title: Phrase(en: "Below the table", ko: "표 아래"),
    items: [
      (
        "margin m",
        Phrase(
          en: "the positive's z/T less the logsumexp of the negatives': s = sigmoid(m)",
          ko: "양성의 z/T에서 음성들의 logsumexp를 뺀 값: s = sigmoid(m)"
        )
      ),
      (
        "expected",
        Phrase(
          en: "gradient × change of the logits: what the slope foretold of the loss",
          ko: "기울기 × 로짓의 변화: 기울기로 예상한 손실 변화"
        )
      ),
    ]
  )

  private static let panels = HelpText(
    title: Phrase(en: "Panels", ko: "패널"),
    items: [
      (
        "push",
        Phrase(
          en: "∂s(positive)/∂z of a negative: how hard it presses the positive down",
          ko: "∂s(양성)/∂z: 그 음성이 양성의 확률을 누르는 힘"
        )
      ),
      (
        "share",
        Phrase(
          en: "its part of the gradient that reaches the negatives: s / (1 − s(positive))",
          ko: "음성들이 받는 기울기 가운데 그 음성의 몫: s / (1 − s(양성))"
        )
      ),
      (
        "without it",
        Phrase(
          en: "what the loss would change by without the class: log(1 − s)",
          ko: "그 클래스가 없을 때 달라지는 손실: log(1 − s)"
        )
      ),
      (
        "whose loss",
        Phrase(
          en: "share × loss: every term of a negative is 0, yet the loss is theirs",
          ko: "몫 × 손실: 음성의 손실 항은 모두 0이지만 손실은 음성들이 만든다"
        )
      ),
    ]
  )
}

extension Command.Group {
  var title: Phrase {
    switch self {
    case .choose: Phrase(en: "Choose", ko: "고르기")
    case .logits: Phrase(en: "Logits", ko: "로짓")
    case .classes: Phrase(en: "Classes and target", ko: "클래스와 타깃")
    case .settings: Phrase(en: "Settings", ko: "설정")
    case .compare: Phrase(en: "Compare", ko: "견주기")
    case .view: Phrase(en: "View", ko: "보기")
    case .program: Phrase(en: "Program", ko: "프로그램")
    }
  }
}
