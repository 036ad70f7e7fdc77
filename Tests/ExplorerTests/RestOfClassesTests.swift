import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// What the line of the others says, so that with it every column has its sum.
@Suite struct RestOfClassesTests {
  private func state(_ seed: Int, _ loss: any Loss) throws -> State {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 5...60, using: &random)
    let spread = random.pick([0.1, 3, 30, 400])
    let logits = (0..<count).map { index in
      index > 2 && Bool.random(using: &random) && Bool.random(using: &random)
        ? -Double.infinity : Double.random(in: -spread...spread, using: &random)
    }
    let mass = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
    let targets: [Target?] = [.index(0), .index(1), .index(-100), nil, .distribution(mass)]
    var settings = Problem.Settings(loss: loss)
    settings.temperature = random.pick([1, 0.5, 3])
    settings.labelSmoothing = random.pick([0, 0.1])
    settings.classWeights = Bool.random(using: &random) ? mass : nil
    let problem = try Problem(logits: [logits], targets: [random.pick(targets)], settings: settings)
    var state = State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
    state.digits = random.pick([3, 4, 9, 17])
    state.focus = Int.random(in: 0..<count, using: &random)
    state.top = Int.random(in: 2..<count, using: &random)
    state.sort = random.pick(SortColumn.allCases)
    state.sortClasses()
    return state
  }

  /// The sum of what is shown, with the error that adding it up may have.
  private func sum(_ state: State, _ value: (Int) -> Double) -> (sum: Double, size: Double) {
    state.shown.reduce(into: (0, 0)) { sums, index in
      sums.sum += value(index)
      sums.size += abs(value(index))
    }
  }

  private func expectTogether(
    _ rest: Double?,
    _ shown: (sum: Double, size: Double),
    _ total: Double,
    _ what: String
  ) throws {
    let rest = try #require(rest)
    let error = abs(shown.sum + rest - total)
    #expect(error <= 1e-13 * (shown.size + abs(rest) + abs(total)), "\(what): \(rest)")
  }

  @Test(arguments: 0..<60, Losses.all.map(\.name))
  func `with the line of the others every column has its sum`(seed: Int, name: String) throws {
    let state = try state(seed, try #require(Losses.named(name)))
    let now = state.evaluation
    let rest = RestOfClasses(state, now, without: state.shown)
    #expect(rest.count + state.shown.count == state.problem.classes.count)
    try expectTogether(
      rest.sums.probability,
      sum(state) { now.probabilities[$0] },
      1,
      "probability"
    )
    #expect(abs(rest.sums.complement + rest.sums.probability - 1) < 1e-14)
    if now.target != nil {
      let total = now.logits.indices.reduce(0) { $0 + (state.targetInUse(of: $1) ?? 0) }
      try expectTogether(rest.target, sum(state) { state.targetInUse(of: $0) ?? 0 }, total, "y")
    } else {
      #expect(rest.target == nil)
    }
    guard let terms = now.lossTerms, let gradient = now.gradient, let loss = now.loss else {
      #expect(rest.term == nil && rest.gradient == nil)
      return
    }
    if loss.isFinite {
      try expectTogether(rest.term, sum(state) { terms[$0] }, loss, "term")
    }
    let total = gradient.reduce(0, +)
    try expectTogether(rest.gradient, sum(state) { gradient[$0] }, total, "gradient")
  }

  @Test(arguments: 0..<60)
  func `the logit is that of one class with their probability`(seed: Int) throws {
    let state = try state(seed, CrossEntropy())
    let rest = state.evaluation.remainder(without: state.shown)
    let logits = state.shown.map { state.logits[$0] } + [rest.logit]
    let temperature = state.problem.settings.temperature
    let settings = Problem.Settings(temperature: temperature)
    let one = try Problem(logits: [logits], settings: settings).evaluate(row: 0)
    let last = logits.count - 1
    #expect(abs(one.probabilities[last] - rest.probability) <= 1e-13 * rest.probability)
    #expect(abs(one.logSumExp - state.evaluation.logSumExp) <= 1e-13 * max(1, abs(one.logSumExp)))
  }

  @Test func `what all but vanishes keeps its digits`() throws {
    // Beside the 20 shown the others have about 1e-300, and beside the largest of them others still.
    let logits = (0..<100).map { $0 < 20 ? 0.0 : -700 + Double($0) / 100 }
    var state = try State.on(logits: logits)
    state.command("top 20")
    let rest = state.evaluation.remainder(without: state.shown)
    let sum = (20..<100).reduce(0) { $0 + state.evaluation.probabilities[$1] }
    #expect(sum > 0 && abs(rest.probability - sum) <= 1e-13 * sum)
    #expect(rest.complement == 1)
    state.command("digits 17")
    let shown = try #require(state.rows.first { $0.contains("80 others") })
    #expect(shown.contains(" 7.342536365152e−304 "), "\(shown)")
  }

  @Test func `where every other class is left out nothing is left`() throws {
    let state = try State.on(logits: [1, 2, 3, -.infinity, -.infinity])
    let rest = state.evaluation.remainder(without: [0, 1, 2])
    #expect(rest.probability == 0 && rest.complement == 1 && rest.logit == -.infinity)
  }

  // MARK: On the screen

  @Test func `the line stands at the end of the table, with its sums`() throws {
    let logits = (0..<50_257).map { Double(($0 * 7919) % 1001) / 250 }
    let problem = try Problem(title: "A vocabulary", logits: [logits], targets: [.index(42)])
    let size = Size(width: 80, height: 24)
    var state = State(problem: problem, options: ViewOptions(), size: size)
    state.command("sort probability")
    state.command("top 5")
    #expect(state.order.first == state.evaluation.argmax)
    let table = state.rows[1...8].map { $0.trimmingSuffix { $0 == " " } }
    // The others' probability and logsumexp worked out apart from the program.
    #expect(
      Array(table) == [
        "     class          logit z    softmax s▾               y  −y⋅log s  s−y=∂L/∂z",
        "     45                4.0000  ▏              0.0001    0  0         +0.0001",
        "     1046              4.0000  ▏              0.0001    0  0         +0.0001",
        "     2047              4.0000  ▏              0.0001    0  0         +0.0001",
        "   ✓ 42                1.0640  ▏              4.3e−6    1  12.3574   −1.0000",
        " ▸   0                 0       ▏              1.5e−6    0  0         +1.5e−6",
        "     50,252 others    13.4211  █████████████  0.9998    0  0         +0.9998",
        "────────────────────────────────────────────────────────────────────────────────",
      ]
    )
  }

  @Test func `a shift of the negatives is theirs too`() throws {
    var state = try State.on(logits: (0..<1000).map { Double($0 % 7) })
    state.command("top 4")
    try state.play("] ] ]")
    let line = try #require(state.rows.first { $0.contains("996 others") })
    #expect(line.contains("+0.30"))
  }

  @Test func `behind the curtain it says no more than the rows do`() throws {
    var state = try State.on(logits: (0..<1000).map { Double($0 % 7) })
    state.command("top 4")
    try state.play("<Space>")
    let line = try #require(state.rows.first { $0.contains("996 others") })
    #expect(line.filter { $0 == "?" }.count == 3)
    #expect(!line.contains("█"))
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
