import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct LossEffectsTests {
  private static let names = Losses.all.map(\.name)

  private func effects(_ name: String, logits: [Double] = [-1, 0.5, 2, 1.5, -3]) throws -> (
    State, LossEffects
  ) {
    let state = try State.under(try #require(Losses.named(name)), logits: logits)
    return (state, LossEffects(state))
  }

  @Test(arguments: names)
  func `shares are the parts of the gradient that reaches the negatives`(name: String) throws {
    let (state, effects) = try effects(name)
    let gradient = try #require(state.evaluation.gradient)
    let negatives = [0, 1, 3, 4]
    let sum = negatives.reduce(0) { $0 + abs(gradient[$1]) }
    for index in negatives {
      let effect = try #require(effects[index])
      #expect(abs(effect.share - (sum > 0 ? gradient[index] / sum : 0)) <= 1e-14)
      #expect(effect.isIdle == (gradient[index] == 0))
    }
    #expect(effects[2] == nil)
    #expect(effects.total.share == (sum > 0 ? 1 : 0))
    let ranked = effects.largest(4).map { abs(gradient[$0]) }
    #expect(ranked == ranked.sorted(by: >))
    #expect(effects.largest(9).sorted() == negatives)
  }

  @Test(arguments: names)
  func `without a negative the loss is what it is with the class left out`(name: String) throws {
    let (state, effects) = try effects(name)
    let loss = try #require(state.evaluation.loss)
    for index in [0, 1, 3, 4] {
      var left = state
      left.focus = index
      try left.play("x")
      let fall = loss - (try #require(left.evaluation.loss))
      #expect(abs(try #require(effects[index]?.without) - fall) <= 1e-14)
      // Nothing falls when what is out is taken out.
      #expect(LossEffects(left)[index]?.without == 0)
    }
  }

  @Test(arguments: names)
  func `the parts of the loss sum to the total, which is the loss of a softmax`(
    name: String
  ) throws {
    let (state, effects) = try effects(name)
    let sum = [0, 1, 3, 4].compactMap { effects[$0]?.attribution }.reduce(0, +)
    #expect(abs(sum - effects.total.attribution) <= 1e-14)
    let loss = try #require(state.evaluation.loss)
    let terms = try #require(state.evaluation.lossTerms)
    let isCoupled = state.problem.settings.loss.activation == .softmax
    #expect(abs(effects.total.attribution - (isCoupled ? loss : loss - terms[2])) <= 1e-14)
  }

  @Test func `the rule of the parts gives cross entropy the closed form that it has`() throws {
    let (state, effects) = try effects("cross_entropy")
    let terms = try #require(state.evaluation.lossTerms)
    for index in [0, 1, 3, 4] {
      let closed = try #require(state.evaluation.negatives?[index])
      #expect(abs(terms[index] + closed.share * terms[2] - closed.attribution) <= 1e-15)
      #expect(effects[index]?.attribution == closed.attribution)
    }
  }

  @Test(arguments: names)
  func `the push is that on the positive's probability, or the hinge's slope`(
    name: String
  ) throws {
    let (state, effects) = try effects(name)
    let gradient = try #require(state.evaluation.gradient)
    for index in [0, 1, 3, 4] {
      let push = try #require(effects[index]?.push)
      switch state.problem.settings.loss.activation {
      case .softmax: #expect(push == state.evaluation.jacobian(2, index))
      case .sigmoid: #expect(push == 0)
      case .identity: #expect(push == gradient[index])
      }
    }
  }

  @Test func `where nothing would be left the loss without it is not said`() throws {
    let (_, effects) = try effects("brier", logits: [-.infinity, 1, -.infinity])
    #expect(try #require(effects[1]).without == nil)
  }

  // MARK: On the panel

  private func rows(_ state: State) -> [String] {
    drawn(Size(width: 80, height: 7)) { NegativesPanel(state: state).draw(in: $0, on: &$1) }
  }

  @Test(arguments: Language.allCases)
  func `a negative beyond a hinge's margin is marked, one within is not`(
    language: Language
  ) throws {
    let state = try State.under(WestonWatkinsHinge(), language: language)
    let words = state.text(.noPush)
    for (name, isBeyond) in [("c3", false), ("c1", true), ("c0", true), ("c4", true)] {
      let row = try #require(rows(state).first { $0.contains(" \(name) ") })
      #expect(row.contains(words) == isBeyond)
    }
    #expect(try #require(rows(state).first).contains("∂L/∂z"))
  }

  @Test func `Crammer and Singer's hinge pushes the hardest negative alone`() throws {
    let logits = [1.8, 1.9, 2, 1.5, -3]
    let state = try State.under(CrammerSingerHinge(), logits: logits)
    let idle = rows(state).filter { $0.contains("no push") }
    #expect(idle.count == 3)
    #expect(!idle.contains { $0.contains(" c1 ") })
  }

  @Test func `a negative that descent would raise has a minus at its share`() throws {
    // One negative holds nearly everything, so that Brier's score lifts another.
    let state = try State.under(Brier(), logits: [6, 2, 1, 0, -1])
    let gradient = try #require(state.evaluation.gradient)
    #expect(gradient[1] < 0)
    let row = try #require(rows(state).first { $0.contains(" c1 ") })
    let number = state.numbers.percent(abs(try #require(LossEffects(state)[1]).share))
    #expect(row.contains("−" + number))
    let largest = try #require(rows(state).first { $0.contains(" c0 ") })
    #expect(
      !largest.contains("−" + state.numbers.percent(try #require(LossEffects(state)[0]).share))
    )
  }
}
