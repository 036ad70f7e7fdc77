import LogitModel
import Testing

@testable import Explorer

/// What is known of the largest gradient without a look at every class.
@Suite struct GradientScaleTests {
  private func states(_ loss: any Loss) throws -> [State] {
    try (0..<40).map { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 2...12, using: &random)
      let spread = random.pick([0.1, 2, 20])
      let logits = (0..<count).map { _ in Double.random(in: -spread...spread, using: &random) }
      let mass = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
      var settings = Problem.Settings()
      settings.temperature = random.pick([1, 0.5, 4])
      settings.labelSmoothing = random.pick([0, 0.2])
      settings.gamma = random.pick([0, 2, 6])
      settings.classWeights = Bool.random(using: &random) ? mass : nil
      let targets: [Target] = [.index(0), .index(1), .distribution(mass)]
      return try State.under(loss, logits: logits, target: random.pick(targets), settings: settings)
    }
  }

  @Test(arguments: Losses.all.map(\.name))
  func `the bars hold every gradient, and are no longer than a look at all makes them`(
    name: String
  ) throws {
    for state in try states(try #require(Losses.named(name))) {
      let gradient = state.evaluation.gradient ?? []
      let largest = gradient.map(abs).max() ?? 0
      #expect(largest <= state.gradientScale * (1 + 1e-12))
      let settings = state.problem.settings
      let weights = settings.loss.usesWeightsAndSmoothing ? settings.classWeights : nil
      let scale = settings.loss.activation == .identity ? 1 : settings.temperature
      let bound = (weights?.max() ?? 1) / scale
      #expect(
        state.gradientScale
          == (largest > bound * (1 + 1e-12) ? roundNumber(holding: largest) : bound)
      )
      #expect(state.evaluation.largestGradient(of: state.problem, row: 0) == largest)
    }
  }
}
