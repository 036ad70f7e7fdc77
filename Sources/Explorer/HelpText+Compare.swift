extension HelpText {
  static let compareAndBatch = HelpText(
    title: Phrase(en: "Compare and batch", ko: "비교와 배치"),
    items: [
      (
        .weightHead,
        Phrase(
          en: "what a row adds to the divisor of a mean: its target's class weight, else 1",
          ko: "행이 평균의 분모에 더하는 값: 타깃 클래스의 가중치, 없으면 1"
        )
      ),
      (
        Phrase(verbatim: "●"),
        Phrase(en: "the reduction in use", ko: "지금 쓰는 집계 방식")
      ),
    ]
  )
}
