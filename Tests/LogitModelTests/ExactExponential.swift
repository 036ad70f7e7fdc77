import LogitModel

/// An exponential to about 100 bits, `mantissa · 2^exponent`, made of sums and products of pairs alone.
///
/// With `r = x - k ln 2` and k whole it is the Taylor series of `exp(r)` times `2^k`.
struct ExactExponential {
  let mantissa: Pair
  let exponent: Int

  private static let logTwo = Pair(0x1.62e42fefa39efp-1, correction: 0x1.abc9e3b39803fp-56)

  init(_ x: Pair) {
    let count = (x.high / Self.logTwo.high).rounded()
    let rest = x - Pair(product: Self.logTwo.high, count) - Pair(product: Self.logTwo.low, count)
    var sum = Pair(1)
    // Below 26! the remainder of the series is 0.35^26 / 26!, less than 2^-127.
    for order in (1...25).reversed() {
      sum = rest * sum / Double(order) + 1
    }
    mantissa = sum
    exponent = Int(count)
  }

  /// The exponential as a pair, underflow aside; 0 where it is below every double.
  var pair: Pair {
    guard exponent > -1100 else { return .zero }
    // One power of 2 may be too small where what it scales is not.
    let half = exponent / 2
    return mantissa * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
  }

  /// How far a double is from `exp(x) · 2^power`, in the spacing of doubles there.
  func ulps(of value: Double, times power: Int = 0) -> Double {
    let scale = exponent + power
    let scaled = Double(sign: .plus, exponent: -scale, significand: value)
    let smallest = Double(sign: .plus, exponent: -1074 - scale, significand: 1)
    let distance = (Pair(scaled) - mantissa).value.magnitude / max(mantissa.high.ulp, smallest)
    return distance.isNaN ? .infinity : distance
  }
}
