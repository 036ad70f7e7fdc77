/// UTF-8 a byte at a time; what is not valid is left out.
struct ScalarDecoder {
  private var pending: [UInt8] = []
  private var length = 0

  /// The scalar that the byte completes.
  mutating func decode(_ byte: UInt8) -> Unicode.Scalar? {
    if byte & 0xC0 == 0x80 && !pending.isEmpty {
      pending.append(byte)
      guard pending.count == length else { return nil }
      defer { pending = [] }
      // Overlong forms, surrogates and what lies past U+10FFFF are told here.
      return String(validating: pending, as: UTF8.self)?.unicodeScalars.first
    }
    pending = []
    switch byte {
    case 0..<0x80: return Unicode.Scalar(byte)
    case 0xC2..<0xE0: length = 2
    case 0xE0..<0xF0: length = 3
    case 0xF0..<0xF5: length = 4
    default: return nil
    }
    pending = [byte]
    return nil
  }
}
