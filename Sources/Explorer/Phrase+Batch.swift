/// The words of the batch panel, and of adding and deleting rows.
extension Phrase {
  static let rowHead = Phrase(en: "row", ko: "행")
  static let rowTargetHead = Phrase(en: "target", ko: "타깃")
  static let targetProbabilityHead = Phrase(en: "s(target)", ko: "s(타깃)")
  static let surpriseHead = Phrase(verbatim: "−log s")
  static let weightHead = Phrase(en: "weight", ko: "가중치")
  static let rowLossHead = Phrase(en: "loss", ko: "손실")
  static let partHead = Phrase(en: "part of the sum", ko: "합계 중 비중")

  static let soft = Phrase(en: "soft", ko: "소프트")
  static let ignoredTarget = Phrase(en: "ignored", ko: "무시")

  static let ignoredAddsNothing = Phrase(
    en: "ignored: adds to no sum, nor to what a mean divides by",
    ko: "무시된 행: 합계에도, 평균의 분모에도 들어가지 않음"
  )
  static let untargetedAddsNothing = Phrase(
    en: "no target: adds to no sum, nor to what a mean divides by",
    ko: "타깃 없음: 합계에도, 평균의 분모에도 들어가지 않음"
  )

  static let undefinedAddsNothing = Phrase(
    en: "this loss is not defined for the row's target: adds to no sum",
    ko: "이 행의 타깃에는 정의되지 않는 손실: 합계에 들어가지 않음"
  )

  static let sumOfLosses = Phrase(en: "Σ loss", ko: "Σ 손실")
  static let sumOfWeights = Phrase(en: "Σ weight", ko: "Σ 가중치")
  static let eachRowApart = Phrase(en: "each row keeps its own loss", ko: "행마다 손실을 그대로 둠")
  static let meanOverNothing = Phrase(
    en: "the weights sum to 0: nothing to divide by",
    ko: "가중치의 합이 0이므로 나눌 수 없음"
  )

  static func rowAdded(_ row: Int, copyOf original: Int) -> Phrase {
    Phrase(en: "row \(row): a copy of row \(original)", ko: "행 \(row) 추가: 행 \(original)의 사본")
  }

  static func rowDeleted(_ row: Int) -> Phrase {
    Phrase(en: "deleted: row \(row)", ko: "삭제: 행 \(row)")
  }

  static func noSuchRow(_ text: String) -> Phrase {
    Phrase(
      en: "“\(text)”: type a row's number, add or delete",
      ko: "“\(text)”: 행 번호나 add, delete를 입력하세요"
    )
  }
}
