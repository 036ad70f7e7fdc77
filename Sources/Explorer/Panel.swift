import LogitModel

/// A panel below the table (or beside it, where there is room), in the order of its digit.
package enum Panel: String, CaseIterable, Hashable, Sendable {
  case negatives
  case curve
  case jacobian
  case compare
  case losses
  case batch
  case descent
  case numbers
  case information

  /// The digit that opens it.
  var digit: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The panel so many places on, around the end.
  func next(_ offset: Int = 1) -> Panel { Self.allCases.around(self, by: offset) }

  /// Whether it is about one positive and says nothing without.
  var needsPositive: Bool {
    switch self {
    case .negatives, .curve: true
    case .jacobian, .compare, .losses, .batch, .descent, .numbers, .information: false
    }
  }

  /// The rows beyond which it has nothing more to say; nil where it is drawn as large as there is room.
  func wantedHeight(classes: Int, rows: Int) -> Int? {
    let lines: Int? =
      switch self {
      case .curve, .descent: nil
      case .negatives: classes + 2
      case .jacobian, .compare: classes + 5
      case .losses: Losses.all.count + 4
      case .batch: rows + 5
      case .numbers: 12
      case .information: 11
      }
    return lines.map { max(Layout.panelHeight, $0) }
  }

  var title: Phrase {
    switch self {
    case .negatives: Phrase(en: "negatives", ko: "음성 클래스")
    case .curve: Phrase(en: "curve", ko: "곡선")
    case .jacobian: Phrase(en: "jacobian", ko: "야코비안")
    case .compare: Phrase(en: "compare", ko: "비교")
    case .losses: Phrase(en: "losses", ko: "손실 함수")
    case .batch: Phrase(en: "batch", ko: "배치")
    case .descent: Phrase(en: "descent", ko: "경사 하강")
    case .numbers: Phrase(en: "numbers", ko: "수치 오차")
    case .information: Phrase(en: "information", ko: "정보량")
    }
  }
}
