import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// The panels that follow the loss chosen, under each loss, on any problem and in any room.
@Suite struct LossPanelsTests {
  private static let losses: [any Loss] =
    Losses.all
    + [
      UnknownLoss(activation: .softmax), UnknownLoss(activation: .sigmoid),
      UnknownLoss(activation: .identity),
    ]
  private static let panels = [Panel.negatives, .curve, .losses]
  private static let sizes = [
    Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 40, height: 10),
    Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  private struct Row {
    let logits: [Double]
    let target: Target?
  }

  private static let rows = [
    Row(logits: [0.5, -0.5], target: .index(1)),
    Row(logits: [1, 2, 3], target: .distribution([0.25, 0.5, 0.25])),
    Row(logits: [1, 2, 3], target: .distribution([0, 2, 0])),
    Row(logits: [1, 2, 3], target: nil),
    Row(logits: [1, 2, 3], target: .index(-100)),
    Row(logits: [-.infinity, 2, 3], target: .index(2)),
    Row(logits: [-.infinity, 2, -.infinity], target: .index(1)),
    Row(logits: [-.infinity, 2, -.infinity], target: .index(0)),
    Row(logits: [1e308, -1e308, 0], target: .index(1)),
  ]

  private func draw(_ panel: Panel, _ state: State, _ rect: Rect, _ canvas: inout Canvas) {
    switch panel {
    case .negatives: NegativesPanel(state: state).draw(in: rect, on: &canvas)
    case .curve: CurvePanel(state: state).draw(in: rect, on: &canvas)
    default: LossesPanel(state: state).draw(in: rect, on: &canvas)
    }
  }

  @Test(arguments: losses.indices, rows.indices)
  func `nothing traps, and no number is NaN`(loss: Int, row: Int) throws {
    let row = Self.rows[row]
    for temperature in [1, 1e-300] {
      let settings = Problem.Settings(temperature: temperature, labelSmoothing: 0.1)
      var state = try State.under(
        Self.losses[loss],
        logits: row.logits,
        target: row.target,
        settings: settings
      )
      for panel in Self.panels {
        for (focus, scope) in [(0, CurveScope.focus), (1, .focus), (1, .negatives)] {
          (state.panel, state.focus, state.curveScope) = (panel, focus, scope)
          #expect(!state.rows.contains { $0.contains("NaN") })
        }
      }
    }
  }

  @Test(arguments: losses.indices, sizes)
  func `a panel copes with any room`(loss: Int, size: Size) throws {
    for target in [Target.index(2), .distribution([0.5, 0.5, 0, 0, 0]), nil] {
      var state = try State.under(Self.losses[loss], target: target, size: size)
      for panel in Self.panels {
        state.panel = panel
        #expect(Screen(state).canvas().size == size)
        #expect(drawn(size) { draw(panel, state, $0, &$1) }.count == max(1, size.height))
      }
    }
  }

  @Test(arguments: losses.indices, Language.allCases)
  func `a thousand classes have room as well`(loss: Int, language: Language) throws {
    var random = SeededGenerator(seed: 4)
    let logits = (0..<1000).map { _ in Double.random(in: -3...3, using: &random) }
    var state = try State.under(Self.losses[loss], logits: logits, language: language)
    state.focus = 999
    for panel in Self.panels {
      state.panel = panel
      let rows = state.rows
      #expect(rows.count == 24)
      #expect(rows.allSatisfy { displayWidth($0) <= 80 })
    }
  }

  // MARK: Header, table and readout

  @Test(arguments: Losses.all.map(\.name))
  func `every loss has words of its own`(name: String) throws {
    let loss = try #require(Losses.named(name))
    #expect(loss.title.en != name)
    #expect(loss.words.formula != nil)
    let others = Losses.all.filter { $0.name != name }
    #expect(!others.map(\.sign).contains(loss.sign))
    #expect(!others.map(\.title).contains(loss.title))
  }

  @Test func `a loss that has no words is called by its name`() throws {
    let loss = UnknownLoss(activation: .softmax)
    #expect(loss.title.en == "unknown_softmax")
    #expect(try State.under(loss).rows[0].contains("unknown_softmax · T 1"))
  }

  @Test(arguments: Losses.all.map(\.name), Language.allCases)
  func `the header says γ or Δ where it counts`(name: String, language: Language) throws {
    let loss = try #require(Losses.named(name))
    let settings = Problem.Settings(gamma: 3.5, hingeMargin: 0.75)
    let state = try State.under(loss, settings: settings, language: language)
    #expect(state.rows[0].contains(loss.sign + " · "))
    #expect(state.rows[0].contains("γ 3.5") == (name == "focal"))
    #expect(state.rows[0].contains("Δ 0.75") == name.hasPrefix("hinge"))
  }

  @Test(arguments: Losses.all.map(\.name))
  func `the head over s says when the loss takes something else`(name: String) throws {
    let loss = try #require(Losses.named(name))
    let head = try State.under(loss).rows[1]
    #expect(head.contains("(L: sigmoid)") == (loss.activation == .sigmoid))
    #expect(head.contains("(L: z)") == (loss.activation == .identity))
  }

  @Test func `with a hinge the temperature is the softmax's alone, and the header says so`() throws
  {
    let settings = Problem.Settings(temperature: 2)
    let hinge = try State.under(WestonWatkinsHinge(), settings: settings)
    #expect(hinge.rows[0].contains("T 2 for s only"))
    #expect(try State.under(Focal(), settings: settings).rows[0].contains("T 2 · "))
  }

  @Test(arguments: Losses.all.map(\.name), Language.allCases)
  func `a loss without a value says so and names the key`(name: String, language: Language) throws {
    let loss = try #require(Losses.named(name))
    let soft = Target.distribution([0.5, 0.5, 0, 0, 0])
    var state = try State.under(CrossEntropy(), target: soft, language: language)
    state.command("loss \(name)")
    let isUndefined = state.evaluation.loss == nil
    let words = state.text(.needsPositive)
    #expect(state.rows.contains { $0.contains("–  " + words) } == isUndefined)
    let message = Phrase.lossNeedsPositive(loss.sign)
    #expect((state.message == message) == isUndefined)
    #expect(displayWidth(state.text(message)) <= 78)
    try state.play("y")
    #expect(!state.rows.contains { $0.contains(words) })
  }

  @Test func `all-class NLL is not taken for PyTorch's`() throws {
    var state = try State.under(CrossEntropy())
    try state.play("o")
    #expect(state.problem.settings.loss is AllClassNLL)
    #expect(try #require(state.rows.last).contains("PyTorch's NLLLoss"))
  }
}
