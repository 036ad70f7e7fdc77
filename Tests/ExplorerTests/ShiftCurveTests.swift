import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ShiftCurveTests {
  private static let names = Losses.all.map(\.name)
  private static let shifts = [-7.0, -1, -0.25, 0, 0.5, 3, 8]

  private func state(_ name: String, _ settings: Problem.Settings = .init()) throws -> State {
    try State.under(try #require(Losses.named(name)), settings: settings)
  }

  /// The loss where the logits really are shifted.
  private func shifted(_ state: State, by delta: Double) throws -> Double {
    var logits = state.logits
    for index in logits.indices
    where state.curveScope == .focus ? index == state.focus : index != state.evaluation.positive {
      logits[index] += delta
    }
    var problem = state.problem
    try problem.setLogits(logits, row: 0)
    return try #require(problem.evaluate(row: 0).loss)
  }

  @Test(arguments: names, CurveScope.allCases)
  func `the curve is the loss of the shifted logits`(name: String, scope: CurveScope) throws {
    for settings in [
      Problem.Settings(),
      Problem.Settings(labelSmoothing: 0.2, classWeights: [1, 2, 3, 0.5, 0]),
      Problem.Settings(temperature: 0.5, classWeights: [1, 1, 2, 1, 1]),
      Problem.Settings(labelSmoothing: 0.1),
    ] {
      var state = try state(name, settings)
      state.curveScope = scope
      for focus in [1, 2] {
        state.focus = focus
        let curve = ShiftCurve(state)
        #expect(curve.present == 0)
        for delta in Self.shifts {
          let loss = try shifted(state, by: delta)
          #expect(abs(curve.loss(delta) - loss) <= 1e-13 * max(1, loss))
        }
      }
    }
  }

  @Test(arguments: names, CurveScope.allCases)
  func `at the present it is the loss and the probability of the screen`(
    name: String,
    scope: CurveScope
  ) throws {
    var state = try state(name)
    try state.play("] ] <Right> <Down> <Right> <Right>")
    state.curveScope = scope
    let curve = ShiftCurve(state)
    let loss = try #require(state.evaluation.loss)
    #expect(abs(curve.loss(curve.present) - loss) <= 1e-13 * max(1, loss))
    let isSigmoid = state.problem.settings.loss.activation == .sigmoid
    let probability = isSigmoid ? sigmoid(2) : try #require(state.evaluation.positiveProbability)
    #expect(abs(curve.probability(curve.present) - probability) <= 1e-15)
  }

  @Test(arguments: names)
  func `the baseline lies on both curves after a shift of all negatives`(name: String) throws {
    var state = try state(name)
    try state.play("] ] ]")
    let curve = ShiftCurve(state)
    #expect(abs(curve.present - 0.3) <= 1e-12)
    #expect(curve.showsBaseline == (true, true))
    let before = try #require(state.baselineEvaluation.loss)
    #expect(abs(curve.loss(0) - before) <= 1e-13 * max(1, before))
  }

  @Test func `it does not where the loss sees more than the shift`() throws {
    // One negative of all has moved: the margin knows it, and that is all that cross entropy sees.
    for (name, expected) in [("cross_entropy", true), ("focal", true), ("brier", false)] {
      var state = try state(name)
      try state.play("<Down> <Right> <Right>")
      #expect(ShiftCurve(state).showsBaseline == (true, expected), "\(name)")
    }
    var weighted = try state("cross_entropy")
    try weighted.play("j j w type:3 <Enter> ]")
    #expect(ShiftCurve(weighted).showsBaseline == (true, false))
  }

  @Test func `a sigmoid stands still under every shift but its own`() throws {
    var state = try state("binary_cross_entropy")
    for scope in CurveScope.allCases {
      state.curveScope = scope
      #expect(Self.shifts.allSatisfy { ShiftCurve(state).probability($0) == sigmoid(2) })
    }
    state.focus = 2
    #expect(Self.shifts.allSatisfy { ShiftCurve(state).probability($0) == sigmoid(2 + $0) })
  }

  @Test func `only plain cross entropy is logistic`() throws {
    for name in Self.names {
      #expect(ShiftCurve(try state(name)).isLogistic == (name == "cross_entropy"))
    }
    for settings in [
      Problem.Settings(labelSmoothing: 0.1), Problem.Settings(classWeights: [1, 1, 2, 1, 1]),
    ] {
      #expect(!ShiftCurve(try state("cross_entropy", settings)).isLogistic)
    }
    let heavy = try State.under(CrossEntropy(), target: .distribution([0, 0, 2, 0, 0]))
    #expect(!ShiftCurve(heavy).isLogistic)
  }

  @Test func `many classes are sampled at fewer places`() throws {
    for (count, most) in [(5, 259), (1000, 202), (20_000, 19)] {
      let logits = (0..<count).map { Double($0 % 7) / 7 }
      let curve = ShiftCurve(try State.under(Brier(), logits: logits))
      let points = curve.lossPoints(over: curve.range)
      #expect(points.count <= most && points.count >= 17)
      #expect(points.contains { $0.x == curve.present })
    }
  }

  @Test(arguments: names)
  func `the legend names the loss, and the line below says whose s it is`(name: String) throws {
    var state = try state(name)
    try state.play("2")
    let panel = try #require(Layout(state).panels.first)
    let legend = state.rows[panel.y]
    let formula = state.rows[panel.maxY - 1]
    let loss = state.problem.settings.loss
    #expect(legend.contains("┅ " + (name == "cross_entropy" ? "loss" : loss.sign) + " →"))
    switch loss.activation {
    case .softmax: #expect(formula.contains("s(c2) = sigmoid("))
    case .sigmoid: #expect(legend.contains("σ(c2)") && formula.contains("no negative moves it"))
    case .identity: #expect(formula.contains("s is softmax's"))
    }
    if name != "cross_entropy" {
      let written = try #require(loss.words.formula).replacing("/T", with: "")
      #expect(formula.contains("L = " + written))
    }
  }
}
