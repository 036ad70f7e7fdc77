import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct DescentPanelTests {
  private func picture(_ state: State, _ width: Int, _ height: Int) -> [String] {
    var canvas = Canvas(width: width, height: height)
    DescentPanel(state: state).draw(in: canvas.bounds, on: &canvas)
    return canvas.folded(state.options.glyphs).text()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func problem(_ count: Int, _ target: Target? = .index(1)) throws -> Problem {
    let logits = (0..<count).map { Double($0 * 7 % 11) / 3 }
    return try Problem(logits: [logits], targets: [target])
  }

  @Test func `before the first step it says what the keys do, and shows where it would start`()
    throws
  {
    let picture = picture(try .on(), 80, 11)
    #expect(picture[0] == " g: one step z ← z − η⋅∂L/∂z   G: run, stop   η 0.5")
    #expect(picture[10] == " s(bird)  0.8000                         loss  0.2231")
    #expect(picture.joined().count { $0 == "●" } == 2)
  }

  @Test func `after steps both runners stand beside one another`() throws {
    var state = try State.on()
    try state.play("} g g g")
    let path = try #require(state.descent?.descent)
    let second = try #require(path.positiveOnly)
    let rows = picture(state, 80, 11)
    #expect(
      rows[0] == " step 3      η 0.5   ━● full gradient   ┅○ without the negatives' gradient"
    )
    let numbers = state.numbers
    func loss(_ runner: Descent.Runner) -> String { numbers.plain(runner.path[3].loss) }
    #expect(rows[10].contains("loss  ● \(loss(path.runner))    ○ \(loss(second))"))
    #expect(loss(path.runner) != loss(second))
    #expect(rows[10].hasPrefix(" s(bird)  ● 0."))
    #expect(rows[1].contains("1┤"))
    #expect(rows[9].contains("step 10"))
    // The mark moves back with an undo, and the path stays.
    try state.play("u u")
    let back = picture(state, 80, 11)
    #expect(back[0].hasPrefix(" step 1 "))
    #expect(back[10].contains("loss  ● \(numbers.plain(path.runner.path[1].loss))"))
  }

  @Test func `losses are in the unit chosen`() throws {
    var state = try State.on()
    try state.play("g g")
    let nats = try #require(state.descent?.descent.runner.path.last?.loss)
    state.command("unit bits")
    let bits = state.numbers.plain(nats * Unit.bits.perNat)
    #expect(picture(state, 80, 11)[10].contains("loss  ● \(bits)"))
  }

  @Test func `where the positive is a soft target there is one runner and one plot`() throws {
    var state = State(
      problem: try problem(5, .distribution([0.2, 0.2, 0.2, 0.2, 0.2])),
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    try state.play("g g")
    let rows = picture(state, 80, 11)
    #expect(rows[0].hasSuffix("a second path needs one positive"))
    #expect(!rows.joined().contains("○"))
    #expect(rows[10].hasPrefix(" loss  ● "))
  }

  @Test(arguments: [nil, Target.index(-100)])
  func `without a loss it says what is missing`(target: Target?) throws {
    let state = State(
      problem: try problem(3, target),
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    #expect(picture(state, 80, 11)[1].contains("press y on a class to make it the target"))
  }

  @Test func `the curtain hides it`() throws {
    var state = try State.on()
    try state.play("g g 7 <Space>")
    #expect(!state.rows.joined().contains("●"))
  }

  @Test func `at six rows of eighty columns all words and both plots are there`() throws {
    var state = State(
      problem: try problem(10),
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    try state.play("g g 7")
    #expect(Layout(state).panels[0].height == 6)
    let rows = picture(state, 80, 6)
    #expect(rows[0].contains("without the negatives' gradient"))
    #expect(picture(state, 64, 6)[0].hasSuffix("┅○ without negatives"))
    #expect(rows.filter { $0.contains("┤") }.count == 2)
    #expect(rows[5].contains("s(1)  ●") && rows[5].contains("loss  ●"))
  }

  private static let sizes = [
    (0, 0), (1, 1), (2, 3), (5, 2), (10, 1), (24, 4), (40, 6), (57, 5), (58, 11), (80, 6), (80, 11),
    (120, 40),
  ]

  @Test(arguments: [2, 5, 1000], [Target.index(1), nil, .distribution([0.5, 0.5])])
  func `any rectangle is drawn, in either language and in ASCII`(count: Int, target: Target?) throws
  {
    var target = target
    if case .distribution(let mass) = target {
      target = .distribution(mass + Array(repeating: 0, count: count - mass.count))
    }
    var state = State(
      problem: try problem(count, target),
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    for keys in ["", "g", "g u", "u", ": type:rate<Space>50<Enter>", "g g"] {
      try state.play(keys)
      for glyphs in [GlyphSet.unicode, .asciiGraphics, .ascii] {
        for language in Language.allCases {
          state.options = ViewOptions(language: language, glyphs: glyphs)
          for (width, height) in Self.sizes {
            let rows = picture(state, width, height)
            #expect(rows.allSatisfy { displayWidth($0) <= width })
            if glyphs == .ascii { #expect(rows.joined().utf8.allSatisfy { $0 < 0x80 }) }
          }
        }
      }
    }
  }

  @Test(arguments: [1.5e308, 1e308, 9e307, 1, -690, -744])
  func `a loss of any size has a round number above it`(lead: Double) throws {
    let state = try State.on(logits: [lead, 0], target: .index(1))
    #expect(picture(state, 80, 11)[10].contains("loss  "))
    #expect(picture(state, 80, 11).joined().count { $0 == "●" } == 2)
  }

  @Test func `infinite and negative losses leave the plot whole`() throws {
    var lost = try State.on(logits: [2, -.infinity, 1], target: .index(1))
    try lost.play("g g")
    #expect(picture(lost, 80, 11)[10].contains("loss  ● inf"))
    var beyond = try State.on(logits: [5, 0], target: .distribution([3, 0]))
    beyond.command("loss binary_cross_entropy")
    try beyond.play("g g g")
    let losses = try #require(beyond.descent?.descent.runner.path.map(\.loss))
    #expect(losses.allSatisfy { $0 < 0 })
    #expect(picture(beyond, 80, 11).contains { $0.contains("0┤") })
    #expect(picture(beyond, 80, 11).contains { $0.contains("−") })
  }
}
