/// What the help says beside the keys.
struct HelpText: Sendable {
  let title: Phrase
  let items: [(sign: Phrase, meaning: Phrase)]

  static let all = [
    mouse, header, table, readout, panels, jacobian, compareAndBatch, losses, descent, numbers,
    information, lessons,
  ]

  private static let mouse = HelpText(
    title: Phrase(en: "Mouse", ko: "마우스"),
    items: [
      (
        Phrase(en: "click", ko: "클릭"),
        Phrase(en: "chooses a class, or a panel by its tab", ko: "클래스 또는 패널 탭 선택")
      ),
      (
        Phrase(en: "wheel", ko: "휠"),
        Phrase(en: "nudges the class under it", ko: "포인터가 가리키는 클래스의 로짓 조절")
      ),
      (
        Phrase(en: "drag a bar", ko: "막대 끌기"),
        Phrase(en: "sets the class's probability", ko: "그 클래스의 확률 지정")
      ),
    ]
  )

  private static let header = HelpText(
    title: Phrase(en: "First row", ko: "맨 윗줄"),
    items: [
      (
        Phrase(verbatim: "CE, BCE, NLL"),
        Phrase(
          en: "cross entropy; binary cross entropy, of the sigmoids; negative log-likelihood",
          ko: "교차 엔트로피, 시그모이드를 쓰는 이진 교차 엔트로피, 음의 로그 우도"
        )
      ),
      (
        Phrase(verbatim: "WW, CS, OvA"),
        Phrase(
          en: "the hinges: Weston–Watkins, Crammer–Singer, one-vs-all",
          ko: "힌지: Weston–Watkins, Crammer–Singer, 일대다"
        )
      ),
      (
        Phrase(verbatim: "T, ε, w"),
        Phrase(
          en: "the temperature, the label smoothing, a class weight",
          ko: "온도, 레이블 스무딩, 클래스 가중치"
        )
      ),
    ]
  )

  private static let table = HelpText(
    title: Phrase(en: "Table", ko: "표"),
    items: [
      (
        Phrase(verbatim: "▸  •  ✓"),
        Phrase(en: "in focus; marked; the positive", ko: "선택한 클래스, 표시한 클래스, 양성(정답) 클래스")
      ),
      (
        Phrase(verbatim: "z, Δz"),
        Phrase(en: "the logit; its change since the baseline", ko: "로짓, 기준 대비 로짓의 변화")
      ),
      (
        Phrase(verbatim: "s"),
        Phrase(
          en: "softmax of z/T: the class's probability; the thin tick is the baseline's",
          ko: "z/T의 소프트맥스, 곧 클래스의 확률 (가는 눈금: 기준)"
        )
      ),
      (.targetHead, Phrase(en: "the target, label smoothing included", ko: "타깃 (레이블 스무딩 적용 후)")),
      (
        .crossEntropyTermHead,
        Phrase(
          en: "the class's own term of the loss: 0 for every negative of a one-hot target",
          ko: "클래스의 손실 항 (원-핫 타깃이면 음성은 모두 0)"
        )
      ),
      (
        .gradientHead,
        Phrase(
          en: "the gradient: how the loss changes with this logit; s − y for cross entropy",
          ko: "기울기(그래디언트): 이 로짓에 대한 손실의 변화율, 교차 엔트로피에서는 s − y"
        )
      ),
      (
        Phrase(verbatim: "± 0.5"),
        Phrase(en: "the range of the bars, one for all classes", ko: "막대의 눈금 범위 (모든 클래스에 공통)")
      ),
      (
        Phrase(en: "… others", ko: "그 외 …개"),
        Phrase(
          en: "what :top leaves out, summed; z is the logit of one class with their probability",
          ko: ":top으로 숨긴 클래스의 합계, z는 확률이 그 합계와 같은 한 클래스의 로짓"
        )
      ),
      (
        Phrase(verbatim: "3.2e−12"),
        Phrase(
          en: "a probability that is not 0 never prints as 0, nor 1−2.1e−9 as 1",
          ko: "0이 아닌 확률은 0으로, 1이 아닌 확률은 1로 반올림하지 않음 (예: 1−2.1e−9)"
        )
      ),
    ]
  )

  private static let readout = HelpText(
    title: Phrase(en: "Below the table", ko: "표 아래"),
    items: [
      (
        .margin,
        Phrase(
          en: "m, the positive's z/T less the logsumexp of the negatives': s = sigmoid(m)",
          ko: "양성의 z/T에서 음성 클래스들의 logsumexp를 뺀 값 m, s = sigmoid(m)"
        )
      ),
      (
        Phrase(verbatim: "logsumexp"),
        Phrase(en: "log Σ exp(z/T): a soft maximum of z/T", ko: "log Σ exp(z/T), z/T의 부드러운 최댓값")
      ),
      (
        Phrase(verbatim: "sigmoid(x), σ"),
        Phrase(
          en: "1 / (1 + exp(−x)); σ is that of the class's own z/T",
          ko: "1/(1 + exp(−x)), σ는 클래스 자신의 z/T에 대한 시그모이드"
        )
      ),
      (
        Phrase(verbatim: "δ, L, ℓ"),
        Phrase(
          en: "what is added to a logit; the loss; a class's term of it",
          ko: "로짓에 더하는 값, 손실, 클래스의 손실 항"
        )
      ),
      (
        Phrase(en: "expected", ko: "예상"),
        Phrase(
          en: "gradient × change of the logits: the change in loss that the slope predicts",
          ko: "기울기 × 로짓의 변화, 곧 기울기로 예측한 손실의 변화"
        )
      ),
    ]
  )

  private static let panels = HelpText(
    title: Phrase(en: "Panels", ko: "패널"),
    items: [
      (
        .pushHead,
        Phrase(
          en: "∂s(positive)/∂z of a negative: how hard it pushes the positive down",
          ko: "음성 클래스의 로짓에 대한 양성 확률의 변화율 ∂s(양성)/∂z"
        )
      ),
      (
        .shareHead,
        Phrase(
          en: "its part of the gradient that reaches the negatives: s / (1 − s(positive))",
          ko: "음성 클래스 전체의 기울기 중 그 클래스의 비율 s/(1−s(양성))"
        )
      ),
      (
        .withoutHead,
        Phrase(
          en: "how the loss would change without the class: log(1 − s)",
          ko: "클래스를 제외할 때 손실의 변화 log(1−s)"
        )
      ),
      (
        .attributionHead,
        Phrase(
          en: "share × loss: every term of a negative is 0, yet the loss is theirs",
          ko: "비중 × 손실 (음성의 손실 항은 모두 0이지만 손실은 모두 음성 클래스에서 나옴)"
        )
      ),
    ]
  )
}

extension Command.Group {
  package var title: Phrase {
    switch self {
    case .choose: Phrase(en: "Choose", ko: "선택")
    case .logits: Phrase(en: "Logits", ko: "로짓")
    case .classes: Phrase(en: "Classes and target", ko: "클래스와 타깃")
    case .settings: Phrase(en: "Settings", ko: "설정")
    case .descent: Phrase(en: "Gradient descent", ko: "경사 하강")
    case .compare: Phrase(en: "Compare", ko: "비교")
    case .lesson: Phrase(en: "Lessons", ko: "레슨")
    case .view: Phrase(en: "View", ko: "보기")
    case .program: Phrase(en: "Program", ko: "프로그램")
    }
  }
}
