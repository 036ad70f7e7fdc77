import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// The large digits, and the keys shown as they are pressed.
@Suite struct BigViewTests {
  private static let sizes = [(80, 24), (120, 40), (200, 60), (57, 20)]

  /// The screen of a state as rows of glyphs.
  private func rows(_ canvas: Canvas) -> [String] {
    canvas.text().split(separator: "\n", omittingEmptySubsequences: false).map {
      padded(String($0), to: canvas.size.width)
    }
  }

  /// The scale at which a number stands on the screen in large digits; nil where it does not.
  private func scale(of text: String, on state: State) -> Int? {
    let screen = rows(Screen(state).canvas())
    return (1...4).first { scale in
      guard let width = BigDigits.width(text, scale: scale) else { return false }
      var canvas = Canvas(width: width, height: BigDigits.height(scale: scale))
      BigDigits(text, scale: scale).draw(in: canvas.bounds, on: &canvas)
      let digits = rows(canvas)
      return screen.indices.contains { y in
        guard y + digits.count <= screen.count, let place = screen[y].firstRange(of: digits[0])
        else { return false }
        let x = screen[y].distance(from: screen[y].startIndex, to: place.lowerBound)
        return zip(digits, screen[y...]).allSatisfy { $1.dropFirst(x).hasPrefix($0) }
      }
    }
  }

  private func big(_ size: (Int, Int), example: String = "negatives") throws -> State {
    var state = try State.on(example, width: size.0, height: size.1)
    state.command("big")
    return state
  }

  @Test(arguments: [(80, 24, 1), (120, 40, 2), (200, 60, 3)])
  func `probability, loss and change stand there as large as the screen allows`(
    width: Int,
    height: Int,
    scale: Int
  ) throws {
    var state = try big((width, height))
    for key in ["]", "]", "<Left>", "}", "u"] {
      try state.play(key)
      let numbers = state.numbers
      let positive = try #require(state.evaluation.positive)
      let probability = numbers.probability(
        state.evaluation.probabilities[positive],
        complement: state.evaluation.complements[positive]
      )
      let loss = numbers.plain(try #require(state.evaluation.loss))
      let change = numbers.signed(try #require(state.receipt?.actual))
      for text in [probability, loss, change] {
        #expect(self.scale(of: text, on: state) == scale, "\(text) after \(key)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the labels say in words what the numbers are`(language: Language) throws {
    var state = try State.on(options: ViewOptions(language: language, unit: .bits))
    state.command("big")
    let untouched = state.rows.joined(separator: "\n")
    #expect(untouched.contains("s(bird)") && untouched.contains(state.text(.was("0.8000"))))
    #expect(untouched.contains("\(state.text(.loss)) (\(state.text(.unit(.bits))))"))
    #expect(untouched.contains(state.text(.lossSinceBaseline)))
    try state.play("]")
    let nudged = state.rows.joined(separator: "\n")
    #expect(
      nudged.contains(state.text(.lastChangeOfLoss) + "   " + state.text(.shiftedNegatives(0.1)))
    )
    #expect(!nudged.contains(state.text(.lossSinceBaseline)))
  }

  @Test func `a loss without a unit is said without one, and without a value it says why`() throws {
    var state = try big((80, 24))
    state.command("loss brier")
    #expect(!state.rows.joined().contains("(nats)"))
    state.command("loss focal")
    #expect(state.rows.contains { $0.contains("(nats)") })
    state.command("target 0.5,0.5,0,0,0")
    #expect(state.evaluation.loss == nil)
    #expect(state.rows.contains { $0.contains(state.text(.needsPositive)) })
  }

  @Test func `the class that the keys act on is named`() throws {
    var state = try big((80, 24))
    try state.play("<Down> <Right>")
    #expect(state.rows.contains { $0.contains("▸ dog  −2.8957") })
  }

  @Test func `on a small screen the numbers are plain`() throws {
    var state = try big((40, 10))
    try state.play("]")
    let rows = state.rows
    #expect(!rows.joined().contains("█"))
    for text in ["s(bird)", " 0.7835", " 0.2440", " +0.0208"] {
      #expect(rows.contains { $0.hasPrefix(text) || $0.contains(text) }, "\(text)")
    }
    #expect(try #require(rows.last).contains("Esc"))
  }

  @Test func `more digits than there is room for are fewer`() throws {
    var state = try big((80, 24))
    state.command("digits 17")
    let loss = try #require(state.evaluation.loss)
    let shown = (3...17).filter {
      scale(of: NumberFormat(digits: $0).plain(loss), on: state) != nil
    }
    #expect(shown.contains { $0 > 4 } && !shown.contains(17))
  }

  @Test func `without a target there is the most probable class, and the entropy`() throws {
    var state = try big((80, 24), example: "three-logits")
    let numbers = state.numbers
    let evaluation = state.evaluation
    let most = numbers.probability(
      evaluation.probabilities[evaluation.argmax],
      complement: evaluation.complements[evaluation.argmax]
    )
    for text in [most, numbers.plain(evaluation.entropy)] {
      #expect(scale(of: text, on: state) != nil, "\(text)")
    }
    #expect(state.rows.contains { $0.contains("H(s)") })
    try state.play("<Right>")
    #expect(scale(of: most, on: state) == nil)
  }

  @Test(arguments: sizes)
  func `behind the curtain there is a large question mark for each`(size: (Int, Int)) throws {
    var state = try big(size)
    try state.play("] <Space>")
    let text = state.rows.joined(separator: "\n")
    #expect(!text.contains("0.7835") && !text.contains("0.8000"))
    for number in ["0.7835", "0.2440", "+0.0208"] {
      #expect(scale(of: number, on: state) == nil)
    }
    #expect(scale(of: "?", on: state) != nil)
  }

  @Test func `Esc leaves, the footer says so, and an overlay goes first`() throws {
    var state = try big((80, 24))
    #expect(try #require(state.rows.last).contains("Esc back"))
    for overlay in [":", "?", "=", "c"] {
      try state.play(overlay + " <Esc>")
      #expect(state.isBig && state.mode == .browsing, "\(overlay)")
    }
    try state.play("<Esc>")
    #expect(!state.isBig)
    #expect(state == (try State.on()))
  }

  @Test func `keys do what they always do`() throws {
    var state = try State.on()
    var large = try big((80, 24))
    try state.play("] <Down> <Right> 2 b x u T <Esc>")
    try large.play("] <Down> <Right> 2 b x u T <Esc>")
    #expect(large == state)
  }

  @Test func `what cannot be seen cannot be clicked`() throws {
    var state = try big((80, 24))
    let before = state
    for kind in [Mouse.Kind.press, .drag, .release, .wheelUp, .wheelDown] {
      for y in 0..<24 {
        for x in stride(from: 0, to: 80, by: 3) {
          state.take(.mouse(Mouse(kind: kind, position: Point(x: x, y: y))))
        }
      }
    }
    #expect(state == before)
  }

  @Test(arguments: [":", "=", "?", "c"])
  func `palette, question, help and share line stand over the digits`(key: String) throws {
    var state = try State.on()
    var large = try big((80, 24))
    try state.play(key)
    try large.play(key)
    let rows = Layout(state).overlay.y..<24
    if key == "=" {
      #expect(large.rows.last == state.rows.last)
    } else if key == "c" {
      #expect(large.rows[rows].joined().contains("logitscope --state"))
    } else {
      #expect(Array(large.rows[rows]) == Array(state.rows[rows]))
    }
  }
}
