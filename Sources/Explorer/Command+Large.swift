import LogitModel

/// The commands for problems of which only a part has room.
extension Command {
  static let large: [Command] = [
    Command(
      "top",
      .choose,
      keys: [],
      argument: .text(Phrase(en: "N|all", ko: "개수|all"), topAction),
      does: Phrase(
        en: "show so many classes, the others as one line of sums",
        ko: "그 수만큼만 표시, 나머지 클래스는 합계 한 줄로 표시"
      )
    ),
    Command(
      "rows",
      .choose,
      keys: [("K", .pageRows(-1)), ("J", .pageRows(1))],
      bare: .pageRows(1),
      argument: .choice(RowSort.allCases.map(\.rawValue)) {
        RowSort(rawValue: $0).map { .sortRows($0) }
      },
      does: Phrase(
        en: "a page of rows up or down; :rows loss sorts them",
        ko: "한 화면의 행 위로, 아래로 (:rows loss: 손실순 정렬)"
      )
    ),
  ]

  private static func topAction(_ text: String) throws(Refusal) -> Action {
    if text == "all" { return .setTop(nil) }
    guard let number = NumberText.read(text), let count = Int(exactly: number) else {
      throw Refusal(.notACount(text))
    }
    return .setTop(count)
  }
}
