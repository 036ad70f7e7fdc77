import Testing

@testable import Explorer

@Suite struct RoundNumberTests {
  @Test(
    arguments: [
      (0, 0), (1, 1), (1.1, 2), (2, 2), (2.5, 5), (5.1, 10), (0.3, 0.5), (0.04, 0.05), (123, 200),
      (3e307, 5e307), (1e308, .greatestFiniteMagnitude), (1.7e308, .greatestFiniteMagnitude),
      (.infinity, .greatestFiniteMagnitude),
    ] as [(Double, Double)]
  )
  func `a number is held by the next of 1, 2, 5`(value: Double, expected: Double) {
    #expect(abs(roundNumber(holding: value) - expected) <= expected * 1e-12)
  }

  @Test(arguments: [Double.leastNonzeroMagnitude, .leastNormalMagnitude, 1e-300, 1e300])
  func `at the ends of the range it ends, and holds`(value: Double) {
    let round = roundNumber(holding: value)
    #expect(round >= value && round <= 10 * value)
  }
}
