import TerminalUI

/// The words for problems of which only a part has room.
extension Phrase {
  static func others(_ count: Int) -> Phrase {
    let number = grouped(count)
    return Phrase(en: count == 1 ? "1 other" : "\(number) others", ko: "그 외 \(number)개")
  }

  /// Where there is no room for a word.
  static func othersInShort(_ count: Int) -> Phrase { Phrase(verbatim: "+" + grouped(count)) }

  static func topIs(_ count: Int) -> Phrase {
    Phrase(en: "the first \(grouped(count)) classes", ko: "앞의 클래스 \(grouped(count))개만 표시")
  }

  static let topIsAll = Phrase(en: "every class", ko: "모든 클래스 표시")
  static let topTooSmall = Phrase(
    en: "show \(ShownClasses.fewest) or more classes, or all",
    ko: "\(ShownClasses.fewest)개 이상을 입력하거나 all을 입력하세요"
  )

  static func notACount(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)”: type how many classes to show, or all",
      ko: "“\(text)”: 표시할 클래스의 수나 all을 입력하세요"
    )
  }

  static func rowsSortedBy(_ column: RowSort) -> Phrase {
    switch column {
    case .index: Phrase(en: "rows sorted by index", ko: "행 정렬: 번호")
    case .loss: Phrase(en: "rows sorted by loss, the largest first", ko: "행 정렬: 손실이 큰 순서")
    }
  }

  /// How many classes a search has found, before the keys that go through them.
  static func found(_ count: Int) -> Phrase {
    let number = grouped(count)
    guard count > 1 else { return Phrase(en: "1 found", ko: "1개 찾음") }
    return Phrase(en: "\(number) found  ↑↓ next", ko: "\(number)개 찾음  ↑↓ 다음")
  }

  // MARK: What a panel leaves out

  static func otherLosses(classes: Int) -> Phrase {
    let count = grouped(classes)
    return Phrase(
      en: "of \(count) classes the chosen loss alone is worked out: o chooses another",
      ko: "클래스가 \(count)개라 선택한 손실만 계산했습니다. o 키로 다른 손실을 선택하세요"
    )
  }

  /// A loss of which the present alone is drawn, against the axis on the right.
  static func curveLeftOut(_ loss: String) -> Phrase {
    Phrase(en: "\(loss) → (now alone, of so many classes)", ko: "\(loss) → (클래스가 많아 지금 값만)")
  }

  /// A pass over every class that is left out, since a key would have to wait for it.
  static func leftOut(_ what: Phrase, classes: Int) -> Phrase {
    let count = grouped(classes)
    return Phrase(
      en: "\(what.en): left out, since every key would wait for \(count) classes",
      ko: "\(what.ko): 클래스가 \(count)개라 키마다 기다려야 하므로 생략"
    )
  }
}
