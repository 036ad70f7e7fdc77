import LogitModel
import TerminalUI

/// The commands that change the problem, or what it is compared with.
extension Command {
  private static let stepSizes = Step.sizes.map(NumberFormat().trimmed).joined(separator: ", ")

  static let logits: [Command] = [
    Command(
      "nudge",
      .logits,
      keys: [
        (.left, .nudge(.steps(-1))), (.right, .nudge(.steps(1))),
        ("h", .nudge(.steps(-1))), ("l", .nudge(.steps(1))),
      ],
      argument: .number(amount) { .nudge(.logit($0)) },
      hint: Phrase(en: "nudge", ko: "로짓"),
      does: Phrase(en: "nudge the class's logit by a step", ko: "선택한 클래스의 로짓 조절")
    ),
    Command(
      "nudge-ten",
      .logits,
      keys: [
        (.shiftLeft, .nudge(.steps(-10))), (.shiftRight, .nudge(.steps(10))),
        ("H", .nudge(.steps(-10))), ("L", .nudge(.steps(10))),
      ],
      bare: .nudge(.steps(10)),
      does: Phrase(en: "nudge it by ten steps", ko: "선택한 클래스의 로짓을 10배 폭으로 조절")
    ),
    Command(
      "negatives",
      .logits,
      keys: [("[", .shiftNegatives(.steps(-1))), ("]", .shiftNegatives(.steps(1)))],
      argument: .number(amount) { .shiftNegatives(.logit($0)) },
      hint: Phrase(en: "negatives", ko: "음성"),
      does: Phrase(
        en: "shift all negatives, or the marked classes, by a step",
        ko: "모든 음성 또는 표시한 클래스의 로짓 조절"
      )
    ),
    Command(
      "negatives-ten",
      .logits,
      keys: [("{", .shiftNegatives(.steps(-10))), ("}", .shiftNegatives(.steps(10)))],
      bare: .shiftNegatives(.steps(10)),
      does: Phrase(en: "shift them by ten steps", ko: "음성 클래스의 로짓을 10배 폭으로 조절")
    ),
    Command(
      "all",
      .logits,
      keys: [("<", .shiftAll(.steps(-1))), (">", .shiftAll(.steps(1)))],
      argument: .number(amount) { .shiftAll(.logit($0)) },
      does: Phrase(
        en: "shift every logit: nothing but z changes",
        ko: "모든 로짓을 함께 조절: z만 변함"
      )
    ),
    Command(
      "step",
      .logits,
      keys: [(",", .changeStep(-1)), (".", .changeStep(1))],
      argument: .number(value) { .setStep($0) },
      does: Phrase(
        en: "smaller, larger step (\(stepSizes))",
        ko: "조절 폭 줄이기, 늘리기 (\(stepSizes))"
      )
    ),
    Command(
      "logit",
      .logits,
      .ask(.logit),
      on: [.enter, "="],
      argument: .number(value) { .setLogit($0) },
      does: Phrase(en: "type the logit", ko: "로짓 직접 입력")
    ),
    Command(
      "probability",
      .logits,
      .ask(.probability),
      on: ["p"],
      argument: .number(value) { .setProbability($0) },
      does: Phrase(
        en: "type the probability: the logit is set to match",
        ko: "확률 직접 입력 (로짓이 그에 맞게 바뀜)"
      )
    ),
  ]

  static let classes: [Command] = [
    Command(
      "positive",
      .classes,
      .makePositive,
      on: ["y"],
      hint: Phrase(en: "positive", ko: "양성"),
      does: Phrase(en: "make the class the positive", ko: "양성(정답) 클래스로 지정")
    ),
    Command(
      "target",
      .classes,
      .ask(.target),
      on: ["Y"],
      argument: .text(Phrase(en: "cat=0.3,dog=0.7", ko: "cat=0.3,dog=0.7")) { .setTarget($0) },
      does: Phrase(en: "edit the target as a distribution", ko: "타깃을 분포로 편집")
    ),
    Command(
      "mark",
      .classes,
      .toggleMark,
      on: ["m"],
      does: Phrase(en: "mark the class for [ and ]", ko: "[ ] 키로 함께 조절할 클래스 표시")
    ),
    Command(
      "leave-out",
      .classes,
      .toggleLeftOut,
      on: ["x"],
      does: Phrase(
        en: "leave the class out (logit −inf), or bring it back",
        ko: "클래스 제외 (로짓 −inf), 다시 포함"
      )
    ),
    Command(
      "add",
      .classes,
      .ask(.newClass),
      on: ["a"],
      argument: .text(Phrase(en: "NAME [LOGIT]", ko: "이름 [로짓]")) { .addClass($0) },
      does: Phrase(en: "add a class", ko: "클래스 추가")
    ),
    Command(
      "delete",
      .classes,
      .deleteClass,
      on: ["d"],
      does: Phrase(en: "delete the class", ko: "클래스 삭제")
    ),
    Command(
      "rename",
      .classes,
      .ask(.name),
      on: ["i", .function(2)],
      argument: .text(someClass) { .rename($0) },
      does: Phrase(en: "rename the class", ko: "클래스 이름 변경")
    ),
  ]

  static let settings: [Command] = [
    Command(
      "temperature",
      .settings,
      keys: [("t", .scaleTemperature(0.8)), ("T", .scaleTemperature(1.25))],
      argument: .number(value) { .setTemperature($0) },
      does: Phrase(en: "temperature × 0.8, × 1.25", ko: "온도 × 0.8, × 1.25")
    ),
    Command(
      "smoothing",
      .settings,
      keys: [("e", .changeSmoothing(-0.05)), ("E", .changeSmoothing(0.05))],
      argument: .number(value) { .setSmoothing($0) },
      does: Phrase(en: "label smoothing − 0.05, + 0.05", ko: "레이블 스무딩 − 0.05, + 0.05")
    ),
    Command(
      "weight",
      .settings,
      .ask(.weight),
      on: ["w"],
      argument: .number(value) { .setWeight($0) },
      does: Phrase(en: "type the class weight", ko: "클래스 가중치 입력")
    ),
    Command(
      "loss",
      .settings,
      keys: [("o", .changeLoss(1)), ("O", .changeLoss(-1))],
      bare: .changeLoss(1),
      argument: .choice(Losses.all.map(\.name)) { .setLoss($0) },
      does: Phrase(en: "next, previous loss", ko: "다음, 이전 손실 함수")
    ),
    Command(
      "gamma",
      .settings,
      keys: [],
      argument: .number(value) { .setGamma($0) },
      does: Phrase(en: "γ of the focal loss", ko: "초점 손실의 γ")
    ),
    Command(
      "hinge-margin",
      .settings,
      keys: [],
      argument: .number(value) { .setHingeMargin($0) },
      does: Phrase(en: "Δ of the hinge losses", ko: "힌지 손실의 Δ")
    ),
    Command(
      "reduction",
      .settings,
      keys: [],
      argument: .choice(Reduction.allCases.map(\.rawValue)) {
        Reduction(rawValue: $0).map { .setReduction($0) }
      },
      does: Phrase(en: "how a batch's losses become one", ko: "배치 손실의 집계 방식(reduction)")
    ),
  ]

  static let descending: [Command] = [
    Command(
      "descend",
      .descent,
      .descend,
      on: ["g"],
      hint: Phrase(en: "step", ko: "한 스텝"),
      with: .descent,
      does: Phrase(en: "one step of gradient descent", ko: "경사 하강 한 스텝")
    ),
    Command(
      "run",
      .descent,
      .toggleRun,
      on: ["G"],
      hint: Phrase(en: "run", ko: "실행"),
      with: .descent,
      does: Phrase(en: "run gradient descent, or stop it", ko: "경사 하강 계속 실행, 멈춤")
    ),
    Command(
      "rate",
      .descent,
      keys: [],
      argument: .number(value) { .setRate($0) },
      does: Phrase(en: "the learning rate η", ko: "학습률 η")
    ),
  ]

  static let comparing: [Command] = [
    Command(
      "baseline",
      .compare,
      .setBaseline,
      on: ["b"],
      hint: Phrase(en: "baseline", ko: "기준"),
      does: Phrase(en: "make this state the baseline", ko: "지금 상태를 기준으로 설정")
    ),
    Command(
      "swap",
      .compare,
      .swapBaseline,
      on: ["B"],
      does: Phrase(en: "swap with the baseline", ko: "기준과 맞바꾸기")
    ),
    Command(
      "reset",
      .compare,
      .reset,
      on: ["r"],
      does: Phrase(en: "back to the start", ko: "처음 상태로 초기화")
    ),
    Command(
      "undo",
      .compare,
      .undo,
      on: ["u"],
      does: Phrase(en: "undo", ko: "실행 취소")
    ),
    Command(
      "redo",
      .compare,
      .redo,
      on: [.control("r")],
      does: Phrase(en: "redo", ko: "다시 실행")
    ),
    Command(
      "curtain",
      .compare,
      .toggleCurtain,
      on: [" "],
      does: Phrase(
        en: "hide the results, show them again: predict first",
        ko: "결과 가리기, 다시 보기 (먼저 예측하기)"
      )
    ),
  ]
}
