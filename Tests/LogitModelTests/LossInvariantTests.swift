import LogitModel
import Testing

/// Losses that compare the classes with one another know no zero of the logits.
@Suite("What holds for every loss that compares classes")
struct LossInvariantTests {
  static let comparing = Losses.all.map(\.name).filter {
    $0 != "binary_cross_entropy" && $0 != "hinge_one_vs_all"
  }

  /// A row of multiples of a quarter, some classes left out, for which adding a whole number is exact.
  private func random(_ name: String, _ seed: UInt64) throws -> Problem {
    var random = Random(seed: seed)
    let (row, positive) = random.row(spread: [2, 40, 400][Int(seed % 3)])
    let logits = row.enumerated().map { index, logit in
      index != positive && seed % 5 == 0 && Int.random(in: 0..<4, using: &random) == 0
        ? -.infinity : (4 * logit).rounded() / 4
    }
    let settings = Problem.Settings(
      temperature: [1, 0.37, 4][Int(seed % 3)],
      gamma: .random(in: 0...4, using: &random),
      hingeMargin: .random(in: 0.1...4, using: &random),
      loss: try #require(Losses.named(name))
    )
    let isIndex = seed % 2 == 0 || LossTests.ofOnePositive.contains(name)
    let target: Target =
      isIndex ? .index(positive) : .distribution(random.distribution(logits.count))
    return try Problem(logits: [logits], targets: [target], settings: settings)
  }

  @Test("adding a number to every logit changes nothing", arguments: comparing)
  func shift(name: String) throws {
    for seed in UInt64(1)...40 {
      let problem = try random(name, seed)
      let value = try #require(problem.evaluateLoss(row: 0))
      for offset in [1e4, -1e4, 0x1p40] {
        let logits = problem.logits[0].map { $0 + offset }
        #expect(problem.evaluateLoss(row: 0, at: logits) == value, "seed \(seed)")
      }
    }
  }

  @Test("the gradient sums to 0", arguments: comparing)
  func gradient(name: String) throws {
    for seed in UInt64(1)...40 {
      let gradient = try #require(try random(name, seed).evaluateLoss(row: 0)).gradient
      let largest = gradient.map(\.magnitude).max() ?? 0
      #expect(gradient.contains { $0 != 0 } || name.hasPrefix("hinge"), "seed \(seed)")
      #expect(
        gradient.reduce(0, +).magnitude <= 2 * Double(gradient.count) * largest.ulp,
        "seed \(seed)"
      )
    }
  }

  @Test("a shift changes the losses that judge each logit by itself")
  func judgingAlone() throws {
    for loss: any Loss in [BinaryCrossEntropy(), OneVsAllHinge()] {
      let problem = try Problem(logits: [[1, 0]], targets: [.index(0)])
      let value = try #require(problem.evaluateLoss(row: 0, under: loss))
      let shifted = try #require(problem.evaluateLoss(row: 0, under: loss, at: [3, 2]))
      #expect(shifted.value > value.value + 1)
    }
  }
}
