import LogitModel

/// What the last row says when something is refused or noted.
extension Phrase {
  static let tooLongToShare = Phrase(
    en: "too long for a command line; :save FILE.json keeps it",
    ko: "명령줄에 담기에는 너무 깁니다. 저장하려면 :save FILE.json"
  )

  static let quitLosesEdits = Phrase(
    en: "the edits would be lost; :save FILE.json keeps them, q again leaves",
    ko: "수정한 내용이 사라집니다. 저장하려면 :save FILE.json, 종료하려면 q 한 번 더"
  )

  static let nothingToUndo = Phrase(en: "nothing to undo", ko: "취소할 작업이 없습니다")
  static let nothingToRedo = Phrase(en: "nothing to redo", ko: "다시 실행할 작업이 없습니다")
  static let noPositive = Phrase(
    en: "no positive: y makes the class in focus one, or m marks classes for [ ]",
    ko: "양성 클래스가 없습니다. y 키로 양성을 지정하거나 m 키로 클래스를 표시하세요"
  )
  static let nameIsEmpty = Phrase(en: "type a name", ko: "이름을 입력하세요")
  static let stepOutOfRange = Phrase(
    en: "a step is a finite number above 0",
    ko: "조절 폭은 0보다 큰 유한한 수여야 합니다"
  )
  static let digitsOutOfRange = Phrase(
    en:
      "digits: a whole number from \(NumberFormat.range.lowerBound) to \(NumberFormat.range.upperBound)",
    ko: "자릿수는 \(NumberFormat.range.lowerBound)부터 \(NumberFormat.range.upperBound)까지의 정수여야 합니다"
  )
  static let hiddenByCurtain = Phrase(
    en: "the order would tell what is hidden: press Space first",
    ko: "정렬하면 가린 결과가 드러납니다. 먼저 Space 키를 누르세요"
  )
  static let stepTellsGradient = Phrase(
    en: "a step would tell the gradient that is hidden: press Space first",
    ko: "경사 하강을 하면 가린 기울기가 드러납니다. 먼저 Space 키를 누르세요"
  )
  static let noRoomForPanels = Phrase(
    en: "no room for a panel: enlarge the window",
    ko: "패널을 표시할 자리가 없습니다. 터미널의 높이를 늘리세요"
  )

  static func targetSums(_ sum: Double) -> Phrase {
    let sum = NumberFormat().trimmed(sum)
    return Phrase(
      en: "the target sums to \(sum), not 1: the loss and its gradient count it so",
      ko: "타깃의 합이 1이 아니라 \(sum)입니다. 손실과 기울기에 그대로 반영됩니다"
    )
  }

  static let asciiOnly = Phrase(
    en: "this locale shows ASCII only: start in a UTF-8 locale for Korean",
    ko: "이 로캘에서는 한글을 표시할 수 없습니다. UTF-8 로캘에서 다시 시작하세요"
  )
  static let pasteNeedsAQuestion = Phrase(
    en: "pasted text is not read as keys: open an input line first (=, p, /, :)",
    ko: "붙여 넣은 텍스트는 키로 읽지 않습니다. 먼저 입력란을 여세요 (=, p, /, :)"
  )

  static func isLeftOut(_ name: String) -> Phrase {
    Phrase(
      en: "\(name) is left out: x brings it back",
      ko: "\(name): 제외된 클래스입니다. x 키로 다시 포함할 수 있습니다"
    )
  }

  static func noSuchLoss(_ name: String) -> Phrase {
    let names = Losses.all.map(\.name).joined(separator: ", ")
    return Phrase(
      en: "no loss “\(name)”; choose one of \(names)",
      ko: "“\(name)” 손실 함수가 없습니다. 다음 중에서 고르세요: \(names)"
    )
  }

  static func noSuchClass(_ name: String) -> Phrase {
    Phrase(en: "no class “\(name)”", ko: "“\(name)” 클래스가 없습니다")
  }

  static func ambiguousClass(_ name: String) -> Phrase {
    Phrase(
      en: "several classes are named “\(name)”: give the index",
      ko: "이름이 “\(name)”인 클래스가 여러 개입니다. 번호로 지정하세요"
    )
  }

  static func targetNotRead(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)”: write it like cat=0.3,dog=0.7",
      ko: "“\(text)”: cat=0.3,dog=0.7처럼 쓰세요"
    )
  }

  static func noSuchRow(_ rows: Int) -> Phrase {
    Phrase(
      en: rows == 1 ? "there is one row only" : "rows are numbered from 0 to \(rows - 1)",
      ko: rows == 1 ? "행이 하나뿐입니다" : "행 번호는 0부터 \(rows - 1)까지입니다"
    )
  }

  static func notANumber(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)” is not a number: write it like −1.5 or 2e-3",
      ko: "“\(text)”: 수가 아닙니다. −1.5나 2e-3처럼 쓰세요"
    )
  }

  static func oneOf(_ text: String, _ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(en: "“\(text)”: choose one of \(list)", ko: "“\(text)”: 다음 중에서 고르세요: \(list)")
  }

  static func takesNothing(_ name: String) -> Phrase {
    Phrase(en: "\(name) takes no argument", ko: "\(name): 인수를 받지 않는 명령입니다")
  }

  static func noSuchCommand(_ text: String) -> Phrase {
    Phrase(
      en: "no command “\(text)”; ? lists them all",
      ko: "“\(text)” 명령이 없습니다. 전체 목록은 ? 키로 볼 수 있습니다"
    )
  }

  static func unboundKey(_ key: String) -> Phrase {
    Phrase(
      en: "\(key) does nothing here; ? shows the keys",
      ko: "\(key): 여기서는 쓰지 않는 키입니다. ? 키로 도움말을 보세요"
    )
  }

  static func stepIs(_ step: Double) -> Phrase {
    let size = NumberFormat().trimmed(step)
    return Phrase(en: "step \(size)", ko: "조절 폭 \(size)")
  }

  static func sortedBy(_ column: SortColumn) -> Phrase {
    let title = title(of: column)
    return Phrase(en: "sorted by \(title.en)", ko: "정렬: \(title.ko)")
  }
}
