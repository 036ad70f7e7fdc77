import Foundation
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ComparePanelTests {
  private func panel(_ state: State, _ width: Int = 80, _ height: Int = 11) -> [String] {
    lines(of: state, width: width, height: height) { rect, canvas in
      ComparePanel(state: state).draw(in: rect, on: &canvas)
    }
  }

  /// The words and numbers of the line that begins so.
  private func words(_ lines: [String], of label: String) throws -> [String] {
    let line = try #require(
      lines.first { $0.drop { " ▸".contains($0) }.hasPrefix(label) },
      "\(lines)"
    )
    return line.drop { " ▸".contains($0) }.dropFirst(label.count).split(separator: " ")
      .map(String.init)
  }

  // MARK: The pair

  @Test func `one look shows the same loss, other gradients, and another loss after one step`()
    throws
  {
    let lines = panel(try State.on("same-loss"))
    #expect(try words(lines, of: "loss") == ["0.2231", "0.2231", "the", "same"])
    // Worked out apart from the program: −log s after z − 0.5 (s − y).
    #expect(
      try words(lines, of: "after one step").suffix(3) == ["0.1977", "0.1862", "−0.0115"]
    )
    let summary = try #require(Examples.named("same-loss")).summary
    for language in Language.allCases {
      #expect(["0.2231", "0.1977", "0.1862"].allSatisfy(summary[language].contains))
    }
    let expected = [
      ("cat", "0.0500 0 −0.0500 +0.0500 0 −0.0500"),
      ("dog", "0.0300 0 −0.0300 +0.0300 0 −0.0300"),
      ("bird", "0.8000 0.8000 · −0.2000 −0.2000 ·"),
      ("fish", "0.0200 0.2000 +0.1800 +0.0200 +0.2000 +0.1800"),
      ("frog", "0.1000 0 −0.1000 +0.1000 0 −0.1000"),
    ]
    for (name, numbers) in expected {
      #expect(try words(lines, of: name).joined(separator: " ") == numbers)
    }
  }

  @Test func `where the negatives only trade places, one step leads both to the same loss`() throws
  {
    let lines = panel(try State.on("same-loss-traded"))
    #expect(try words(lines, of: "loss") == ["0.2231", "0.2231", "the", "same"])
    #expect(
      try words(lines, of: "after one step").suffix(4) == ["0.1977", "0.1977", "the", "same"]
    )
    #expect(
      try words(lines, of: "cat") == [
        "0.0300", "0.0500", "+0.0200", "+0.0300", "+0.0500", "+0.0200",
      ]
    )
  }

  @Test func `in Korean the same is said in Korean`() throws {
    let lines = panel(try State.on("same-loss-traded", options: ViewOptions(language: .ko)))
    #expect(try words(lines, of: "손실") == ["0.2231", "0.2231", "같음"])
    #expect(try words(lines, of: "한 스텝 뒤").suffix(3) == ["0.1977", "0.1977", "같음"])
  }

  /// The loss after one step, from exponentials and nothing of the program.
  private func lossAfterStep(_ logits: [Double], _ target: Int, temperature: Double) -> Double {
    func softmax(_ logits: [Double]) -> [Double] {
      let exponentials = logits.map { exp($0 / temperature) }
      return exponentials.map { $0 / exponentials.reduce(0, +) }
    }
    let probabilities = softmax(logits)
    let moved = logits.indices.map { index in
      logits[index] - 0.5 * (probabilities[index] - (index == target ? 1 : 0)) / temperature
    }
    return -log(softmax(moved)[target])
  }

  @Test func `each step is taken under the settings and the target of its own side`() throws {
    var state = try State.on(logits: [1, 2, 0.5])
    try state.play("b <Right> ] j y")
    state.command("temperature 2")
    state.command("digits 9")
    let lines = panel(state, 150)
    let expected = [
      lossAfterStep([1, 2, 0.5], 0, temperature: 1),
      lossAfterStep(state.logits, 1, temperature: 2),
    ]
    let texts = expected.map { NumberFormat(digits: 9).plain($0) }
    #expect(try words(lines, of: "after one step").suffix(3).prefix(2) == texts[...])
    let note = try #require(lines.first { $0.contains("the baseline has") })
    #expect(note.contains("target 0 · T 1"))
  }

  @Test func `the loss is in the unit chosen, the step is not`() throws {
    var state = try State.on("same-loss")
    state.command("unit bits")
    let lines = panel(state)
    #expect(try words(lines, of: "loss").prefix(2) == ["0.3219", "0.3219"])
    #expect(
      try words(lines, of: "after one step").suffix(3) == ["0.2852", "0.2687", "−0.0165"]
    )
  }

  @Test func `an infinite loss is not the same as a finite one, but as another infinite one`()
    throws
  {
    var state = try State.on()
    try state.play("x j y k y")
    #expect(state.evaluation.loss == .infinity)
    #expect(try words(panel(state), of: "loss") == ["0.2231", "inf", "+inf"])
    try state.play("b")
    #expect(try words(panel(state), of: "loss") == ["inf", "inf", "the", "same"])
  }

  // MARK: What is there to compare

  @Test func `beside itself everything is the same`() throws {
    let lines = panel(try State.on())
    #expect(try words(lines, of: "bird") == ["0.8000", "0.8000", "·", "−0.2000", "−0.2000", "·"])
    #expect(try words(lines, of: "loss").suffix(2) == ["the", "same"])
  }

  @Test func `a shift of every logit is no difference`() throws {
    var state = try State.on()
    try state.play("> > >")
    let lines = panel(state)
    for name in ["cat", "dog", "bird", "fish", "frog"] {
      let numbers = try words(lines, of: name)
      #expect(numbers[2] == "·" && numbers[5] == "·")
    }
    #expect(try words(lines, of: "after one step").suffix(2) == ["the", "same"])
  }

  @Test func `without a target there is no loss to compare`() throws {
    let lines = panel(try State.on("three-logits"))
    #expect(try words(lines, of: "loss") == ["–", "–"])
    #expect(try words(lines, of: "1 ") == ["0.7676", "0.7676", "·"])
  }

  @Test(arguments: ["logit 1e308", "temperature 1e-300", "logit -inf", "weight 1e300"])
  func `a step out of what a double holds is no number`(command: String) throws {
    var state = try State.on("same-loss-traded")
    state.command(command)
    let numbers = try words(panel(state), of: "after one step")
    #expect(!numbers.contains("NaN"))
    #expect(numbers.contains("0.1977"))
  }

  @Test func `classes stand in the table's order`() throws {
    var state = try State.on("same-loss-traded")
    state.command("sort probability")
    let names = panel(state)[2...6].map { $0.drop { " ▸".contains($0) }.prefix { $0 != " " } }
    #expect(names == ["bird", "frog", "cat", "dog", "fish"])
  }

  // MARK: Room

  @Test(arguments: [
    (60, 2, 0), (80, 2, 2), (100, 3, 2), (120, 4, 2), (135, 4, 3), (158, 5, 3), (170, 5, 4),
  ])
  func `what is shown follows the width, with nothing dropped by halves`(
    width: Int,
    pairs: Int,
    differences: Int
  ) throws {
    let heads = panel(try State.on("same-loss-traded"), width)[1].split(separator: " ").dropFirst()
    let counts = ["baseline", "now", "difference"].map { head in heads.count { $0 == head } }
    #expect(counts == [pairs, pairs, differences])
  }

  @Test func `the bars of both gradients stand side by side under one scale`() throws {
    let lines = panel(try State.on("same-loss-traded"), 120)
    #expect(lines[0].contains("∂L/∂z ± 0.2"))
    let bird = try #require(lines.first { $0.contains("bird") })
    #expect(bird.contains("████│      ████│"))
  }

  @Test func `where there are no columns for the loss, it stands in a line`() throws {
    let lines = panel(try State.on("same-loss"), 56)
    #expect(lines.contains { $0.hasSuffix("loss  0.2231 → 0.2231  the same") })
    #expect(
      lines.contains { $0.contains("after one step") && $0.hasSuffix("0.1977 → 0.1862  −0.0115") }
    )
  }

  @Test(arguments: [2, 5, 1000], Language.allCases)
  func `at any size it stays inside`(classes: Int, language: Language) throws {
    var state = try State.on(logits: (0..<classes).map { Double($0 % 9) })
    state.options.language = language
    try state.play("j ] 4 <Right> <Right>")
    for width in [0, 1, 2, 23, 24, 40, 57, 79, 80, 119, 120, 159] {
      for height in 0...14 {
        expectInside(Size(width: width, height: height)) { rect, canvas in
          ComparePanel(state: state).draw(in: rect, on: &canvas)
        }
      }
    }
  }

  @Test(arguments: 5...14)
  func `the class in focus is seen, and how many are not`(height: Int) throws {
    var state = try State.on(logits: (0..<1000).map { Double($0 % 9) })
    for focus in [0, 1, 500, 998, 999] {
      state.focus = focus
      let lines = panel(state, 80, height)
      let rows = lines.filter { $0.hasPrefix(" ▸ \(focus) ") }
      #expect(rows.count == 1)
      let names = lines[2..<height - 2].map { $0.drop { " ▸".contains($0) }.prefix { $0 != " " } }
      #expect(names.allSatisfy { Int($0) != nil }, "every row is used: \(names)")
      if focus == 500 { #expect(lines[0].contains("↑") && lines[0].contains("↓")) }
    }
    state.focus = 0
    #expect(panel(state, 80, height)[0].hasSuffix("↓\(1000 - (height - 4))"))
  }

  @Test func `columns stay where they are while values move`() throws {
    var state = try State.on("same-loss-traded")
    let heads = panel(state)[0...1]
    for script in ["]", "}", "} }", "<S-Right>", "x", "T T T", "w type:0.001 <Enter>"] {
      try state.play(script)
      #expect(panel(state)[0...1] == heads, "after \(script)")
    }
  }

  @Test func `points stand under one another`() throws {
    let lines = panel(try State.on("same-loss-traded"))
    let places = lines[2...6].map { line in
      line.enumerated().filter { $0.element == "." || $0.element == "·" }.map(\.offset)
    }
    #expect(Set(places).count == 1, "\(places)")
  }

  @Test func `in ASCII every glyph is folded`() throws {
    var state = try State.on("same-loss-traded", options: ViewOptions(glyphs: .ascii))
    try state.play("y")
    for row in panel(state, 150) { #expect(row.utf8.allSatisfy { $0 < 0x80 }, "\(row)") }
  }
}
