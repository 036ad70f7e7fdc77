/// A binary floating-point format of IEEE 754; the raw value is its number of bits.
public enum FloatingPointFormat: Int, CaseIterable, Hashable, Sendable {
  /// Double precision: 53 bits of significand, `exp` overflows above 709.78.
  case binary64 = 64
  /// Single precision: 24 bits of significand, `exp` overflows above 88.72.
  case binary32 = 32
  /// Half precision: 11 bits of significand, `exp` overflows above 11.09.
  case binary16 = 16

  /// The nearest number of the format.
  ///
  /// - Parameter value: Any number.
  /// - Returns: A number of the format; an infinity where the value is too large for it, 0 where it
  ///   is too small, NaN for NaN.
  /// - Complexity: O(1).
  public func rounded(_ value: Double) -> Double {
    switch self {
    case .binary64: value
    case .binary32: Double(Float(value))
    case .binary16: Double(Float16(value))
    }
  }
}
