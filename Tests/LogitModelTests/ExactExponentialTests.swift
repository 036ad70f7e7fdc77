import LogitModel
import Testing

@Suite("The exponential that others are measured by")
struct ExactExponentialTests {
  /// x, exp(x) as the nearest double, and what that lacks; computed with 400 bits by mpmath.
  static let values: [(Double, Double, Double)] = [
    (0.25, 1.2840254166877414, 8.968972781793724e-17),
    (-1e-05, 0.9999900000499998, 5.730256126450165e-18),
    (-0.1, 0.9048374180359595, 5.055984668733208e-17),
    (-0.34657359027997264, 0.7071067811865476, -4.013739792746569e-17),
    (-0.5, 0.6065306597126334, -6.593178415491414e-19),
    (-1, 0.36787944117144233, -1.2428753672788363e-17),
    (-9.99, 4.585620664220731e-05, -3.927400463709803e-24),
    (-20.25, 1.6052280551856116e-09, -3.657643988865463e-26),
    (-100, 3.720075976020836e-44, -1.5705024907732008e-60),
  ]

  @Test("has twice the digits of a double", arguments: values.indices)
  func digits(case index: Int) {
    let (x, high, low) = Self.values[index]
    let exponential = ExactExponential(Pair(x)).pair
    #expect(exponential.high == high)
    #expect((exponential.low - low).magnitude <= 0x1p-96 * high)
  }

  /// x and exp(x) in units of the smallest double, computed like those.
  static let subnormals: [(Double, Double)] = [
    (-708.5, 4_060_456_990_316_460), (-720, 41_132_809_365), (-740.25, 66), (-744, 2), (-745, 1),
  ]

  @Test("knows the spacing of small doubles", arguments: subnormals.indices)
  func underflow(case index: Int) {
    let (x, count) = Self.subnormals[index]
    let value = count * .leastNonzeroMagnitude
    let exponential = ExactExponential(Pair(x))
    #expect(exponential.ulps(of: value) <= 0.5)
    #expect(exponential.ulps(of: value.nextUp.nextUp) > 1)
  }
}
