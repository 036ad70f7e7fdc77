import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// With the curtain down nothing on the screen tells of a result.
///
/// Two problems that show the same, and differ only where it is not shown, have other results: behind
/// the curtain their screens must be the same, to the style of every cell.
@Suite struct CurtainTests {
  private static let sizes = [(40, 10), (80, 24), (100, 24), (120, 40), (170, 50)]

  /// Sixty classes, of which the last lies below every window; its logit decides all results.
  private func states(
    hidden logit: Double,
    target: Target?,
    size: (Int, Int)
  ) throws -> State {
    let logits = (0..<60).map { $0 == 59 ? logit : Double($0 % 7) }
    return try State.on(logits: logits, target: target, width: size.0, height: size.1)
  }

  private func expectSame(
    _ a: State,
    _ b: State,
    before: String = "",
    after keys: String
  ) throws {
    var (a, b) = (a, b)
    try a.play(before)
    try b.play(before)
    for key in ["<Space>"] + keys.split(separator: " ").map(String.init) {
      try a.play(key)
      try b.play(key)
      let differing = zip(a.rows, b.rows).filter { $0 != $1 }
      // The canvases are too large to be printed.
      let isSame = Screen(a).canvas() == Screen(b).canvas()
      #expect(isSame, "after \(key): \(differing)")
    }
    try a.play("<Space>")
    try b.play("<Space>")
    #expect(a.rows != b.rows)
  }

  private static let keys = "] <Right> 2 > b [ x x 2 u T E j y 1"

  @Test(arguments: sizes)
  func `no result shows where a class out of sight decides it`(size: (Int, Int)) throws {
    let target = Target.index(1)
    try expectSame(
      states(hidden: -3, target: target, size: size),
      states(hidden: 9, target: target, size: size),
      after: Self.keys
    )
  }

  @Test(arguments: sizes)
  func `nor without a target, or with a distribution`(size: (Int, Int)) throws {
    let soft = Target.distribution((0..<60).map { $0 < 2 ? 0.5 : 0 })
    for target in [nil, soft] {
      try expectSame(
        states(hidden: -3, target: target, size: size),
        states(hidden: 9, target: target, size: size),
        after: "> <Right> 2 T j"
      )
    }
  }

  @Test(arguments: sizes)
  func `nor where weights decide it`(size: (Int, Int)) throws {
    var problem = try #require(Examples.named("negatives")).problem
    let states = try [[1, 1, 1, 1, 0.4], [1, 1, 1, 1, 7]].map { weights in
      try problem.setSettings(Problem.Settings(classWeights: weights))
      return State(
        problem: problem,
        options: ViewOptions(),
        size: Size(width: size.0, height: size.1)
      )
    }
    try expectSame(states[0], states[1], after: Self.keys)
  }

  private static let big = ": type:big<Enter>"

  @Test(
    arguments: sizes,
    [big, ": type:keys<Enter>", "s s", "s s s", ": type:lang<Space>ko<Enter>"]
  )
  func `nor in large digits, beside the keys, in a table that was sorted by results, or in Korean`(
    size: (Int, Int),
    before: String
  ) throws {
    let target = Target.index(1)
    try expectSame(
      states(hidden: -3, target: target, size: size),
      states(hidden: 9, target: target, size: size),
      before: before,
      after: Self.keys + " f f f f : type:big<Enter> ] <Esc> u"
    )
  }

  @Test(arguments: ["sort probability", "sort gradient"])
  func `the order of results goes with them and comes back`(command: String) throws {
    var state = try State.on()
    state.command(command)
    let sorted = state.order
    #expect(sorted != TableOrder(count: 5) && state.rows[1].contains("▾"))
    try state.play("<Space>")
    #expect(Array(state.order) == [0, 1, 2, 3, 4] && !state.rows[1].contains("▾"))
    #expect(state.shareLine?.contains("order=") == false)
    try state.play("a type:owl<Enter>")
    #expect(Array(state.order) == [0, 1, 2, 3, 4, 5])
    try state.play("u <Space>")
    #expect(state.order == sorted && state.rows[1].contains("▾"))
  }

  @Test(arguments: ["g", "G"])
  func `a step of descent, which would show the gradient, waits`(key: String) throws {
    var state = try State.on()
    try state.play("<Space>")
    let before = state
    try state.play(key)
    #expect(state.silent == before)
    #expect(state.message == .stepTellsGradient)
  }

  @Test func `a run ends where the curtain falls`() throws {
    var state = try State.on()
    try state.play("G <Space>")
    let before = state
    state.take(.tick)
    #expect(state == before)
  }

  // MARK: Numbers

  /// What softmax and the loss have made of the logits, as a screen would write it.
  private func results(_ state: State) -> Set<String> {
    let numbers = state.numbers
    var texts: Set<String> = []
    for evaluation in [state.evaluation, state.baselineEvaluation] {
      let indices = evaluation.logits.indices
      for (p, q) in zip(evaluation.probabilities, evaluation.complements) {
        texts.formUnion([numbers.probability(p, complement: q), numbers.percent(p)])
      }
      var values: [Double] = evaluation.logProbabilities + [evaluation.logSumExp]
      values += [evaluation.entropy, evaluation.effectiveClasses]
      values += Array(evaluation.lossTerms ?? []) + Array(evaluation.gradient ?? [])
      values += [
        evaluation.loss, evaluation.margin, evaluation.perplexity, evaluation.crossEntropy,
        evaluation.klDivergence, state.batch?.value, state.receipt?.expected,
        state.receipt?.actual,
      ].compactMap { $0 }
      for i in indices { values += indices.map { evaluation.jacobian(i, $0) } }
      for effect in indices.compactMap({ evaluation.negatives?[$0] }) {
        texts.insert(numbers.percent(effect.share))
        values += [effect.push, effect.without, effect.attribution]
      }
      for value in values + values.map(state.inUnit) { texts.insert(numbers.plain(abs(value))) }
    }
    // What has few digits stands on any screen by chance.
    return texts.filter { $0.count >= 5 && $0.contains(".") }
  }

  /// A batch with weights and smoothing, whose numbers are nowhere round, and an edit.
  private func state(_ size: (Int, Int), _ language: Language) throws -> State {
    let problem = try Problem(
      classes: ["cat", "dog", "bird", "fish"],
      logits: [[-1.2345, 0.6789, 2.3456, -0.9173], [0.3141, -2.7182, 1.6180, 0.5772]],
      targets: [.index(2), .index(0)],
      settings: Problem.Settings(labelSmoothing: 0.07, classWeights: [1.3, 0.7, 1.9, 1.1])
    )
    let size = Size(width: size.0, height: size.1)
    var state = State(problem: problem, options: ViewOptions(language: language), size: size)
    try state.play("] <Right>")
    return state
  }

  private func shown(_ results: Set<String>, on state: State) -> [String] {
    let text = state.rows.joined(separator: "\n")
    return results.filter { text.contains($0) }
  }

  @Test(arguments: Panel.allCases, Language.allCases)
  func `no panel, formula, size, language or large digit shows a number that is a result`(
    panel: Panel,
    language: Language
  ) throws {
    for size in Self.sizes {
      var open = try state(size, language)
      open.panel = panel
      let inputs = open.logits.map { open.numbers.plain(abs($0)) }
      for formula in Formula.allCases {
        open.formula = formula
        for isBig in [false, true] {
          open.isBig = isBig
          let results = results(open).subtracting(inputs)
          #expect(results.count > 40)
          // Large digits are no text.
          #expect(!shown(results, on: open).isEmpty, "\(size), \(formula), \(isBig)")
          var hidden = open
          try hidden.play("<Space>")
          #expect(shown(results, on: hidden) == [], "\(size), \(formula), \(isBig)")
          try hidden.play("<Left> ]")
          let after = self.results(hidden).subtracting(
            hidden.logits.map { hidden.numbers.plain(abs($0)) }
          )
          #expect(shown(after, on: hidden) == [], "\(size), \(formula), \(isBig)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a question mark stands for every result, and the panel says why`(
    language: Language
  ) throws {
    var state = try State.on(options: ViewOptions(language: language))
    try state.play("] <Space>")
    let rows = state.rows
    let layout = Layout(state)
    // Probability, loss term and gradient of each class.
    for row in rows[layout.tableRows.y..<layout.tableRows.maxY] {
      #expect(row.count { $0 == "?" } == 3)
    }
    for row in rows[layout.readout.y..<layout.readout.maxY] { #expect(row.contains("?")) }
    #expect(rows.contains { $0.contains(state.text(.curtainDown).prefix(20)) })
    #expect(rows[0].contains(state.text(.curtained)))
    try state.play("<Space>")
    // The title asks something, and the footer names a key.
    #expect(!state.rows.dropFirst().dropLast().contains { $0.contains("?") })
  }
}
