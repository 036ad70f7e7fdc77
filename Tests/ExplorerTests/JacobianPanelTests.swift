import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct JacobianPanelTests {
  /// The panel alone, row by row.
  private func rows(
    _ state: State,
    width: Int = 80,
    height: Int = 11,
    glyphs: GlyphSet = .unicode
  ) -> [String] {
    var canvas = Canvas(width: width, height: height)
    JacobianPanel(state: state).draw(in: canvas.bounds, on: &canvas)
    return canvas.folded(glyphs).text()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func shifted(_ keys: String = "", options: ViewOptions = ViewOptions()) throws -> State {
    var state = try State.on(options: options)
    try state.play("] ] ] <Home> <Right> <Down> <Right> " + keys)
    return state
  }

  /// The numbers of a row of the map, brackets and its head left out.
  private func numbers(_ row: String) -> [String] {
    row.matches(of: /[+−]?[0-9][0-9.e+−]*/).map { String($0.output) }
  }

  // MARK: The worked example

  @Test func `every class by every class, those of the focus in brackets`() throws {
    #expect(
      try rows(shifted()) == [
        " ∂s_i/∂z_j    cat         ▸dog         ✓bird         fish         frog",
        "     cat      +0.0397     [−0.0029]     −0.0306      −0.0052      −0.0010",
        " ▸   dog     [−0.0029]    [+0.0642]    [−0.0510]    [−0.0086]    [−0.0017]",
        "   ✓ bird     −0.0306     [−0.0510]     +0.1925      −0.0924      −0.0185",
        "     fish     −0.0052     [−0.0086]     −0.0924      +0.1092      −0.0031",
        "     frog     −0.0010     [−0.0017]     −0.0185      −0.0031      +0.0243",
        "",
        " ∂s(bird)/∂z(dog) = −s(bird)⋅s(dog) = −0.7398⋅0.0690 = −0.0510",
        " ∂s_i/∂z_j = s_i (δ_ij − s_j)   every row and column sums to 0",
        " Row i: whose probability moves.  Column j: whose logit is raised.",
        "",
      ]
    )
  }

  @Test func `in Korean and in ASCII it is the same map`() throws {
    let plain = try rows(shifted())
    let korean = try rows(shifted(options: ViewOptions(language: .ko)))
    #expect(korean[..<8] == plain[..<8])
    #expect(korean[8] == " ∂s_i/∂z_j = s_i (δ_ij − s_j)   모든 행과 열의 합은 0")
    let ascii = try rows(shifted(), glyphs: .ascii)
    #expect(ascii.joined().utf8.allSatisfy { $0 < 0x80 })
    #expect(
      ascii[2] == " >   dog     [-0.0029]    [+0.0642]    [-0.0510]    [-0.0086]    [-0.0017]"
    )
  }

  @Test func `the diagonal has the positive's hue and the rest the negatives'`() throws {
    var canvas = Canvas(width: 80, height: 11)
    JacobianPanel(state: try shifted()).draw(in: canvas.bounds, on: &canvas)
    for row in 0..<5 {
      for column in 0..<5 {
        let style = canvas[14 + 13 * column, 1 + row].style
        #expect(style.role == (row == column ? .positive : .negative))
        #expect(row == column ? style.shade > 0 : style.shade <= 0)
      }
    }
    #expect(canvas[14 + 13 * 2, 3].style.shade == 4)
    #expect(canvas[5, 2].style == .accent.bolded())
    #expect(canvas[27, 0].style == .accent.bolded())
  }

  @Test(arguments: ["", "T", "] ] ]", "t t t t", "x"])
  func `the numbers are the model's, symmetric, and a row sums to 0`(keys: String) throws {
    let state = try shifted(keys)
    let drawn = rows(state)[1...5].map(numbers)
    for i in 0..<5 {
      for j in 0..<5 {
        let value = state.evaluation.jacobian(i, j)
        #expect(drawn[i][j] == state.numbers.signed(value, width: 7))
        #expect(drawn[i][j] == drawn[j][i])
      }
      let sum = drawn[i].compactMap { Double($0.replacing("−", with: "-")) }.reduce(0, +)
      #expect(abs(sum) < 5 * 0.00005 + 1e-9)
    }
  }

  @Test func `a temperature stands in the formulas`() throws {
    var state = try State.on()
    state.command("temperature 2")
    let notes = rows(state)[7...8].joined()
    #expect(notes.contains("∂s(bird)/∂z(cat) = −s(bird)⋅s(cat)/T = "))
    #expect(notes.contains("/2 = " + state.numbers.signed(state.evaluation.jacobian(2, 0))))
    #expect(notes.contains("s_i (δ_ij − s_j)/T"))
  }

  @Test func `of the positive, or without one, the diagonal is written out`() throws {
    let notes = try rows(shifted("<Down>"))[7]
    #expect(notes == " ∂s(bird)/∂z(bird) = s(bird)⋅(1 − s(bird)) = 0.7398⋅0.2602 = +0.1925")
    let free = try rows(State.on("three-logits"))
    #expect(free.contains { $0.hasPrefix(" ∂s(0)/∂z(0) = s(0)⋅(1 − s(0)) = ") })
  }

  @Test func `the rows stand in the table's order`() throws {
    var state = try shifted()
    state.command("sort probability")
    let names = rows(state)[1...5].map { $0.dropFirst(5).prefix { $0 != " " } }
    #expect(names == ["bird", "fish", "dog", "cat", "frog"])
    #expect(rows(state)[3].hasPrefix(" ▸   dog "))
  }

  // MARK: Other losses

  @Test func `a sigmoid's map is diagonal, and says that nothing is coupled`() throws {
    var state = try State.on("binary")
    try state.play("<Down>")
    let drawn = rows(state)
    #expect(drawn[0].hasPrefix(" ∂σ_i/∂z_j "))
    for i in 0..<3 {
      let value = state.numbers.signed(state.evaluation.sigmoidJacobian(i, i))
      var expected = ["0", "0", "0"]
      expected[i] = value
      #expect(numbers(drawn[1 + i]) == expected)
    }
    #expect(drawn[5].contains("No class is coupled to another"))
    #expect(drawn[6] == " ∂σ(cat)/∂z(cat) = σ(cat)⋅(1 − σ(cat)) = 0.2953⋅0.7047 = +0.2081")
    #expect(!drawn.joined().contains("sums to 0"))
  }

  @Test func `a loss of bare logits says that softmax is not its own`() throws {
    let plain = try State.on()
    let settings = Problem.Settings(loss: BareLoss())
    let problem = try Problem(
      classes: plain.problem.classes.given,
      logits: plain.problem.logits,
      targets: plain.problem.targets,
      settings: settings
    )
    let bare = State(problem: problem, options: ViewOptions(), size: plain.size)
    #expect(rows(bare)[..<6] == rows(plain)[..<6])
    #expect(rows(bare)[7].contains("takes the logits themselves"))
  }

  private struct BareLoss: Loss {
    var name: String { "bare" }
    var activation: Activation { .identity }
    func evaluate(_ row: LossRow) -> LossValue? { nil }
  }

  // MARK: Sizes

  @Test func `ten classes are scrolled in six rows, and the rest is counted`() throws {
    var state = try State.on("ten-classes")
    try state.play("<Down> <Down> <Down> <Down> <Down>")
    let drawn = rows(state, height: 6)
    #expect(drawn[0] == " ∂s_i/∂z_j  3        4       ▸5        6        7        8        9")
    #expect(
      drawn[2] == " ▸   5     [−0.0078][−0.0051][+0.0519][−0.0050][−0.0033][−0.0067][−0.0050]"
    )
    #expect(drawn[5].hasPrefix(" ∂s(1)/∂z(5) = −s(1)⋅s(5) = −0.1172⋅0.0549 = −0.0064  "))
    #expect(drawn[5].hasSuffix("  more ↑ 4  ↓ 2  ← 3"))
  }

  @Test func `where all classes have room without numbers, their signs and sizes show`() throws {
    let drawn = try rows(State.on("ten-classes"), width: 60, height: 16)
    #expect(drawn[0] == " ∂s_i/∂z_j ▸0  ✓1   2   3   4   5   6   7   8   9")
    #expect(drawn[4] == "     3      −▓▓ −▓▓ −▒▒ +██ −▒▒ −▒▒ −▒▒ −▒▒ −▓▓ −▒▒")
    #expect(drawn[12].hasPrefix(" ∂s(1)/∂z(0) = −"))
  }

  @Test func `of a thousand classes the focus shows, and how many more there are`() throws {
    let logits = (0..<1000).map { Double($0 % 37) / 10 }
    var state = try State.on(logits: logits, target: .index(7))
    for key in ["<Home>", "<PgDn> <PgDn> <Right>", "<End>"] {
      try state.play(key)
      let drawn = rows(state, height: 6)
      #expect(drawn.contains { $0.hasPrefix(" ▸   \(state.focus) ") })
      #expect(drawn[0].contains("▸\(state.focus) ") || drawn[0].hasSuffix("▸\(state.focus)"))
      let value = state.evaluation.jacobian(state.focus, state.focus)
      #expect(drawn.joined().contains("[\(state.numbers.signed(value, width: 7))"))
      let counts = drawn[5].matches(of: /[↑↓←→] ([0-9]+)/).compactMap { Int($0.1) }
      // Four rows and seven columns are seen.
      #expect(counts.reduce(0, +) == 996 + 993)
    }
  }

  private static let sizes = [0, 1, 2, 3, 5, 6, 11, 15, 16, 17, 30, 44, 80, 120, 200]

  @Test(arguments: ["negatives", "entropy-even", "binary", "same-loss", "ten-classes"])
  func `any rectangle is survived and kept to, in every language and glyph`(name: String) throws {
    for language in Language.allCases {
      var state = try State.on(name, options: ViewOptions(language: language))
      try state.play("<Down> x T")
      for width in Self.sizes {
        for height in Self.sizes {
          var canvas = Canvas(width: width + 2, height: height + 2)
          let rect = Rect(x: 1, y: 1, width: width, height: height)
          JacobianPanel(state: state).draw(in: rect, on: &canvas)
          for x in 0..<canvas.size.width {
            for y in 0..<canvas.size.height where !rect.contains(Point(x: x, y: y)) {
              if canvas[x, y] != .blank { Issue.record("\(width)×\(height): \(x), \(y)") }
            }
          }
        }
      }
    }
  }

  @Test(arguments: ["temperature 1e-300", "temperature 1e300", "logit 1e308", "logit -inf"])
  func `the ends of the doubles are shown in the same places`(line: String) throws {
    for example in ["negatives", "binary"] {
      var state = try State.on(example)
      let heads = rows(state)[0]
      state.command(line)
      let drawn = rows(state)
      #expect(drawn[0].count == heads.count)
      #expect(!drawn.joined().contains("NaN"))
      let widths = drawn[1...3].map { row in row.count }
      #expect(widths.allSatisfy { $0 <= 80 })
    }
  }
}
