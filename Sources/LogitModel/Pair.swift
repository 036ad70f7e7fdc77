import RealModule

/// A number as the unevaluated sum of two doubles, about 106 bits of it.
///
/// The low part is what rounding dropped from the high one. It is 0 where the high part is not
/// finite, so that an infinity never turns into a NaN on its way through.
/// Source: T. J. Dekker, A floating-point technique for extending the available precision (1971).
package struct Pair: Equatable, Sendable {
  package let high: Double
  package let low: Double

  package static let zero = Pair(0)
  package static let negativeInfinity = Pair(-.infinity)

  @inline(__always) package init(_ value: Double) {
    high = value
    low = 0
  }

  @inline(__always) private init(high: Double, low: Double) {
    self.high = high
    self.low = high.isFinite ? low : 0
  }

  /// The exact sum of two doubles.
  @inline(__always) package init(sum a: Double, _ b: Double) {
    let (head, tail) = Augmented.sum(a, b)
    self.init(high: head, low: tail)
  }

  /// The exact product of two doubles, underflow aside.
  @inline(__always) package init(product a: Double, _ b: Double) {
    let (head, tail) = Augmented.product(a, b)
    self.init(high: head, low: tail)
  }

  /// The sum of a number and a correction that is small beside it.
  @inline(__always) package init(_ value: Double, correction: Double) {
    // The correction of an infinity may be NaN, as infinity times 0 is.
    guard value.isFinite else {
      self.init(value)
      return
    }
    let (head, tail) = Augmented.sum(large: value, small: correction)
    self.init(high: head, low: tail)
  }

  /// The pair rounded to one double.
  @inline(__always) package var value: Double { high + low }

  @inline(__always) package static prefix func - (a: Pair) -> Pair {
    Pair(high: -a.high, low: -a.low)
  }

  @inline(__always) package static func + (a: Pair, b: Pair) -> Pair {
    let head = Pair(sum: a.high, b.high)
    let tail = Pair(sum: a.low, b.low)
    let sum = Pair(head.high, correction: head.low + tail.high)
    return Pair(sum.high, correction: sum.low + tail.low)
  }

  @inline(__always) package static func - (a: Pair, b: Pair) -> Pair { a + -b }

  @inline(__always) package static func + (a: Pair, b: Double) -> Pair {
    let head = Pair(sum: a.high, b)
    return Pair(head.high, correction: head.low + a.low)
  }

  @inline(__always) package static func - (a: Pair, b: Double) -> Pair { a + -b }

  @inline(__always) package static func * (a: Pair, b: Double) -> Pair {
    let head = Pair(product: a.high, b)
    return Pair(head.high, correction: head.low + a.low * b)
  }

  @inline(__always) package static func * (a: Pair, b: Pair) -> Pair {
    let head = Pair(product: a.high, b.high)
    return Pair(head.high, correction: head.low + (a.low * b.high + a.high * b.low))
  }

  @inline(__always) package static func / (a: Pair, b: Double) -> Pair { a / Pair(b) }

  @inline(__always) package static func / (a: Pair, b: Pair) -> Pair {
    let quotient = a.high / b.high
    guard quotient.isFinite else { return Pair(quotient) }
    let remainder = a.high.addingProduct(-quotient, b.high) + a.low - quotient * b.low
    return Pair(quotient, correction: remainder / b.high)
  }
}
