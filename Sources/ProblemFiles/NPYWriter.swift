/// Arrays as `numpy.load` reads them: version 1.0, little-endian doubles, the last index running fastest.
///
/// Source: `numpy.lib.format`.
package enum NPYWriter {
  /// The rows of a matrix, one after another, so that no more than one is held.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - columns: The length of each.
  ///   - row: The numbers of a row.
  ///   - write: What takes the bytes of the file in turn.
  package static func write(
    rows: Int,
    columns: Int,
    row: (Int) -> [Double],
    to write: ([UInt8]) -> Void
  ) {
    write(header(shape: "(\(rows), \(columns))"))
    for index in 0..<rows { write(bytes(row(index))) }
  }

  /// A list of numbers.
  package static func write(_ numbers: [Double], to write: ([UInt8]) -> Void) {
    write(header(shape: "(\(numbers.count),)"))
    write(bytes(numbers))
  }

  /// The magic string, the version, the length of the rest as two bytes, and the rest: it is padded so that the
  /// numbers begin at a multiple of 64 bytes.
  private static func header(shape: String) -> [UInt8] {
    let start = [0x93] + Array("NUMPY".utf8)
    let fields = Array("{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }".utf8)
    let used = start.count + 4 + fields.count + 1
    let padding = [UInt8](repeating: UInt8(ascii: " "), count: (64 - used % 64) % 64)
    let count = UInt16(fields.count + padding.count + 1)
    return start + [1, 0, UInt8(count & 0xFF), UInt8(count >> 8)] + fields + padding
      + [UInt8(ascii: "\n")]
  }

  private static func bytes(_ numbers: [Double]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * numbers.count)
    for number in numbers {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
