import LogitModel
import RealModule
import Testing

@Suite("Functions of logits")
struct FunctionsTests {
  private static let infinity = Double.infinity

  static let sums: [([Double], Double)] = [
    ([], -Double.infinity),
    ([3], 3),
    ([-.infinity], -.infinity),
    ([-.infinity, -.infinity], -.infinity),
    ([-.infinity, 2], 2),
    ([2, -.infinity], 2),
    ([.infinity, 1], .infinity),
    ([.infinity, -.infinity], .infinity),
    ([0, 0], 0.6931471805599453),
    ([1e4, 1e4], 10000.693147180559945),
    ([-1e4, -1e4], -9999.306852819440055),
    ([1e300, 1e300], 1e300),
    ([-1e300, 0], 0),
    ([0, -800], 0),
  ]

  static let logistic: [(Double, Double, Double)] = [
    (0, 0.5, 0.6931471805599453),
    (Double.infinity, 1, .infinity),
    (-.infinity, 0, 0),
    (800, 1, 800),
    (-800, 0, 0),
    (-40, 4.248354255291589e-18, 4.248354255291589e-18),
    (-700, 9.859676543759771e-305, 9.859676543759771e-305),
    (40, 1, 40),
    (1e300, 1, 1e300),
  ]

  static let notNumbers: [[Double]] = [
    [.nan], [0, .nan], [.nan, infinity], [-infinity, .nan],
  ]

  @Test("logsumexp at the edges", arguments: sums)
  func logSumExpEdges(logits: [Double], expected: Double) {
    #expect(logSumExp(logits) == expected)
  }

  @Test("a NaN stays a NaN", arguments: notNumbers)
  func notANumber(logits: [Double]) {
    #expect(logSumExp(logits).isNaN)
    #expect(softmax(logits).allSatisfy { $0.isNaN })
    #expect(logSoftmax(logits).allSatisfy { $0.isNaN })
  }

  @Test(
    "softmax is NaN where it is not defined",
    arguments: [[-Double.infinity], [-.infinity, -.infinity], [.infinity, 0]]
  )
  func undefinedSoftmax(logits: [Double]) {
    #expect(softmax(logits).count == logits.count)
    #expect(softmax(logits).allSatisfy { $0.isNaN })
  }

  @Test("softmax is NaN for a temperature out of range", arguments: [0, -1, Double.infinity, .nan])
  func undefinedTemperature(temperature: Double) {
    #expect(softmax([1, 2], temperature: temperature).allSatisfy { $0.isNaN })
    #expect(logSoftmax([1, 2], temperature: temperature).allSatisfy { $0.isNaN })
  }

  @Test("softmax of one logit is 1, of none is empty")
  func shortRows() {
    #expect(softmax([]) == [])
    #expect(softmax([-7]) == [1])
    #expect(logSoftmax([-7]) == [0])
  }

  @Test("a masked class has no probability")
  func masked() {
    #expect(softmax([1, -.infinity, 1]) == [0.5, 0, 0.5])
    #expect(logSoftmax([-.infinity, 5]) == [-.infinity, 0])
  }

  @Test("no logarithm is a negative zero")
  func signOfZero() {
    #expect(logSoftmax([800, 0]).map(\.sign) == [.plus, .minus])
  }

  @Test("a difference beyond the range of doubles is divided by the temperature first")
  func hugeSpread() {
    let probabilities = softmax([1e308, -1e308], temperature: 1e308)
    #expect((probabilities[0] - sigmoid(2)).magnitude <= probabilities[0].ulp)
    #expect((probabilities[1] - sigmoid(-2)).magnitude <= 2 * probabilities[1].ulp)
  }

  @Test("the smallest temperature leaves only the maximum, or shares it")
  func smallestTemperature() {
    let smallest = Double.leastNonzeroMagnitude
    #expect(softmax([1, 1.5, 1.5], temperature: smallest) == [0, 0.5, 0.5])
  }

  @Test("sigmoid and softplus at the edges", arguments: logistic)
  func logisticEdges(x: Double, probability: Double, loss: Double) {
    #expect(sigmoid(x) == probability)
    #expect(softplus(x) == loss)
  }

  @Test("sigmoid and softplus of NaN are NaN")
  func logisticNaN() {
    #expect(sigmoid(.nan).isNaN)
    #expect(softplus(.nan).isNaN)
  }

  @Test("sigmoid is undone by the difference of two softplus", arguments: [-30, -3, -0.1, 0.1, 3])
  func inverse(x: Double) {
    #expect((softplus(x) - softplus(-x) - x).magnitude <= 4 * x.ulp)
    #expect((-Double.log(sigmoid(x)) - softplus(-x)).magnitude <= 2e-16)
  }

  @Test("cross entropy of a row on its own")
  func rowLoss() throws {
    #expect(try crossEntropy(logits: [0, 0], target: .index(1)) == 0.6931471805599453)
    #expect(try crossEntropy(logits: [0, -.infinity], target: .index(1)) == .infinity)
    #expect(throws: ProblemError.targetOutOfRange(row: 0, index: 2, classes: 2)) {
      try crossEntropy(logits: [0, 0], target: .index(2))
    }
  }
}
