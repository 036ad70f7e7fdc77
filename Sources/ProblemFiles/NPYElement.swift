/// How a number of a .npy file is written.
struct NPYElement: Equatable {
  enum Kind {
    case float, signed, unsigned
  }

  let kind: Kind
  /// Bytes: 1, 2, 4 or 8; a float has at least 2.
  let width: Int
  let isBigEndian: Bool

  /// The element that NumPy's name stands for, such as `<f8`.
  init(_ name: String) throws(FileError) {
    let scalars = Array(name.unicodeScalars)
    guard scalars.count >= 2, "<>|=".unicodeScalars.contains(scalars[0]) else {
      throw FileError("\(name.quoted) is no type of NumPy's; save it again with numpy.save")
    }
    let widths: [Int]
    switch scalars[1] {
    case "f": (kind, widths) = (.float, [2, 4, 8])
    case "i": (kind, widths) = (.signed, [1, 2, 4, 8])
    case "u": (kind, widths) = (.unsigned, [1, 2, 4, 8])
    default: throw Self.refusal(name, scalars[1])
    }
    guard let width = widths.first(where: { name.dropFirst(2) == String($0) }) else {
      throw FileError(
        "\(name.quoted) is none of the widths \(widths.map(String.init).joined(separator: ", ")); "
          + "save numbers, a.astype('f8')"
      )
    }
    self.width = width
    isBigEndian = scalars[0] == ">"
  }

  private static func refusal(_ name: String, _ code: Unicode.Scalar) -> FileError {
    let found =
      switch code {
      case "O": "it holds pickled objects, which are never loaded"
      case "c": "it holds complex numbers, \(name.quoted)"
      case "b", "?": "it holds truths, \(name.quoted)"
      case "S", "a", "U": "it holds texts, \(name.quoted)"
      case "M", "m": "it holds times, \(name.quoted)"
      case "V": "it holds raw bytes, \(name.quoted), as bfloat16 is saved"
      default: "it holds \(name.quoted), which are no numbers"
      }
    let number = code == "c" ? "a.real" : "a"
    return FileError("\(found); save numbers, numpy.save(FILE, \(number).astype('f8'))")
  }
}

extension NPYElement {
  /// So many numbers, each so many bytes behind the one before.
  ///
  /// An integer that no double holds is NaN, which no integer is otherwise.
  func numbers(
    _ bytes: UnsafeRawBufferPointer,
    at start: Int,
    every stride: Int,
    count: Int
  ) -> [Double] {
    let place = Place(bytes: bytes, start: start, stride: stride, isBigEndian: isBigEndian)
    switch (kind, width) {
    case (.float, 2): return place.map(count) { (raw: UInt16) in Double(Float16(bitPattern: raw)) }
    case (.float, 4): return place.map(count) { (raw: UInt32) in Double(Float(bitPattern: raw)) }
    case (.float, _): return place.map(count) { (raw: UInt64) in Double(bitPattern: raw) }
    case (.signed, 1): return place.map(count) { (raw: Int8) in Double(raw) }
    case (.signed, 2): return place.map(count) { (raw: Int16) in Double(raw) }
    case (.signed, 4): return place.map(count) { (raw: Int32) in Double(raw) }
    case (.signed, _): return place.map(count) { (raw: Int64) in Double(exactly: raw) ?? .nan }
    case (.unsigned, 1): return place.map(count) { (raw: UInt8) in Double(raw) }
    case (.unsigned, 2): return place.map(count) { (raw: UInt16) in Double(raw) }
    case (.unsigned, 4): return place.map(count) { (raw: UInt32) in Double(raw) }
    case (.unsigned, _): return place.map(count) { (raw: UInt64) in Double(exactly: raw) ?? .nan }
    }
  }

  /// Where numbers stand among bytes, and in what order their own bytes are.
  private struct Place {
    let bytes: UnsafeRawBufferPointer
    let start: Int
    let stride: Int
    let isBigEndian: Bool

    @inline(__always)
    func map<Raw: FixedWidthInteger & BitwiseCopyable>(
      _ count: Int,
      _ number: (Raw) -> Double
    ) -> [Double] {
      [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
        for index in 0..<count {
          let raw = bytes.loadUnaligned(fromByteOffset: start + index * stride, as: Raw.self)
          buffer.initializeElement(
            at: index,
            to: number(isBigEndian ? Raw(bigEndian: raw) : Raw(littleEndian: raw))
          )
        }
        initialized = count
      }
    }
  }
}
