import LogitModel
import TerminalUI

extension Command {
  /// Every command, in the order of the help.
  package static let all =
    choosing + logits + classes + settings + comparing + viewing + program

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  private static let amount = Phrase(en: "AMOUNT", ko: "변화량")
  private static let value = Phrase(en: "VALUE", ko: "값")
  private static let someClass = Phrase(en: "NAME", ko: "이름")

  private static let choosing: [Command] = [
    Command(
      "class",
      .choose,
      keys: [(.up, .move(-1)), (.down, .move(1)), ("k", .move(-1)), ("j", .move(1))],
      argument: .text(someClass) { .find($0) },
      hint: Phrase(en: "class", ko: "클래스"),
      does: Phrase(en: "choose a class", ko: "클래스 선택")
    ),
    Command(
      "page",
      .choose,
      keys: [(.pageUp, .page(-1)), (.pageDown, .page(1)), (.home, .first), (.end, .last)],
      bare: .page(1),
      does: Phrase(en: "a page up or down; first, last", ko: "한 화면 위로, 아래로, 맨 처음, 맨 끝")
    ),
    Command(
      "find",
      .choose,
      .ask(.find(from: 0)),
      on: ["/"],
      argument: .text(someClass) { .find($0) },
      does: Phrase(en: "find a class as you type", ko: "입력하는 대로 클래스 찾기")
    ),
    Command(
      "sort",
      .choose,
      .nextSort,
      on: ["s"],
      argument: .choice(SortColumn.allCases.map(\.rawValue)) {
        SortColumn(rawValue: $0).map { .sort($0) }
      },
      does: Phrase(en: "sort by the next column", ko: "정렬할 열 바꾸기")
    ),
    Command(
      "row",
      .choose,
      keys: [("(", .moveRow(-1)), (")", .moveRow(1))],
      bare: .moveRow(1),
      argument: .number(Phrase(en: "N", ko: "번호")) { .row(Int(exactly: $0) ?? -1) },
      does: Phrase(en: "previous, next row of a batch", ko: "배치의 이전 행, 다음 행")
    ),
  ]

  private static let logits: [Command] = [
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
        en: "smaller, larger step (0.01, 0.05, 0.1, 0.5, 1)",
        ko: "조절 폭 줄이기, 늘리기 (0.01, 0.05, 0.1, 0.5, 1)"
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

  private static let classes: [Command] = [
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

  private static let settings: [Command] = [
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
      "reduction",
      .settings,
      keys: [],
      argument: .choice(Reduction.allCases.map(\.rawValue)) {
        Reduction(rawValue: $0).map { .setReduction($0) }
      },
      does: Phrase(en: "how a batch's losses become one", ko: "배치 손실의 집계 방식(reduction)")
    ),
  ]

  private static let comparing: [Command] = [
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

  private static let viewing: [Command] = [
    Command(
      "panel",
      .view,
      keys: [(.tab, .nextPanel(1)), (.backTab, .nextPanel(-1))]
        + zip("123456789", Panel.allCases).map { (.character($0), .showPanel($1)) },
      bare: .nextPanel(1),
      argument: .choice(Panel.allCases.map(\.rawValue)) {
        Panel(rawValue: $0).map { .showPanel($0) }
      },
      does: Phrase(
        en: "next, previous panel; or by its digit",
        ko: "다음, 이전 패널 (숫자 키로 바로 선택)"
      )
    ),
    Command(
      "curve",
      .view,
      keys: [],
      argument: .choice(CurveScope.allCases.map(\.rawValue)) {
        CurveScope(rawValue: $0).map { .setCurveScope($0) }
      },
      does: Phrase(
        en: "the curve's shift: all negatives, or the class in focus (the panel's digit again)",
        ko: "곡선에서 δ를 더할 로짓: 모든 음성 클래스 또는 선택한 클래스 (패널 숫자 키 한 번 더)"
      )
    ),
    Command(
      "unit",
      .view,
      keys: [],
      argument: .choice(Unit.allCases.map(\.rawValue)) { Unit(rawValue: $0).map { .setUnit($0) } },
      does: Phrase(en: "nats or bits", ko: "내트(nat) 또는 비트(bit)")
    ),
    Command(
      "digits",
      .view,
      keys: [],
      argument: .number(Phrase(verbatim: "3…17")) { .setDigits(Int(exactly: $0) ?? 0) },
      does: Phrase(en: "digits after the point", ko: "소수점 아래 자릿수")
    ),
    Command(
      "lang",
      .view,
      keys: [],
      argument: .choice(Language.allCases.map(\.rawValue)) {
        Language(rawValue: $0).map { .setLanguage($0) }
      },
      does: Phrase(en: "English or Korean", ko: "영어 또는 한국어")
    ),
    Command(
      "plot",
      .view,
      keys: [],
      argument: .choice(Plot.Kind.allCases.map(\.rawValue)) {
        Plot.Kind(rawValue: $0).map { .setPlot($0) }
      },
      does: Phrase(en: "how curves are drawn", ko: "곡선을 그리는 방식")
    ),
  ]

  private static let program: [Command] = [
    Command(
      "palette",
      .program,
      .openPalette,
      on: [":"],
      does: Phrase(en: "every command by name", ko: "이름으로 명령 찾기")
    ),
    Command(
      "share",
      .program,
      .share,
      on: ["c"],
      does: Phrase(
        en: "copy the command line that reopens this",
        ko: "이 상태를 그대로 다시 여는 명령 복사"
      )
    ),
    Command(
      "repaint",
      .program,
      .repaint,
      on: [.control("l")],
      does: Phrase(en: "repaint the screen", ko: "화면 다시 그리기")
    ),
    Command(
      "suspend",
      .program,
      .suspend,
      on: [.control("z")],
      does: Phrase(en: "to the shell; fg returns", ko: "셸로 나가기 (fg로 복귀)")
    ),
    Command(
      "help",
      .program,
      .help,
      on: ["?", .function(1)],
      hint: Phrase(en: "help", ko: "도움말"),
      does: Phrase(en: "help", ko: "도움말")
    ),
    Command(
      "quit",
      .program,
      .quit,
      on: ["q"],
      hint: Phrase(en: "quit", ko: "종료"),
      does: Phrase(en: "quit", ko: "종료")
    ),
  ]
}
