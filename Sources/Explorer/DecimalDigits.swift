/// The shortest decimal digits that read back as a number: `0.d1d2d3... × 10^exponent`.
///
/// Rounding is done on these digits. Scaling the number itself by a power of ten, as fixed-point
/// printing would, is inexact and overflows long before the doubles end.
struct DecimalDigits: Equatable, Sendable {
  /// Most significant first, with no zero at either end; empty for 0.
  private(set) var digits: [UInt8]
  /// How many digits stand before the point; 0 or less below 0.1.
  var exponent: Int

  /// The digits of a finite number's magnitude; none for what is not finite.
  init(_ x: Double) {
    digits = []
    exponent = 0
    guard x.isFinite else { return }
    var point: Int?
    var scale = 0
    var text = x.magnitude.description[...]
    if let mark = text.firstIndex(of: "e") {
      scale = Int(text[mark...].dropFirst()) ?? 0
      text = text[..<mark]
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    exponent = (point ?? digits.count) + scale
    trim()
  }

  var isZero: Bool { digits.isEmpty }

  /// How many digits there are.
  var significant: Int { digits.count }

  /// How many digits stand after the point.
  var decimals: Int { max(0, digits.count - exponent) }

  /// The number with at most that many digits after the point, half up.
  func rounded(decimals: Int) -> DecimalDigits {
    rounded(kept: exponent + decimals)
  }

  /// The number with at most that many digits in all, half up.
  func rounded(significant count: Int) -> DecimalDigits {
    rounded(kept: count)
  }

  private func rounded(kept: Int) -> DecimalDigits {
    guard kept < digits.count else { return self }
    var result = self
    result.digits = Array(digits.prefix(max(kept, 0)))
    if kept >= 0, digits[kept] >= 5 {
      result.increment()
    }
    result.trim()
    return result
  }

  /// Adds one unit of the last digit kept.
  private mutating func increment() {
    for index in digits.indices.reversed() {
      guard digits[index] == 9 else {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The number with exactly that many decimals, which are to hold all its digits: "12.50".
  func fixed(decimals: Int) -> String {
    let whole = (0..<max(exponent, 1)).map { digit(at: $0 + min(exponent - 1, 0)) }
    let fraction = (0..<max(decimals, 0)).map { digit(at: exponent + $0) }
    return Self.text(whole, fraction)
  }

  /// The number as a mantissa of exactly that many digits and a power of ten: "1.0e−30".
  func scientific(significant count: Int) -> String {
    let fraction = (1..<max(count, 1)).map(digit)
    let power = exponent - 1
    let sign = power < 0 ? "−" : "+"
    return Self.text([digit(at: 0)], fraction) + "e" + sign + String(power.magnitude)
  }

  private func digit(at index: Int) -> UInt8 {
    digits.indices.contains(index) ? digits[index] : 0
  }

  private static func text(_ whole: [UInt8], _ fraction: [UInt8]) -> String {
    let whole = whole.map { String($0) }.joined()
    return fraction.isEmpty ? whole : whole + "." + fraction.map { String($0) }.joined()
  }
}
