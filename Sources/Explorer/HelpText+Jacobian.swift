extension HelpText {
  static let jacobian = HelpText(
    title: Phrase(en: "Jacobian", ko: "야코비안"),
    items: [
      (
        Phrase(verbatim: "∂s_i/∂z_j"),
        Phrase(
          en: "how the probability of class i, the row, changes with the logit of class j",
          ko: "클래스 j(열)의 로짓에 대한 클래스 i(행) 확률의 변화율"
        )
      ),
      (
        Phrase(verbatim: "δ_ij"),
        Phrase(en: "1 where i is j, else 0", ko: "i와 j가 같으면 1, 다르면 0")
      ),
      (
        Phrase(verbatim: "[+0.05]"),
        Phrase(en: "in the row or column of the class in focus", ko: "선택한 클래스의 행 또는 열에 있는 값")
      ),
      (
        Phrase(verbatim: "+ − ░▒▓█"),
        Phrase(
          en: "sign and size, where numbers have no room; a shade is four times the one before",
          ko: "숫자를 쓸 자리가 없을 때의 부호와 크기 (한 단계마다 4배)"
        )
      ),
    ]
  )
}
