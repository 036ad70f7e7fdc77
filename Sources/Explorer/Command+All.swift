import LogitModel
import TerminalUI

extension Command {
  /// Every command, in the order of the help.
  package static let all =
    choosing + large + logits + classes + settings + descending + comparing + lessons + viewing
    + program

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  static let amount = Phrase(en: "AMOUNT", ko: "변화량")
  static let value = Phrase(en: "VALUE", ko: "값")
  static let someClass = Phrase(en: "NAME", ko: "이름")
  private static let file = Phrase(en: "FILE.svg|json|yaml|csv|npy", ko: "파일.svg|json|yaml|csv|npy")
  private static let code = Phrase(
    en: "\(CodeLanguage.allCases.map(\.rawValue).joined(separator: "|")) [FILE]",
    ko: "\(CodeLanguage.allCases.map(\.rawValue).joined(separator: "|")) [파일]"
  )

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
      does: Phrase(
        en: "find a class as you type, ↑ ↓ the others found",
        ko: "입력하는 대로 클래스 찾기, ↑ ↓: 찾은 클래스 사이 이동"
      )
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
      argument: .text(Phrase(en: "N|add|delete", ko: "번호|add|delete"), rowAction),
      hint: Phrase(en: "row", ko: "행"),
      with: .batch,
      does: Phrase(
        en: "previous, next row of a batch; :row add, :row delete",
        ko: "배치의 이전 행, 다음 행 (:row add, :row delete)"
      )
    ),
  ]

  private static func rowAction(_ text: String) throws(Refusal) -> Action {
    switch text {
    case "add": return .addRow
    case "delete": return .deleteRow
    default:
      guard let number = NumberText.read(text) else { throw Refusal(.noSuchRow(text)) }
      return .row(Int(exactly: number) ?? -1)
    }
  }

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
        en: "next, previous panel, or by digit",
        ko: "다음, 이전 패널, 번호로 선택"
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
        en: "curve's shift: all negatives, or class in focus (\(Panel.curve.digit) again)",
        ko: "곡선의 δ를 더할 곳: 모든 음성, 선택한 클래스 (\(Panel.curve.digit) 한 번 더)"
      )
    ),
    Command(
      "formula",
      .view,
      keys: [("f", .nextFormula(1)), ("F", .nextFormula(-1))],
      bare: .nextFormula(1),
      argument: .choice(Formula.allCases.map(\.rawValue)) {
        Formula(rawValue: $0).map { .setFormula($0) }
      },
      does: Phrase(
        en: "formula shown: margin, softmax, term, gradient, push",
        ko: "표시할 수식: 마진, 소프트맥스, 손실 항, 기울기, 영향"
      )
    ),
    Command(
      "big",
      .view,
      .toggleBig,
      on: [],
      does: Phrase(
        en: "probability, loss, last change in large digits; Esc leaves",
        ko: "확률, 손실, 방금의 변화를 큰 숫자로 표시 (Esc: 뒤로)"
      )
    ),
    Command(
      "keys",
      .view,
      .toggleKeys,
      on: [],
      does: Phrase(en: "show the keys as they are pressed", ko: "누르는 키를 화면에 표시")
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
      argument: .number(
        Phrase(verbatim: "\(NumberFormat.range.lowerBound)…\(NumberFormat.range.upperBound)")
      ) { .setDigits(Int(exactly: $0) ?? 0) },
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
      "save",
      .program,
      keys: [],
      argument: .text(file) { .save(path: $0, overwriting: false) },
      does: Phrase(
        en: "save the screen as a figure, or the problem",
        ko: "화면을 그림으로 저장, 또는 문제를 파일로 저장"
      )
    ),
    Command(
      "save!",
      .program,
      keys: [],
      argument: .text(file) { .save(path: $0, overwriting: true) },
      does: Phrase(
        en: "save it over a file that exists",
        ko: "이미 있는 파일에 덮어써서 저장"
      )
    ),
    Command(
      "code",
      .program,
      keys: [],
      argument: .text(code) { text throws(Refusal) in try codeAction(text, overwriting: false) },
      does: Phrase(
        en: "copy a program that prints this loss, or save it",
        ko: "같은 손실을 출력하는 프로그램 복사, 또는 저장"
      )
    ),
    Command(
      "code!",
      .program,
      keys: [],
      argument: .text(code) { text throws(Refusal) in try codeAction(text, overwriting: true) },
      does: Phrase(
        en: "save the program over a file that exists",
        ko: "프로그램을 이미 있는 파일에 덮어써서 저장"
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
      "interrupt",
      .program,
      .interrupt,
      on: [.control("c")],
      does: Phrase(en: "leave at once, from anywhere", ko: "어디서든 바로 끝내기")
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
