/// The words of the Jacobian's panel.
extension Phrase {
  static let rowsSumToZero = Phrase(
    en: "every row and column sums to 0",
    ko: "모든 행과 열의 합은 0"
  )

  static let jacobianAxes = Phrase(
    en: "Row i: whose probability moves.  Column j: whose logit is raised.",
    ko: "행 i: 확률이 변하는 클래스   열 j: 로짓을 올리는 클래스"
  )
  static let jacobianAxesInShort = Phrase(
    en: "row i: probability, column j: logit",
    ko: "행 i: 확률, 열 j: 로짓"
  )

  static let notCoupled = Phrase(
    en: "No class is coupled to another: a logit moves its own probability alone.",
    ko: "클래스끼리 결합되어 있지 않습니다. 로짓은 자기 클래스의 확률만 바꿉니다."
  )
  static let notCoupledInShort = Phrase(
    en: "no class is coupled to another",
    ko: "클래스 간 결합 없음"
  )

  static let logitsCompared = Phrase(
    en: "This loss takes the logits themselves; the map is softmax's.",
    ko: "로짓을 그대로 쓰는 손실입니다. 표는 소프트맥스의 야코비안입니다."
  )
  static let logitsComparedInShort = Phrase(
    en: "of softmax, which this loss leaves out",
    ko: "손실이 쓰지 않는 소프트맥스의 야코비안"
  )

  static let zeroElsewhere = Phrase(en: "0 elsewhere", ko: "그 밖에는 0")

  /// What the map does not show, to each side.
  static func moreAround(_ counts: String) -> Phrase {
    Phrase(en: "more \(counts)", ko: "나머지 \(counts)")
  }
}
