import LogitModel
import Testing

@Suite("A pass over a row")
struct CrossEntropyPassTests {
  /// How far the pass is from the plain form where it is farthest.
  private func farthest(
    _ logits: [Double],
    _ target: Int,
    _ temperature: Double
  ) throws -> Distance? {
    var pass = CrossEntropyPass(classes: logits.count)
    try pass.evaluate(logits: logits, target: target, temperature: temperature)
    let plain = PlainCrossEntropy(logits, target: target, temperature: temperature)
    var distances = [Distance("loss", "", pass.loss, plain.loss)]
    for index in logits.indices {
      let place = "class \(index)"
      distances += [
        Distance("probability", place, pass.probabilities[index], plain.probabilities[index]),
        Distance("gradient", place, pass.gradient[index], plain.gradient[index]),
      ]
    }
    return distances.max()
  }

  @Test(
    "agrees with the plain form",
    arguments: [2, 3, 7, 8, 63, 64, 65, 127, 1000, 4097, 5000],
    [1, 0.1, 7]
  )
  func rows(count: Int, temperature: Double) throws {
    var random = Random(seed: UInt64(count))
    for spread in count < 1000 ? [0.001, 1, 30, 800] : [5] {
      let logits = random.numbers(count, in: -spread...spread)
      for target in [0, count / 2, count - 1] {
        let distance = try #require(try farthest(logits, target, temperature))
        #expect(distance.ulps <= 4, "\(distance) of \(spread)")
      }
    }
  }

  static let nasty: [[Double]] = [
    [1e4, 1e4 + 0.1, 1e4 - 0.7], [-1e4, -1e4 + 0.1, -1e4 - 0.7], [0, 1e4], [1e300, 1e300],
    [1e300, -1e300, 0], [0, -1e300, -.infinity], [-.infinity, 1, 2], [-.infinity, -1e300],
    [0, -30], [0, -100, -101], [0, -700], [0, -740], [0, -745.2], [0, -2000], [0.1, -600, 0.1],
    [1e308, -1e308], [1.7e308, 1.7e308, -.infinity, 0], [600_000, -600_000, 0],
    [0, -131_071, -131_073, -262_145], [131_073, 131_073.5, 131_070],
    [.leastNonzeroMagnitude, 0, -.leastNonzeroMagnitude],
  ]

  @Test("agrees with the plain form at the ends of the range", arguments: nasty, [1, 0.1, 7])
  func ends(logits: [Double], temperature: Double) throws {
    for target in logits.indices {
      let distance = try #require(try farthest(logits, target, temperature))
      #expect(distance.ulps <= 4, "\(distance), target \(target)")
    }
  }

  @Test("agrees with the plain form where blocks are far apart", arguments: [1, 0.1, 7])
  func blocks(temperature: Double) throws {
    var random = Random(seed: 5)
    let logits = (0..<320).map { index in
      [0, -650, -300, -1000, -.infinity][index / 64] + Double.random(in: -60...0, using: &random)
    }
    for target in [0, 64, 128, 192, 319] {
      let distance = try #require(try farthest(logits, target, temperature))
      #expect(distance.ulps <= 4, "\(distance), target \(target)")
    }
  }

  @Test("leaves nothing of one row to the next")
  func again() throws {
    var random = Random(seed: 6)
    var used = CrossEntropyPass(classes: 100)
    for _ in 0..<20 {
      var logits = random.numbers(100, in: -900...900)
      logits[Int.random(in: 0..<100, using: &random)] = -.infinity
      try used.evaluate(logits: logits, target: 3)
      var new = CrossEntropyPass(classes: 100)
      try new.evaluate(logits: logits, target: 3)
      #expect(used.loss == new.loss)
      #expect(used.probabilities == new.probabilities)
      #expect(used.gradient == new.gradient)
    }
  }

  @Test(
    "gets over a row that is none",
    arguments: [Double.nan, .infinity, -.infinity],
    [2, 64, 200, 5000]
  )
  func invalid(value: Double, count: Int) throws {
    var random = Random(seed: 7)
    let logits = random.numbers(count, in: -5...5)
    var used = CrossEntropyPass(classes: count)
    for places in [0..<1, count - 1..<count, 0..<count] {
      var other = logits
      for index in places { other[index] = value }
      for target in [0, count - 1] {
        try used.evaluate(logits: other, target: target, temperature: 0.5)
      }
    }
    try used.evaluate(logits: logits, target: 0)
    var new = CrossEntropyPass(classes: count)
    try new.evaluate(logits: logits, target: 0)
    #expect(used.loss == new.loss)
    #expect(used.probabilities == new.probabilities)
    #expect(used.gradient == new.gradient)
  }

  typealias Call = @Sendable (inout CrossEntropyPass) throws -> Void

  static let refused: [(ProblemError, Call)] = [
    (
      .logitCount(row: 0, count: 2, expected: 3), { try $0.evaluate(logits: [0, 1], target: 0) }
    ),
    (
      .logitCount(row: 0, count: 0, expected: 3), { try $0.evaluate(logits: [], target: 0) }
    ),
    (
      .targetOutOfRange(row: 0, index: 3, classes: 3),
      { try $0.evaluate(logits: [0, 1, 2], target: 3) }
    ),
    (
      .targetOutOfRange(row: 0, index: -1, classes: 3),
      { try $0.evaluate(logits: [0, 1, 2], target: -1) }
    ),
    (.invalidTemperature(0), { try $0.evaluate(logits: [0, 1, 2], target: 0, temperature: 0) }),
    (.invalidTemperature(-1), { try $0.evaluate(logits: [0, 1, 2], target: 0, temperature: -1) }),
    (
      .invalidTemperature(.infinity),
      { try $0.evaluate(logits: [0, 1, 2], target: 0, temperature: .infinity) }
    ),
  ]

  @Test("that is refused leaves the numbers of the one before", arguments: refused.indices)
  func refusals(case index: Int) throws {
    let (error, call) = Self.refused[index]
    var pass = CrossEntropyPass(classes: 3)
    try pass.evaluate(logits: [1, 2, 4], target: 1)
    let before = pass
    #expect(throws: error) { try call(&pass) }
    #expect(pass.loss == before.loss)
    #expect(pass.probabilities == before.probabilities)
    #expect(pass.gradient == before.gradient)
  }
}
