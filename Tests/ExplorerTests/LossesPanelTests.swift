import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct LossesPanelTests {
  private func lines(_ state: State, _ width: Int, _ height: Int) -> [String] {
    drawn(Size(width: width, height: height)) { LossesPanel(state: state).draw(in: $0, on: &$1) }
  }

  /// The row of a loss.
  private func line(_ loss: any Loss, _ state: State, _ lines: [String]) -> String? {
    lines.dropFirst().first {
      $0.contains(" " + state.text(loss.title) + " ") || $0.contains(" \(loss.sign)  ")
    }
  }

  private static let names = Losses.all.map(\.name)

  @Test(arguments: names, Unit.allCases)
  func `value, term and gradient are the model's`(name: String, unit: Unit) throws {
    let loss = try #require(Losses.named(name))
    var state = try State.under(CrossEntropy())
    state.options.unit = unit
    for focus in state.logits.indices {
      state.focus = focus
      let value = try #require(state.problem.evaluateLoss(row: 0, under: loss))
      let row = try #require(line(loss, state, lines(state, 80, 11)))
      // A hinge or a square of probabilities is no number of nats.
      let isSquareOrHinge = name.hasPrefix("hinge") || name == "brier"
      let factor = unit == .bits && !isSquareOrHinge ? 1 / 0.6931471805599453 : 1
      let wanted = [
        state.numbers.plain(value.value * factor),
        state.numbers.plain(value.terms[focus] * factor),
        state.numbers.signed(value.gradient[focus] * factor),
      ]
      let cells = row.split(separator: " ").map(String.init)
      #expect(cells.contains(wanted), "\(row)")
    }
  }

  @Test(arguments: names, Language.allCases)
  func `where the gradient is 0 the words say that nothing pushes`(
    name: String,
    language: Language
  ) throws {
    let loss = try #require(Losses.named(name))
    // The last class is beyond every hinge's margin.
    var state = try State.under(loss, language: language)
    for focus in state.logits.indices {
      state.focus = focus
      let gradient = try #require(state.evaluation.gradient)[focus]
      let row = try #require(line(loss, state, lines(state, 80, 11)))
      #expect(row.hasSuffix(state.text(.noPush)) == (gradient == 0))
      #expect(row.hasSuffix(state.text(.lowersLogit)) == (gradient > 0))
      #expect(row.hasSuffix(state.text(.raisesLogit)) == (gradient < 0))
    }
    state.focus = 4
    let hinge = try #require(line(WestonWatkinsHinge(), state, lines(state, 80, 11)))
    #expect(hinge.hasSuffix(state.text(.noPush)))
    let plain = try #require(line(CrossEntropy(), state, lines(state, 80, 11)))
    #expect(!plain.hasSuffix(state.text(.noPush)))
  }

  @Test(arguments: names, [2, 3, 6, 9, 11, 20])
  func `the loss chosen is marked and in view`(name: String, height: Int) throws {
    let loss = try #require(Losses.named(name))
    let state = try State.under(loss)
    let lines = lines(state, 80, height)
    let marked = lines.dropFirst().filter { $0.hasPrefix(" ▸ ") }
    #expect(marked.count == 1)
    #expect(line(loss, state, lines) == marked.first)
  }

  @Test(arguments: [100, 120, 159])
  func `a wide panel has the gradient of the classes, the one in focus among them`(
    width: Int
  ) throws {
    var state = try State.under(Brier(), logits: (0..<30).map { Double($0) / 10 })
    let value = try #require(state.evaluation.gradient)
    for focus in [0, 1, 7, 29] {
      state.focus = focus
      let lines = lines(state, width, 11)
      let head = try #require(lines.first)
      let classes = head.split(separator: " ").filter { $0.contains(/^▸?c\d+$/) }
      #expect(classes.contains("▸c\(focus)"))
      #expect(classes.count >= 2)
      let row = try #require(line(Brier(), state, lines))
      let shown = row.split(separator: " ").suffix(classes.count).map(String.init)
      let wanted = classes.compactMap { Int($0.drop { !$0.isNumber }) }
        .map { state.numbers.signed(value[$0]) }
      #expect(shown == wanted)
    }
  }

  @Test func `at 120 columns five classes have a gradient each`() throws {
    let head = try #require(lines(State.under(CrossEntropy()), 120, 11).first)
    #expect(head.hasSuffix("▸c0       c1        c2        c3        c4"))
  }

  // MARK: The note on all-class NLL

  @Test(arguments: [-2.0, 0, 3], [1, 0.5])
  func `its two numbers are the loss's parts, and add up to it`(
    logit: Double,
    temperature: Double
  ) throws {
    let state = try State.under(
      AllClassNLL(),
      logits: [0.3, logit, 1.7],
      target: .index(1),
      settings: Problem.Settings(temperature: temperature)
    )
    let split = try #require(LossesPanel(state: state).splitOfAllClassNLL)
    let loss = try #require(state.evaluation.loss)
    let negatives = try #require(state.evaluation.negatives)
    let alone = [0, 2].compactMap { negatives[$0]?.without }.reduce(0, +)
    #expect(abs(split.crossEntropy + split.negatives - loss) <= 1e-14 * loss)
    #expect(split.crossEntropy == state.evaluation.positiveLoss)
    #expect(abs(split.negatives - alone) <= 1e-14 * alone)
    let text = lines(state, 80, 11).joined(separator: " ")
    for number in [loss, split.crossEntropy, split.negatives] {
      #expect(text.contains(state.numbers.plain(number)))
    }
  }

  @Test(arguments: Language.allCases, [80, 120])
  func `it stands where there is room, and always where that loss is chosen`(
    language: Language,
    width: Int
  ) throws {
    func hasNote(_ loss: any Loss, _ height: Int) throws -> Bool {
      let state = try State.under(loss, language: language)
      return lines(state, width, height).contains { $0.contains("PyTorch") }
    }
    #expect(try hasNote(CrossEntropy(), 11))
    #expect(try !hasNote(CrossEntropy(), 6))
    for height in [3, 4, 6, 9, 10, 11, 20] { #expect(try hasNote(AllClassNLL(), height)) }
  }

  @Test func `without a one-hot target it says no numbers`() throws {
    for target in [Target.distribution([0.5, 0.5]), .distribution([0, 3])] {
      let state = try State.under(AllClassNLL(), logits: [1, 2], target: target)
      #expect(LossesPanel(state: state).splitOfAllClassNLL == nil)
    }
  }

  @Test(arguments: Language.allCases)
  func `losses without a value show a dash, and the note names the key`(
    language: Language
  ) throws {
    let soft = Target.distribution([0.5, 0.5])
    let state = try State.under(Focal(), logits: [1, 2], target: soft, language: language)
    let lines = lines(state, 80, 11)
    let focal = try #require(line(Focal(), state, lines))
    #expect(focal.count { $0 == "–" } == 3)
    #expect(lines.contains { $0.contains(state.text(.dashNeedsPositive).prefix(20)) })
    #expect(try #require(line(Brier(), state, lines)).contains("0."))
  }
}
