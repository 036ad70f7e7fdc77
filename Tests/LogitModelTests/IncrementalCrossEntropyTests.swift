import LogitModel
import Testing

@Suite("A row whose logits change one by one")
struct IncrementalCrossEntropyTests {
  /// How far loss and probability are from those of the row evaluated anew.
  private func farthest(_ row: IncrementalCrossEntropy) throws -> Double {
    let anew = try Problem(
      logits: [row.logits],
      targets: [.index(row.target)],
      settings: .init(temperature: row.temperature)
    ).evaluate(row: 0)
    let loss = Distance("loss", "", row.loss, try #require(anew.loss))
    let probability = Distance(
      "probability",
      "",
      row.positiveProbability,
      try #require(anew.positiveProbability)
    )
    return max(loss, probability).ulps
  }

  @Test(
    "does not drift",
    arguments: [
      (classes: 2, target: 0, nudges: 10_000, temperature: 1),
      (10, 9, 1_000_000, 1), (10, 4, 50_000, 0.1), (64, 63, 20_000, 7), (300, 70, 20_000, 1),
      (5000, 4999, 50_000, 1), (5000, 2500, 10_000, 0.1),
    ]
  )
  func noDrift(classes: Int, target: Int, nudges: Int, temperature: Double) throws {
    var random = Random(seed: UInt64(nudges + target))
    var row = try IncrementalCrossEntropy(
      logits: random.numbers(classes, in: -5...5),
      target: target,
      temperature: temperature
    )
    let steps: [Double] = [0, 0, 0, 0, 20, -20, 50, -50, 1e6, -1e6, -.infinity]
    var worst = 0.0
    for nudge in 1...nudges {
      let argmax =
        nudge % 1000 == 7 ? row.logits.indices.max { row.logits[$0] < row.logits[$1] } : nil
      let anywhere = Int.random(in: 0..<classes, using: &random)
      let index = argmax ?? [anywhere, anywhere, target, classes - 1, anywhere][nudge % 5]
      let near = Double.random(in: -5...5, using: &random)
      let value = near + steps[Int.random(in: 0..<steps.count, using: &random)]
      // The last class that is left is not left out.
      let others = row.logits.indices.lazy.filter { $0 != index }
      guard value.isFinite || others.contains(where: { row.logits[$0].isFinite }) else { continue }
      try row.setLogit(value, class: index)
      guard nudges - nudge < 50 || nudge % (nudges / 100) == 0 else { continue }
      worst = max(worst, try farthest(row))
    }
    #expect(worst <= 8)
  }

  @Test(
    "comes back to the bit",
    arguments: [20, 50, 1e6, 1e300, Double.infinity],
    [10, 200, 5000]
  )
  func back(distance: Double, count: Int) throws {
    var random = Random(seed: 9)
    let logits = random.numbers(count, in: -5...5)
    let argmax = try #require(logits.indices.max { logits[$0] < logits[$1] })
    let target = count / 2
    let before = try IncrementalCrossEntropy(logits: logits, target: target)
    var row = before
    for index in [0, target, argmax, count - 1] {
      for value in [logits[index] - distance, min(distance, 1e300)] {
        try row.setLogit(value, class: index)
        #expect(try farthest(row) <= 8, "class \(index) at \(value)")
      }
      try row.setLogit(logits[index], class: index)
      #expect(row.logits == before.logits)
      #expect(row.loss == before.loss)
      #expect(row.positiveProbability == before.positiveProbability)
    }
  }

  @Test("holds a loss whose odds no double holds")
  func odds() throws {
    var row = try IncrementalCrossEntropy(logits: [0, 0, 0], target: 1)
    try row.setLogit(1e5, class: 2)
    #expect(row.loss == 1e5)
    #expect(row.positiveProbability == 0)
    try row.setLogit(-.infinity, class: 1)
    #expect(row.loss == .infinity)
    try row.setLogit(2e5, class: 1)
    #expect(row.loss == 0)
    #expect(row.positiveProbability == 1)
    try row.setLogit(1e5 + 40, class: 1)
    #expect(try farthest(row) <= 8)
  }

  typealias Change = @Sendable (inout IncrementalCrossEntropy) throws -> Void

  static let refused: [(ProblemError, Change)] = [
    (.classOutOfRange(index: 3, limit: 2), { try $0.setLogit(0, class: 3) }),
    (.classOutOfRange(index: -1, limit: 2), { try $0.setLogit(0, class: -1) }),
    (
      .invalidLogit(row: 0, class: .init(index: 2, name: "2"), value: .infinity),
      { try $0.setLogit(.infinity, class: 2) }
    ),
    (.noFiniteLogit(row: 0), { try $0.setLogit(-.infinity, class: 1) }),
  ]

  @Test("is unchanged by what is refused", arguments: refused.indices, [0, 1])
  func refusals(case index: Int, target: Int) throws {
    let (error, change) = Self.refused[index]
    var row = try IncrementalCrossEntropy(logits: [-.infinity, 2, -.infinity], target: target)
    let before = row
    #expect(throws: error) { try change(&row) }
    #expect(throws: ProblemError.self) { try row.setLogit(.nan, class: 0) }
    #expect(row.logits == before.logits)
    #expect(row.loss == before.loss)
    #expect(row.positiveProbability == before.positiveProbability)
    try row.setLogit(1, class: 0)
    #expect(try farthest(row) <= 8)
  }

  @Test("is not made of what a problem refuses")
  func initialiser() {
    #expect(throws: ProblemError.tooFewClasses(count: 1)) {
      try IncrementalCrossEntropy(logits: [0], target: 0)
    }
    #expect(throws: ProblemError.noFiniteLogit(row: 0)) {
      try IncrementalCrossEntropy(logits: [-.infinity, -.infinity], target: 0)
    }
    #expect(throws: ProblemError.invalidTemperature(0)) {
      try IncrementalCrossEntropy(logits: [0, 1], target: 0, temperature: 0)
    }
    for target in [-100, -1, 2] {
      #expect(throws: ProblemError.self) {
        try IncrementalCrossEntropy(logits: [0, 1], target: target)
      }
    }
  }
}
