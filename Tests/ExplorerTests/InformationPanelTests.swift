import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct InformationPanelTests {
  private func draw(_ state: State, width: Int = 80, height: Int = 11) -> [String] {
    var canvas = Canvas(width: width, height: height)
    InformationPanel(state: state).draw(in: canvas.bounds, on: &canvas)
    return canvas.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The cells of either part in the bar of a row.
  private func parts(_ row: String) -> [Int] {
    ["█", "▒"].map { part in row.count { $0 == part } }
  }

  // MARK: Pictures

  @Test func `a soft target parts cross entropy into its entropy and the divergence`() throws {
    #expect(
      draw(try State.on("entropy-uneven"), height: 6) == [
        "   s against y, nats           s alone, nats                 argmax and next",
        "   ██████████████▒▒▒▒▒│ log C  entropy H(s)         0.6931 ▸ red   0.5000   tie",
        "   █ H(y)             0.5004   effective classes    2.0000   black 0.5000   tie",
        "   ▒ KL(y‖s)          0.1927   logsumexp            0",
        "     cross entropy    0.6931   max softmax          0.5000",
        "     perplexity       2.0000",
      ]
    )
  }

  @Test func `with more rows the bar is as wide as the panel`() throws {
    #expect(
      draw(try State.on("three-logits")) == [
        "   ███████████████████████████████████████                              │ log C",
        "",
        "   s alone, nats                         argmax and next",
        "   █ entropy H(s)         0.6176         1      ██████▏   0.7676",
        "     effective classes    1.8544       ▸ 0      █▋        0.2092",
        "     logsumexp            1.7645         2      ▏         0.0232",
        "     max softmax          0.7676",
        "",
        "   What softmax forgets: > raises every logit, and only logsumexp moves.",
        "",
        "",
      ]
    )
  }

  @Test func `in Korean the columns keep their places`() throws {
    var state = try State.on(options: ViewOptions(language: .ko))
    try state.play("> >")
    #expect(
      draw(state) == [
        "   ▒▒▒▒▒▒▒▒▒▒                                                           │ log C",
        "",
        "   y와 s 비교, 내트              s만 볼 때, 내트              argmax부터 큰 순",
        "   █ H(y)             0          엔트로피 H(s)     0.7420     bird  0.8000",
        "   ▒ KL(y‖s)          0.2231     유효 클래스 수    2.1001     fish  0.1000",
        "     교차 엔트로피    0.2231     logsumexp         0.2000     dog   0.0500",
        "     퍼플렉시티       1.2500     최대 확률         0.8000   ▸ cat   0.0300",
        "                                                              frog  0.0200",
        "",
        "   logsumexp는 기준보다 +0.2000 달라졌지만, 소프트맥스는 그대로입니다.",
        "",
      ]
    )
  }

  // MARK: The bar

  @Test(arguments: [6, 11], [80, 120])
  func `the parts are as long as their numbers, and the whole is log C or a doubling`(
    height: Int,
    width: Int
  ) throws {
    let problem = try Problem(logits: [[3, 0]], targets: [.distribution([0.5, 0.5])])
    let size = Size(width: 80, height: 24)
    let state = State(problem: problem, options: ViewOptions(), size: size)
    let rows = draw(state, width: width, height: height)
    let row = try #require(rows.first { $0.contains("│ 4 log C") })
    // The left part of the panel, where another stands beside it.
    let bar = String(row.prefix { $0 != "│" })
    let (entropy, divergence) = (parts(bar)[0], parts(bar)[1])
    let now = state.evaluation
    let ratio = try #require(now.klDivergence) / (try #require(now.targetEntropy))
    #expect(abs(Double(divergence) - Double(entropy) * ratio) <= 1 + ratio)
    let cells = Double(bar.dropFirst(3).count)
    let share = try #require(now.crossEntropy) / (4 * now.maximumEntropy)
    #expect(abs(Double(entropy + divergence) - share * cells) <= 2)
  }

  /// What the bar holds of either part, in cells; nil for all that there are.
  private static let ends: [([Double], Target, [Int?])] = [
    ([50, 0], .index(0), [0, 1]), ([0, -.infinity], .index(1), [0, nil]),
    ([0, 0], .distribution([0.5, 0.5]), [nil, 0]), ([9, 0], .distribution([1, 1e-9]), [1, 1]),
  ]

  @Test(arguments: ends)
  func `what is not 0 has a cell, and an infinite divergence all of them`(
    logits: [Double],
    target: Target,
    cells: [Int?]
  ) throws {
    let state = try State.on(logits: logits, target: target)
    let bar = String(draw(state)[0].prefix { $0 != "│" })
    let all = bar.dropFirst(3).count
    #expect(all > 60)
    #expect(parts(bar) == cells.map { $0 ?? all })
  }

  @Test func `numbers are in the unit chosen, which is said`() throws {
    var state = try State.on("entropy-even")
    state.options.unit = .bits
    let rows = draw(state)
    #expect(rows[2].contains("s against y, bits"))
    #expect(rows[3].contains("H(y)             1.0000"))
    // A number of classes has no unit.
    #expect(rows[4].contains("effective classes    2.0000"))
  }

  // MARK: The largest

  @Test func `ties are named, also with classes that are not shown`() throws {
    let state = try State.on(logits: [1, 2, 2, 0, 2, 2, 2, 2, -1])
    let rows = draw(state, width: 120)
    #expect(rows.count { $0.contains("tie of 6") } == 5)
    #expect(rows.contains { $0.contains("▸ 0") && $0.contains("no. 7") })
    #expect(draw(try State.on(logits: [3, 2, 1])).allSatisfy { !$0.contains("tie") })
  }

  @Test func `of a thousand classes five are shown, and the one in focus`() throws {
    var state = try State.on(logits: (0..<1000).map { Double(($0 * 37) % 1000) / 100 })
    state.focus = 20
    let rows = draw(state, height: 11)
    let largest = state.evaluation.largest(5)
    for (offset, index) in largest.enumerated() {
      #expect(rows[3 + offset].dropFirst(61).hasPrefix("  \(index) "))
    }
    #expect(rows[8].dropFirst(61).hasPrefix("▸ 20 "))
    state.focus = largest[2]
    #expect(draw(state)[5].contains("▸ \(largest[2]) "))
  }

  // MARK: What softmax forgets

  @Test func `shifting every logit moves logsumexp alone, and the panel says so`() throws {
    var state = try State.on()
    let before = draw(state)
    #expect(before.joined().contains("What softmax forgets"))
    try state.play("> > >")
    let after = draw(state)
    #expect(after.joined().contains("logsumexp moved by +0.3000 since the baseline"))
    for (old, new) in zip(before, after).dropLast(2) where !old.contains("logsumexp") {
      #expect(old == new)
    }
    try state.play("]")
    #expect(draw(state).joined().contains("What softmax forgets"))
  }

  // MARK: Any size

  private static let sizes = [
    (0, 0), (0, 6), (80, 0), (1, 1), (5, 30), (40, 6), (79, 1), (80, 6), (80, 11), (130, 30),
  ]

  private static let logits: [String: [Double]] = [
    "two": [0, 1], "extremes": [800, -.infinity, 1e300],
    "a thousand": (0..<1000).map { Double($0 % 17) },
  ]

  private static let targets: [Target?] = [
    nil, .index(0), .index(1), .index(-100),
  ]

  @Test(arguments: logits.keys.sorted(), targets)
  func `the panel is drawn in any rectangle and never beside it`(
    logits: String,
    target: Target?
  ) throws {
    var state = try State.on(logits: try #require(Self.logits[logits]), target: target)
    for (digits, language) in [(3, Language.en), (4, .ko), (17, .en)] {
      state.digits = digits
      state.options.language = language
      for (width, height) in Self.sizes {
        var canvas = Canvas(width: width + 4, height: height + 2)
        let rect = Rect(x: 2, y: 1, width: width, height: height)
        canvas.fill(canvas.bounds, with: "#")
        canvas.fill(rect)
        InformationPanel(state: state).draw(in: rect, on: &canvas)
        let outside = (0..<canvas.size.height).flatMap { y in
          (0..<canvas.size.width).filter { x in
            !rect.contains(Point(x: x, y: y)) && canvas[x, y].glyph != "#"
          }
        }
        #expect(outside.isEmpty, "\(width)×\(height)")
      }
    }
  }

  @Test func `in ASCII the parts of the bar still differ`() throws {
    let state = try State.on("entropy-uneven", options: ViewOptions(glyphs: .ascii))
    var canvas = Canvas(width: 80, height: 11)
    InformationPanel(state: state).draw(in: canvas.bounds, on: &canvas)
    let text = canvas.folded(.ascii).text()
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    #expect(text.contains("###==="))
    #expect(text.contains("# H(y)") && text.contains("= KL(y|s)"))
  }
}
