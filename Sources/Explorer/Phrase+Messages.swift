import LogitModel

/// What the last row says when something is refused or noted.
extension Phrase {
  static let nothingToUndo = Phrase(en: "nothing to undo", ko: "되돌릴 것이 없습니다")
  static let nothingToRedo = Phrase(en: "nothing to redo", ko: "다시 실행할 것이 없습니다")
  static let noPositive = Phrase(
    en: "no positive: y makes the class in focus the positive, m marks classes for [ and ]",
    ko: "양성이 없습니다: y 로 고른 클래스를 양성으로 하거나, m 으로 표시하세요"
  )
  static let nameIsEmpty = Phrase(en: "type a name", ko: "이름을 입력하세요")
  static let stepOutOfRange = Phrase(
    en: "a step is a finite number above 0",
    ko: "걸음은 0보다 큰 유한한 수입니다"
  )
  static let digitsOutOfRange = Phrase(
    en: "digits: a whole number from 3 to 17",
    ko: "자릿수는 3부터 17까지의 정수입니다"
  )
  static let asciiOnly = Phrase(
    en: "this locale has ASCII alone: start in a UTF-8 locale for Korean",
    ko: "이 로캘은 ASCII만 보여 줍니다: UTF-8 로캘에서 시작하세요"
  )
  static let pasteNeedsAQuestion = Phrase(
    en: "pasted text is data: open a question first (=, p, /, :)",
    ko: "붙여 넣은 글은 명령이 아닙니다: 먼저 입력 칸을 여세요 (=, p, /, :)"
  )

  static func isLeftOut(_ name: String) -> Phrase {
    Phrase(
      en: "\(name) is left out: x brings it back",
      ko: "\(name): 빠져 있는 클래스입니다. x 로 되돌리세요"
    )
  }

  static func noSuchLoss(_ name: String) -> Phrase {
    let names = Losses.all.map(\.name).joined(separator: ", ")
    return Phrase(
      en: "no loss “\(name)”; there are \(names)",
      ko: "“\(name)” 손실은 없습니다: \(names)"
    )
  }

  static func noSuchClass(_ name: String) -> Phrase {
    Phrase(en: "no class “\(name)”", ko: "“\(name)” 클래스는 없습니다")
  }

  static func ambiguousClass(_ name: String) -> Phrase {
    Phrase(
      en: "several classes are named “\(name)”: give the index",
      ko: "“\(name)” 클래스가 여럿입니다: 번호로 지정하세요"
    )
  }

  static func targetNotRead(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)”: write name=mass, parted by commas, as in cat=0.3,dog=0.7",
      ko: "“\(text)”: 이름=값 을 쉼표로 이어 쓰세요. 예: cat=0.3,dog=0.7"
    )
  }

  static func noSuchRow(_ rows: Int) -> Phrase {
    Phrase(
      en: rows == 1 ? "there is one row only" : "rows go from 0 to \(rows - 1)",
      ko: rows == 1 ? "행이 하나뿐입니다" : "행은 0부터 \(rows - 1)까지 있습니다"
    )
  }

  static func notANumber(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)” is no number; write it as in −1.5 or 2e-3",
      ko: "“\(text)”: 수가 아닙니다. −1.5 또는 2e-3 처럼 쓰세요"
    )
  }

  static func oneOf(_ text: String, _ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(en: "“\(text)”: choose one of \(list)", ko: "“\(text)”: \(list) 가운데 고르세요")
  }

  static func takesNothing(_ name: String) -> Phrase {
    Phrase(en: "\(name) takes nothing behind its name", ko: "\(name): 뒤에 값을 쓰지 않는 명령입니다")
  }

  static func noSuchCommand(_ text: String) -> Phrase {
    Phrase(
      en: "no command “\(text)”; ? lists them all",
      ko: "“\(text)” 명령은 없습니다. ? 를 누르면 모두 보입니다"
    )
  }

  static func unboundKey(_ key: String) -> Phrase {
    Phrase(en: "\(key) does nothing here; ? shows the keys", ko: "\(key): 쓰지 않는 키입니다. ? 로 도움말을 보세요")
  }

  static func stepIs(_ step: Double) -> Phrase {
    let size = NumberFormat().trimmed(step)
    return Phrase(en: "step \(size)", ko: "걸음 \(size)")
  }

  static func sortedBy(_ column: SortColumn) -> Phrase {
    let title = title(of: column)
    return Phrase(en: "sorted by \(title.en)", ko: "정렬: \(title.ko)")
  }
}
