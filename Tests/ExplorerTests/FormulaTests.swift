import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct FormulaTests {
  private func state(
    _ example: String = "negatives",
    loss: String = "cross_entropy",
    keys: String = ""
  ) throws -> State {
    var state = try State.on(example)
    try state.setLoss(loss)
    try state.play(keys)
    return state
  }

  private func line(_ state: State, _ formula: Formula, width: Int = 100) -> String {
    var state = state
    state.formula = formula
    var canvas = Canvas(width: width, height: 1)
    FormulaView(state: state).draw(in: canvas.bounds, on: &canvas)
    return canvas.text()
  }

  @Test(arguments: [
    (
      Formula.margin,
      "margin   z(bird) − logsumexp(negatives) = −0.2231 − (−1.6094) = +1.3863"
    ),
    (.softmax, "softmax  s(cat) = exp(z − logsumexp(z)) = exp(−3.5066 − 0) = 0.0300"),
    (.term, "term     −y⋅log s = −0⋅log 0.0300 = 0"),
    (.gradient, "gradient ∂L/∂z(cat) = s − y = 0.0300 − 0 = +0.0300"),
    (.push, "push     ∂s(bird)/∂z(cat) = −s(bird)⋅s(cat) = −0.8000⋅0.0300 = −0.0240"),
  ])
  func `the first example is written out with its numbers`(formula: Formula, text: String) throws {
    #expect(try line(state(), formula) == text)
  }

  @Test(arguments: [
    ("all_class_nll", "−log(1 − s(cat)) = −log(1 − 0.0300) = 0.0305"),
    ("binary_cross_entropy", "−log(1 − σ(z(cat))) = −log(1 − 0.0291) = 0.0296"),
    ("focal", "ℓ(cat) = 0"),
    ("hinge_weston_watkins", "max(0, z(cat) − z(bird) + Δ) = max(0, −3.5066 − (−0.2231) + 1) = 0"),
    ("hinge_one_vs_all", "max(0, Δ + z(cat)) = max(0, 1 + (−3.5066)) = 0"),
    ("brier", "(s − y)² = (0.0300 − 0)² = 0.0009"),
  ])
  func `a negative's term is that of the loss chosen`(loss: String, text: String) throws {
    #expect(try line(state(loss: loss), .term).dropFirst(9) == text)
  }

  @Test(arguments: [
    ("all_class_nll", "∂L/∂z(bird) = s−y+o−s⋅Σo = 0.8000 − 1 + 0 − 0.8000⋅0.2151 = −0.3721"),
    ("binary_cross_entropy", "∂L/∂z(bird) = σ − y = 0.4444 − 1 = −0.5556"),
    ("focal", "∂L/∂z(bird) = ∂L/∂s(bird)⋅∂s(bird)/∂z = −0.1393⋅0.1600 = −0.0223"),
    ("brier", "∂L/∂z(bird) = 2s(s−y−Σs(s−y)) = 2⋅0.8000⋅(0.8000−1−(−0.1462)) = −0.0861"),
  ])
  func `the positive's gradient is that of the loss chosen`(loss: String, text: String) throws {
    let state = try state(loss: loss, keys: "<Down> <Down>")
    #expect(line(state, .gradient).dropFirst(9) == text)
  }

  @Test(arguments: [
    ("hinge_weston_watkins", "∂L/∂z(fish) = [z(fish) − z(bird) + Δ > 0] = [−1.0794 > 0] = 0"),
    ("hinge_crammer_singer", "∂L/∂z(fish) = [z(fish) − z(bird) + Δ > 0] = [−1.0794 > 0] = 0"),
    ("hinge_one_vs_all", "∂L/∂z(fish) = [Δ + z(fish) > 0] = [−1.3026 > 0] = 0"),
  ])
  func `a hinge's gradient says which side of the margin the class is on`(
    loss: String,
    text: String
  ) throws {
    let state = try state(loss: loss, keys: "<Down> <Down> <Down>")
    #expect(line(state, .gradient).dropFirst(9) == text)
  }

  @Test(arguments: Losses.all.map(\.name), Formula.allCases)
  func `the line ends in the number of the table, and never leaves the screen`(
    loss: String,
    formula: Formula
  ) throws {
    var state = try state(loss: loss, keys: "T ] ] E")
    state.digits = 6
    for index in state.problem.classes.indices {
      state.focus = index
      let value: Double? =
        switch formula {
        case .margin: state.evaluation.margin
        case .softmax: state.evaluation.probabilities[index]
        case .term: state.evaluation.lossTerms?[index]
        case .gradient: state.evaluation.gradient?[index]
        case .push:
          loss == "binary_cross_entropy"
            ? state.evaluation.sigmoidJacobian(2, index) : state.evaluation.jacobian(2, index)
        }
      let expected = try state.numbers.plain(#require(value))
      for width in stride(from: 30, through: 160, by: 10) {
        let text = line(state, formula, width: width)
        #expect(displayWidth(text) <= width)
        #expect(text.hasSuffix(expected.drop { $0 == "−" }), "\(text) of \(width)")
        #expect(!text.contains("…"))
      }
    }
  }

  @Test(arguments: Formula.allCases)
  func `the curtain leaves the symbols and hides the numbers`(formula: Formula) throws {
    let state = try state(keys: "] ] <Down> <Space>")
    let text = line(state, formula)
    #expect(text.hasSuffix("= ?"))
    #expect(!text.contains { $0.isNumber && $0 != "1" })
  }

  @Test func `a probability written as a difference from 1 stands in brackets`() throws {
    let state = try State.on(logits: [30, 0])
    #expect(line(state, .term).dropFirst(9) == "−y⋅log s = −1⋅log (1−9e−14) = 9.4e−14")
    #expect(line(state, .gradient).contains("= (1−9e−14) − 1 = −9.4e−14"))
  }

  @Test func `without a positive the line says what it lacks`() throws {
    let state = try state("three-logits")
    #expect(line(state, .push).contains("y makes the class in focus the positive"))
    #expect(line(state, .softmax).contains("exp("))
  }

  @Test func `f goes around the formulas and F back`() throws {
    var state = try state()
    for expected in [Formula.softmax, .term, .gradient, .push, .margin] {
      try state.play("f")
      #expect(state.formula == expected)
    }
    try state.play("F")
    #expect(state.formula == .push)
  }
}
