import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct BatchPanelTests {
  private func panel(_ state: State, _ width: Int = 80, _ height: Int = 13) -> [String] {
    lines(of: state, width: width, height: height) { rect, canvas in
      BatchPanel(state: state).draw(in: rect, on: &canvas)
    }
  }

  private func state(
    _ logits: [[Double]],
    _ targets: [Target?],
    _ settings: Problem.Settings = .init()
  ) throws -> State {
    let problem = try Problem(logits: logits, targets: targets, settings: settings)
    return State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
  }

  private func line(_ label: String, of lines: [String]) throws -> String {
    let line = try #require(lines.first { $0.dropFirst(3).hasPrefix(label) }, "\(lines)")
    return String(line.dropFirst(9))
  }

  @Test func `a row without a loss says so where its probability has no room`() throws {
    let targets: [Target] = [.index(0), .distribution([0.5, 0.5])]
    var state = try state([[1, 0], [2, 0]], targets, .init(loss: Focal()))
    state.command("digits 17")
    let lines = panel(state)
    #expect(!lines[0].contains("s(target)"))
    #expect(lines[2].contains("this loss is not defined"), "\(lines)")
  }

  // MARK: Worked numbers

  @Test func `the second post's mean is written out of its two losses`() throws {
    var state = try State.on("batch")
    var lines = panel(state)
    #expect(try line("sum", of: lines) == "2.1438 + 2.5601 = 4.7039")
    #expect(try line("mean", of: lines) == "(2.1438 + 2.5601) / (1 + 1) = 4.7039 / 2 = 2.3519")
    state.command("digits 15")
    lines = panel(state)
    #expect(try line("mean", of: lines).hasSuffix(" = 2.351937720511233"))
    #expect(try line("sum", of: lines).hasPrefix("2.143818427948945 + "))
  }

  @Test func `a weighted mean divides by the weights of the targets`() throws {
    let lines = panel(try State.on("weights"))
    // Worked out apart from the program.
    #expect(
      lines[1].split(separator: " ").prefix(7).joined(separator: " ")
        == "▸ 0 cat 0.7054 0.3490 1 0.3490"
    )
    #expect(
      lines[2].split(separator: " ").prefix(6).joined(separator: " ")
        == "1 horse 0.9796 0.0206 0.1 0.0021"
    )
    #expect(
      lines[3].split(separator: " ").prefix(6).joined(separator: " ")
        == "2 dog 0.4879 0.7177 0.2 0.1435"
    )
    #expect(
      try line("mean", of: lines)
        == "(0.3490 + 0.0021 + 0.1435) / (1 + 0.1 + 0.2) = 0.4946 / 1.3 = 0.3805"
    )
  }

  @Test func `the heads say a product only where every loss is one`() throws {
    var state = try State.on("weights")
    #expect(panel(state)[0].contains("× weight   = loss"))
    state.command("smoothing 0.1")
    #expect(!panel(state)[0].contains("×"))
    state.command("smoothing 0")
    state.command("target 0.5,0.5,0")
    #expect(!panel(state)[0].contains("×"))
    state.command("target 0")
    state.command("loss binary_cross_entropy")
    #expect(!panel(state)[0].contains("×"))
    #expect(
      panel(try State.on("batch"))[0].split(separator: " ").prefix(4)
        == ["row", "target", "s(target)", "weight"]
    )
  }

  @Test func `one row is a batch of one`() throws {
    let lines = panel(try State.on())
    #expect(lines[1].hasPrefix(" ▸   0  bird      0.8000"))
    #expect(try line("sum", of: lines) == "Σ loss = 0.2231")
    #expect(try line("mean", of: lines) == "Σ loss / Σ weight = 0.2231 / 1 = 0.2231")
  }

  @Test func `losses of both signs keep theirs`() throws {
    // A mass above 1 on the more probable class makes up for it.
    let state = try state(
      [[0, 3], [0, 0]],
      [.distribution([1, 1]), .index(0)],
      .init(loss: BinaryCrossEntropy())
    )
    let sum = try line("sum", of: panel(state))
    let losses = state.problem.evaluateBatch().losses.compactMap { $0 }
    let text = losses.map { NumberFormat().plain($0) }.map { $0.hasPrefix("−") ? "(\($0))" : $0 }
    #expect(sum.hasPrefix(text.joined(separator: " + ") + " = "))
  }

  // MARK: Rows that add nothing

  @Test func `the ignore index as target leaves a row out of the mean, and undo brings it back`()
    throws
  {
    var state = try State.on("batch")
    let loss = try #require(state.evaluation.loss)
    state.command("target -100")
    #expect(state.evaluation.isIgnored)
    #expect(try #require(state.batch?.value) == state.batch?.losses[1])
    try state.play("u")
    #expect(state.evaluation.loss == loss)
  }

  @Test func `ignored rows and rows without a target are faint, say so, and are in no sum`() throws
  {
    let state = try state(
      [[0, 0], [1, 0], [2, 0], [0, 0]],
      [.index(0), .index(-100), nil, .distribution([0.5, 0.5])]
    )
    let lines = panel(state)
    #expect(lines[2].contains("ignored   ignored: adds to no sum"))
    #expect(lines[3].contains("–         no target: adds to no sum"))
    #expect(lines[4].contains("soft"))
    #expect(try line("sum", of: lines) == "0.6931 + 0.6931 = 1.3863")
    #expect(try line("mean", of: lines) == "(0.6931 + 0.6931) / (1 + 1) = 1.3863 / 2 = 0.6931")
    var canvas = Canvas(width: 80, height: 13)
    BatchPanel(state: state).draw(in: canvas.bounds, on: &canvas)
    #expect(
      (5..<60).allSatisfy { canvas[$0, 2].style.role == .faint || canvas[$0, 2].glyph == " " }
    )
  }

  @Test(arguments: Language.allCases)
  func `a mean over nothing says so`(language: Language) throws {
    var state = try state([[0, 0], [1, 0]], [.index(-100), nil])
    state.options.language = language
    let lines = panel(state)
    #expect(try line("mean", of: lines) == state.text(.meanOverNothing))
    #expect(try line("sum", of: lines).hasSuffix(" = 0"))
    let weightless = try self.state([[0, 0]], [.index(0)], .init(classWeights: [0, 1]))
    #expect(try line("mean", of: panel(weightless)) == weightless.text(.meanOverNothing))
  }

  @Test func `a loss that is not defined for a target says so`() throws {
    let focal = try #require(Losses.named("focal"))
    let state = try state([[0, 1]], [.distribution([0.5, 0.5])], .init(loss: focal))
    #expect(panel(state)[1].contains("not defined"))
  }

  // MARK: What is chosen

  @Test func `the reduction in use is marked`() throws {
    var state = try State.on("pets")
    for reduction in Reduction.allCases {
      state.command("reduction \(reduction.rawValue)")
      let marked = panel(state).filter { $0.hasPrefix(" ● ") }
      #expect(marked.count == 1)
      #expect(marked.first?.dropFirst(3).hasPrefix(reduction.rawValue) == true)
    }
  }

  @Test func `the row marked is the one in the table`() throws {
    var state = try State.on("pets")
    for (script, row) in [("", 0), (")", 1), (")", 2), ("(", 1)] {
      try state.play(script)
      #expect(
        panel(state).filter { $0.hasPrefix(" ▸") }.map { $0.dropFirst(2).first { $0 != " " } }
          == [Character(String(row))]
      )
    }
  }

  // MARK: Room

  private func long(_ count: Int) throws -> State {
    try state(
      (0..<count).map { [Double($0 % 5), 0, 1] },
      (0..<count).map { .index($0 % 3) }
    )
  }

  @Test(arguments: 5...13)
  func `of many rows the chosen one is seen, and the sums are short`(height: Int) throws {
    var state = try long(200)
    for row in [0, 1, 100, 198, 199] {
      state.command("row \(row)")
      let lines = panel(state, 80, height)
      let text = String(repeating: " ", count: 3 - String(row).count) + String(row)
      #expect(lines.count { $0.hasPrefix(" ▸ \(text) ") } == 1, "\(lines)")
      if row == 100 { #expect(lines[0].contains("↑") && lines[0].contains("↓")) }
    }
    let lines = panel(state, 80, height)
    #expect(try line("sum", of: lines).hasPrefix("Σ loss = "))
    #expect(try line("mean", of: lines).hasPrefix("Σ loss / Σ weight = "))
    #expect(try line("mean", of: lines).contains(" / 200 = "))
  }

  @Test(arguments: [1, 3, 200], Language.allCases)
  func `at any size it stays inside`(rows: Int, language: Language) throws {
    var state = try long(rows)
    state.options.language = language
    for width in [0, 1, 2, 23, 24, 40, 57, 79, 80, 119, 120, 159] {
      for height in 0...14 {
        expectInside(Size(width: width, height: height)) { rect, canvas in
          BatchPanel(state: state).draw(in: rect, on: &canvas)
        }
      }
    }
  }

  @Test func `a thousand classes change nothing`() throws {
    let state = try state([Array(repeating: 0, count: 1000)], [.index(999)])
    #expect(
      panel(state)[1].split(separator: " ").prefix(6) == ["▸", "0", "999", "0.0010", "1", "6.9078"]
    )
  }

  @Test func `in Korean no English is left but the names of the reductions`() throws {
    var state = try state([[0, 0], [1, 0], [2, 0]], [.index(0), .index(-100), nil])
    state.options.language = .ko
    let words = panel(state).flatMap { $0.matches(of: /[A-Za-z]{2,}/).map { String($0.output) } }
    #expect(Set(words) == ["none", "sum", "mean"])
  }

  @Test func `in ASCII every glyph is folded`() throws {
    var state = try State.on("weights", options: ViewOptions(glyphs: .ascii))
    try state.play(")")
    for row in panel(state) { #expect(row.utf8.allSatisfy { $0 < 0x80 }, "\(row)") }
  }
}
