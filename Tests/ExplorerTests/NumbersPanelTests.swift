import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct NumbersPanelTests {
  private func draw(_ state: State, width: Int = 80, height: Int = 11) -> [String] {
    var canvas = Canvas(width: width, height: height)
    NumbersPanel(state: state)?.draw(in: canvas.bounds, on: &canvas)
    return canvas.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func sentences(_ state: State) -> [String] {
    let index = state.evaluation.positive ?? state.focus
    let forms = state.problem.floatingPointForms(row: state.row, class: index)
    return FindingTexts(state: state, numbers: forms).sentences
  }

  /// The state with the logits typed over those of its first classes.
  private func state(_ logits: [Double], target: Target? = .index(0)) throws -> State {
    try State.on(logits: logits, target: target)
  }

  // MARK: Pictures

  @Test func `each form has its row under the exact one, and the worst is said`() throws {
    #expect(
      draw(try State.on()) == [
        "   bits   form    s(bird)  right  −log s   right  ε = 1e−9  right  outcome",
        "   exact          0.8000           0.2231",
        "   64     naive   0.8000      15   0.2231     15    0.2231      8",
        "          stable  0.8000      15   0.2231     15    0.2231      8",
        "   32     naive   0.8000       7   0.2231      7    0.2231      7",
        "          stable  0.8000       7   0.2231      7    0.2231      7",
        "   16     naive   0.7998       3   0.2234      2    0.2234      2  ε = 0",
        "          stable  0.7998       3   0.2231      5    0.2234      2  ε = 0",
        "",
        "   16 bit: ε = 1e−9 becomes 0 and protects nothing",
        "   64 bit: right digits of the loss 15, with ε 8",
      ]
    )
  }

  @Test func `in six rows a format's two forms stand side by side`() throws {
    var state = try State.on()
    try state.play("<Down> <Down> = type:12 <Enter>")
    #expect(
      draw(state, height: 6) == [
        "   bits   naive s        −log s         ε = 1e−9   stable s       −log s",
        "   exact  1−1.2e−6        1.2e−6       s is s(bird); right digits follow",
        "   64     1−1.2e−6   15   1.2e−6    10    1.2e−6   1−1.2e−6   15   1.2e−6     9",
        "   32     1−1.1e−6    7   1.1e−6     1    1.1e−6   1−1.2e−6    7   1.2e−6     1",
        "   16     NaN      none  NaN      none  NaN        1           5   0       none",
        "   16 bit, naive: exp(12) overflows, s(bird) is NaN; exactly 1−1.2e−6",
      ]
    )
  }

  @Test func `in Korean the columns keep their places`() throws {
    var state = try State.on(options: ViewOptions(language: .ko))
    try state.play("<Down> <Down> = type:30 <Enter>")
    #expect(
      draw(state) == [
        "   비트  방식  ▸ s(bird)  자리  −log s   자리  ε = 1e−9  자리  현상",
        "   참값          1−2e−14         1.9e−14",
        "   64    단순    1−2e−14    15   1.9e−14    2   −1.0e−9  없음  L < 0",
        "         안정    1−2e−14    15   1.9e−14    2   −1.0e−9  없음  L < 0",
        "   32    단순    1          13   0       없음    0       없음  s = 1",
        "         안정    1          13   0       없음    0       없음  s = 1",
        "   16    단순    NaN      없음  NaN      없음  NaN       없음  exp = inf, ε = 0",
        "         안정    1          13   0       없음    0       없음  s = 1, ε = 0",
        "",
        "   16비트 단순: exp(30) 오버플로, s(bird) = NaN (참값 1−2e−14)",
        "   32비트: s(bird) = 1, 손실 = 0 (참값 1.9e−14)",
      ]
    )
  }

  @Test func `without a target there is the softmax of the class in focus alone`() throws {
    #expect(
      draw(try State.on("three-logits")) == [
        "   bits   form  ▸ s(0)     right  outcome",
        "   exact          0.2092",
        "   64     naive   0.2092      15",
        "          stable  0.2092      15",
        "   32     naive   0.2092       8",
        "          stable  0.2092       7",
        "   16     naive   0.2092       3",
        "          stable  0.2094       3",
        "",
        "   16 bit, naive: right digits of s(0) 3, the fewest here",
        "",
      ]
    )
  }

  // MARK: What is said

  @Test func `pushing a logit to 800 changes the sentence from digits to NaN`() throws {
    var state = try State.on()
    #expect(sentences(state)[0].contains("ε = 1e−9 becomes 0"))
    try state.play("<Down> <Down> = type:800 <Enter>")
    #expect(
      sentences(state)[0]
        == "64, 32, 16 bit, naive: exp(800) overflows, s(bird) is NaN; exactly 1"
    )
    try state.play("u")
    #expect(sentences(state)[0].contains("ε = 1e−9 becomes 0"))
  }

  private static let worst: [([Double], Target?, String)] = [
    (
      [0, 800], .index(0),
      "64, 32, 16 bit, naive: exp(800) overflows, the loss is inf; exactly 800.0000"
    ),
    (
      [90, 0], .index(0), "32, 16 bit, naive: exp(90) overflows, s(0) is NaN; exactly 1−8e−40"
    ),
    (
      [-60, 0], .index(0), "16 bit, naive: s(0) is 0, so the loss is inf; exactly 60.0000"
    ),
    (
      [-800, -800], .index(0),
      "64, 32, 16 bit, naive: every exp is 0, s(0) is NaN; exactly 0.5000"
    ),
    (
      [11, 11], .index(0),
      "16 bit, naive: the sum of exp overflows, the loss is inf; exactly 0.6931"
    ),
    (
      [1e300, 0], .index(0), "64 bit, naive: exp(1e+300) overflows, s(0) is NaN; exactly 1"
    ),
    (
      [0, -2000], .distribution([1, 0]),
      "64, 32, 16 bit, naive: 0 × inf makes the loss NaN; exactly 0"
    ),
    ([9, 0], .index(0), "16 bit: s(0) is 1, so the loss is 0; exactly 0.0001"),
    ([-200, 0], nil, "32, 16 bit: s(0) underflows to 0; exactly 1.4e−87"),
    ([0, 100], nil, "32, 16 bit, naive: exp(100) overflows, s(0) is 0; exactly 3.7e−44"),
  ]

  @Test(arguments: worst)
  func `the worst that happens is said first`(
    logits: [Double],
    target: Target?,
    sentence: String
  ) throws {
    #expect(sentences(try state(logits, target: target))[0] == sentence)
  }

  @Test func `what epsilon does to a loss is said, capped or below 0`() throws {
    let capped = sentences(try state([-60, 0]))
    #expect(capped.contains("64, 32 bit: with ε the loss stops at 20.7233; exactly 60.0000"))
    let negative = sentences(try state([50, 0]))
    #expect(negative.contains { $0.contains("with ε the loss falls below 0, to −1.0e−9") })
  }

  @Test(arguments: Language.allCases, Self.worst)
  func `every sentence fits eighty columns`(
    language: Language,
    worst: ([Double], Target?, String)
  ) throws {
    var state = try state(worst.0, target: worst.1)
    state.options.language = language
    for sentence in sentences(state) { #expect(displayWidth(sentence) <= 76, "\(sentence)") }
  }

  @Test func `losses are in the unit chosen, right digits the same`() throws {
    var state = try State.on()
    state.options.unit = .bits
    let rows = draw(state)
    #expect(rows[1] == "   exact          0.8000           0.3219")
    #expect(rows[2].contains("0.3219     15"))
  }

  // MARK: Any size

  private static let sizes = [
    (0, 0), (0, 6), (80, 0), (1, 1), (5, 30), (40, 6), (79, 1), (80, 6), (80, 11), (130, 30),
  ]

  private static let logits: [String: [Double]] = [
    "two": [0, 1], "extremes": [800, -.infinity, 1e300],
    "a thousand": (0..<1000).map { Double($0 % 17) },
  ]

  @Test(arguments: logits.keys.sorted(), Language.allCases)
  func `the panel is drawn in any rectangle and never beside it`(
    logits: String,
    language: Language
  ) throws {
    var state = try state(try #require(Self.logits[logits]))
    state.options.language = language
    for digits in [3, 17] {
      state.digits = digits
      for (width, height) in Self.sizes {
        var canvas = Canvas(width: width + 4, height: height + 2)
        let rect = Rect(x: 2, y: 1, width: width, height: height)
        canvas.fill(canvas.bounds, with: "#")
        canvas.fill(rect)
        NumbersPanel(state: state)?.draw(in: rect, on: &canvas)
        let outside = (0..<canvas.size.height).flatMap { y in
          (0..<canvas.size.width).filter { x in
            !rect.contains(Point(x: x, y: y)) && canvas[x, y].glyph != "#"
          }
        }
        #expect(outside.isEmpty, "\(width)×\(height)")
      }
    }
  }

  @Test(arguments: [80, 120], [6, 11])
  func `the class and what goes wrong are told without a hue`(width: Int, height: Int) throws {
    var state = try State.on(options: ViewOptions(glyphs: .ascii))
    try state.play("<Down> <Down> = type:800 <Enter>")
    var canvas = Canvas(width: width, height: height)
    NumbersPanel(state: state)?.draw(in: canvas.bounds, on: &canvas)
    let text = canvas.folded(.ascii).text()
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(text.contains("NaN") && text.contains("none") && text.contains("s(bird)"))
    #expect(text.contains("exp(800) overflows"))
  }
}
