import LogitModel
import Testing

@Suite("A target that is one class and not written out")
struct TargetMassTests {
  static let smoothings = [0, 1e-12, 0.1, 1]

  /// How far the losses, terms and gradients of the two spellings of one target are apart.
  private func farthest(
    _ logits: [Double],
    _ positive: Int,
    _ settings: Problem.Settings
  ) throws -> Distance {
    var mass = [Double](repeating: 0, count: logits.count)
    mass[positive] = 1
    let problem = try Problem(
      logits: [logits, logits],
      targets: [.index(positive), .distribution(mass)],
      settings: settings
    )
    let (index, written) = (problem.evaluate(row: 0), problem.evaluate(row: 1))
    var distances = [
      Distance("loss", "", try #require(index.loss), try #require(written.loss))
    ]
    let terms = (try #require(index.lossTerms), try #require(written.lossTerms))
    let gradients = (try #require(index.gradient), try #require(written.gradient))
    let scale = gradients.1.map(\.magnitude).max() ?? 0
    for other in logits.indices {
      let place = "class \(other)"
      distances += [
        Distance("term", place, terms.0[other], terms.1[other]),
        Distance("gradient", place, gradients.0[other], gradients.1[other], scale: scale),
      ]
    }
    return try #require(distances.max())
  }

  @Test("is worth what it is written out", arguments: smoothings, [false, true])
  func oneHot(smoothing: Double, isWeighted: Bool) throws {
    var random = Random(seed: 21)
    for count in [2, 3, 40, 65, 300] {
      let weights = isWeighted ? random.numbers(count, in: 0...3) : nil
      let settings = Problem.Settings(
        temperature: 0.7,
        labelSmoothing: smoothing,
        classWeights: weights
      )
      let logits = random.numbers(count, in: -20...20)
      for positive in [0, count / 2, count - 1] {
        let distance = try farthest(logits, positive, settings)
        #expect(distance.ulps <= 4, "\(distance)")
      }
    }
  }

  @Test("costs nothing where a class without mass is left out")
  func masked() throws {
    let logits = [0, 1, -Double.infinity]
    #expect(try farthest(logits, 0, .init()).ulps <= 4)
    let smoothed = try Problem(
      logits: [logits],
      targets: [.index(0)],
      settings: .init(labelSmoothing: 0.1)
    )
    #expect(smoothed.evaluate(row: 0).loss == .infinity)
  }
}
