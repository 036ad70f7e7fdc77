import TerminalUI

/// How every number on the screen is written.
///
/// The widths hold for every double, so that columns stay where they are while a value moves: a
/// number too large or too small for its column loses decimals, then turns to a power of ten. What
/// is not 0 never prints as 0, nor what is not 1 as 1.
package struct NumberFormat: Hashable, Sendable {
  /// Digits after the point, 3 to 17.
  package let digits: Int

  package static let range = 3...17

  package init(digits: Int = 4) {
    self.digits = min(max(digits, Self.range.lowerBound), Self.range.upperBound)
  }

  /// The most cells that ``probability(_:complement:)`` takes.
  package var probabilityWidth: Int { max(8, digits + 2) }

  /// The most cells that ``signed(_:)``, ``plain(_:)`` and ``trimmed(_:)`` take, their sign included.
  package var signedWidth: Int { max(9, digits + 3) }

  /// The most cells that ``delta(_:)`` takes.
  package var deltaWidth: Int { max(8, digits + 4) }

  /// The most cells that ``percent(_:)`` takes for a share.
  package static let percentWidth = 7

  /// A probability; the complement is 1 less it, which holds what rounding to a double has lost
  /// near 1.
  package func probability(_ p: Double, complement q: Double) -> String {
    if p == 0 { return "0" }
    if q == 0 { return "1" }
    let rounded = DecimalDigits(p).rounded(decimals: digits)
    if rounded.isZero {
      return scientific(DecimalDigits(p), room: probabilityWidth)
    }
    if rounded.exponent > 0 {
      return "1−" + scientific(DecimalDigits(q), room: probabilityWidth - 2)
    }
    return rounded.fixed(decimals: digits)
  }

  /// A number whose sign is its message, as a gradient's: "+0.0414".
  package func signed(_ x: Double) -> String {
    signed(x, width: signedWidth)
  }

  /// The same in so many cells, ``narrowestSigned`` at least.
  package func signed(_ x: Double, width: Int) -> String {
    Self.sign(of: x, plus: "+") + magnitude(x, decimals: digits, width: width)
  }

  /// The fewest cells in which any number can be written with its sign: "−2e−308".
  package static let narrowestSigned = 7

  /// A logit or a loss: "0.3013", "−3.1066".
  package func plain(_ x: Double) -> String {
    Self.sign(of: x, plus: "") + magnitude(x, decimals: digits, width: signedWidth)
  }

  /// A change, with no more decimals than it has but `kept` at least: "+0.40", and "·" for none.
  package func delta(_ x: Double, kept: Int = 2) -> String {
    if x == 0 { return "·" }
    return Self.sign(of: x, plus: "+") + magnitude(x, decimals: kept, width: deltaWidth)
  }

  /// A share of a whole: "48.0 %".
  package func percent(_ p: Double) -> String {
    var hundredfold = DecimalDigits(p)
    if !hundredfold.isZero { hundredfold.exponent += 2 }
    let rounded = hundredfold.rounded(decimals: 1)
    if rounded.isZero && p != 0 { return "<0.1 %" }
    let text = rounded.fixed(decimals: 1)
    return p < 1 && text == "100.0" ? ">99.9 %" : text + " %"
  }

  /// A setting, with no more decimals than it has: "1", "0.1", "1.25".
  package func trimmed(_ x: Double) -> String {
    Self.sign(of: x, plus: "") + magnitude(x, decimals: 0, width: signedWidth)
  }

  private static func sign(of x: Double, plus: String) -> String {
    if x.isNaN || x == 0 { return "" }
    return x < 0 ? "−" : plus
  }

  /// The number without its sign, trailing zeros kept up to so many decimals.
  private func magnitude(_ x: Double, decimals kept: Int, width: Int) -> String {
    if x.isNaN { return "NaN" }
    if x.isInfinite { return "inf" }
    if x == 0 { return "0" }
    let room = width - 1
    let exact = DecimalDigits(x)
    var decimals = min(digits, max(0, room - 1 - max(exact.exponent, 1)))
    while true {
      let rounded = exact.rounded(decimals: decimals)
      if rounded.isZero { break }
      let needed = max(min(decimals, kept), rounded.decimals)
      if max(rounded.exponent, 1) + (needed == 0 ? 0 : needed + 1) <= room {
        return rounded.fixed(decimals: needed)
      }
      if decimals == 0 { break }
      decimals -= 1
    }
    return scientific(exact, room: room, kept: kept > 0)
  }

  /// The number as a power of ten, with as many digits as the room has for them.
  private func scientific(_ exact: DecimalDigits, room: Int, kept: Bool = true) -> String {
    var count = max(2, digits - 2)
    while true {
      let rounded = exact.rounded(significant: count)
      let text = rounded.scientific(significant: kept ? count : rounded.significant)
      if text.count <= room || count == 1 { return text }
      count -= 1
    }
  }
}

/// Text laid out in columns.
extension NumberFormat {
  /// The number padded so that a column's decimal points stand under one another.
  ///
  /// What comes before the point ends at `integerWidth`, or sooner where the rest would not fit; all
  /// of it takes `width` cells, or more where it has more.
  package static func aligned(_ text: String, integerWidth: Int, width: Int) -> String {
    let end = text.indices.first { index in
      switch text[index] {
      case ".", "·": true
      case "−", "+", "e", " ": index > text.startIndex
      default: false
      }
    }
    let whole = text[..<(end ?? text.endIndex)].count
    let spare = max(0, width - displayWidth(text))
    let left = min(max(0, integerWidth - whole), spare)
    let right = spare - left
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: right)
  }
}
