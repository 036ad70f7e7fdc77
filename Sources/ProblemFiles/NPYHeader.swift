/// What a .npy file says of its array, before the numbers.
///
/// The format is that of `numpy.save`: magic bytes, a version, the length of the header, and the header
/// as a Python dictionary. Nothing it claims is trusted: the size of the array is compared with the
/// bytes that are there before any memory is taken for it.
struct NPYHeader: Equatable {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  let element: NPYElement
  /// Whether the first index, the row, is the one that changes fastest.
  let isFortranOrder: Bool
  let shape: [Int]
  /// Where the numbers begin.
  let start: Int

  /// The header of an array whose numbers are all there, and nothing after them.
  init(_ bytes: [UInt8]) throws(FileError) {
    guard bytes.starts(with: Self.magic) else {
      throw FileError(
        Self.magic.starts(with: bytes)
          ? Self.cut(after: bytes.count)
          : "it does not begin as .npy files do; save the array with numpy.save"
      )
    }
    let text = try Self.dictionaryRange(bytes)
    var dictionary = NPYDictionary(bytes[text])
    let fields = try dictionary.read()
    element = try NPYElement(fields.type)
    isFortranOrder = fields.isFortranOrder
    shape = fields.shape
    start = text.upperBound
    try checkSize(bytes.count - start)
  }

  private static func cut(after count: Int) -> String {
    "it ends within its header, after \(count) byte\(count == 1 ? "" : "s"); "
      + "copy it whole, or save it again"
  }

  /// Where the dictionary stands; its length takes two bytes in version 1, four later.
  private static func dictionaryRange(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    let versionEnd = magic.count + 2
    guard bytes.count >= versionEnd else { throw FileError(cut(after: bytes.count)) }
    let (major, minor) = (bytes[magic.count], bytes[magic.count + 1])
    guard (1...3).contains(major), minor == 0 else {
      throw FileError(
        "version \(major).\(minor) of .npy is not known, 1.0, 2.0 and 3.0 are; "
          + "save it with numpy.save"
      )
    }
    let start = versionEnd + (major == 1 ? 2 : 4)
    guard bytes.count >= start else { throw FileError(cut(after: bytes.count)) }
    let length = bytes[versionEnd..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - start else { throw FileError(cut(after: bytes.count)) }
    return start..<start + length
  }

  private func checkSize(_ available: Int) throws(FileError) {
    guard let size = size() else {
      throw FileError(
        "its header claims more numbers than a memory holds, shape \(shapeText); save it again"
      )
    }
    guard size <= available else {
      throw FileError(
        "it ends after \(available) of \(size) bytes of numbers; copy it whole, or save it again"
      )
    }
    // An empty array is refused for its shape, whatever stands behind it.
    guard size == available || shape.contains(0) else {
      let rest = available - size
      throw FileError(
        "\(rest) byte\(rest == 1 ? "" : "s") behind the last number; "
          + "a file holds one array, save it alone"
      )
    }
  }

  /// The bytes that the numbers take; nil where that is more than can be counted.
  private func size() -> Int? {
    if shape.contains(0) { return 0 }
    var size = element.width
    for length in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      size = product
    }
    return size
  }

  /// The shape as Python writes it.
  var shapeText: String {
    let lengths = shape.map(String.init).joined(separator: ", ")
    return shape.count == 1 ? "(\(lengths),)" : "(\(lengths))"
  }
}
