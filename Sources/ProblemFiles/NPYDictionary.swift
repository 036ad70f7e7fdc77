/// The dictionary in the header of a .npy file, read to the letter.
///
/// It is Python, but of that only a text, a truth and a tuple of lengths are needed, so that nothing is
/// ever evaluated.
struct NPYDictionary {
  struct Fields {
    var type: String
    var isFortranOrder: Bool
    var shape: [Int]
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The three fields, each once, in any order.
  mutating func read() throws(FileError) -> Fields {
    var type: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try expect("{")
    while !take("}") {
      let start = position
      let key = try text()
      try expect(":")
      switch key {
      case "descr" where type == nil: type = try self.type()
      case "fortran_order" where isFortranOrder == nil: isFortranOrder = try truth()
      case "shape" where shape == nil: shape = try lengths()
      default: throw damage(at: start)
      }
      if !take(",") {
        try expect("}")
        break
      }
    }
    skipBlanks()
    guard position == bytes.endIndex, let type, let isFortranOrder, let shape else {
      throw damage(at: position)
    }
    return Fields(type: type, isFortranOrder: isFortranOrder, shape: shape)
  }

  private func damage(at place: Int) -> FileError {
    FileError("its header is damaged at byte \(place); save it again with numpy.save")
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, bytes[position] == 0x20 || bytes[position] == 0x0A {
      position += 1
    }
  }

  private mutating func take(_ word: String) -> Bool {
    skipBlanks()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func expect(_ word: String) throws(FileError) {
    guard take(word) else { throw damage(at: position) }
  }

  private mutating func text() throws(FileError) -> String {
    skipBlanks()
    let start = position
    guard let quote = bytes[position...].first, "'\"".utf8.contains(quote) else {
      throw damage(at: start)
    }
    let content = bytes[(start + 1)...].prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
    guard content.endIndex < bytes.endIndex, bytes[content.endIndex] == quote,
      let text = String(validating: content, as: UTF8.self)
    else { throw damage(at: start) }
    position = content.endIndex + 1
    return text
  }

  /// A list or a tuple stands where an element has fields or is itself an array.
  private mutating func type() throws(FileError) -> String {
    if take("[") || take("(") {
      throw FileError(
        "its elements have fields; save one as numbers, a['NAME'].astype('f8')"
      )
    }
    return try text()
  }

  private mutating func truth() throws(FileError) -> Bool {
    if take("True") { return true }
    try expect("False")
    return false
  }

  private mutating func lengths() throws(FileError) -> [Int] {
    try expect("(")
    var lengths: [Int] = []
    while !take(")") {
      lengths.append(try length())
      if take(",") { continue }
      // In Python a single number in brackets is no tuple.
      guard lengths.count > 1 else { throw damage(at: position) }
      try expect(")")
      break
    }
    return lengths
  }

  private mutating func length() throws(FileError) -> Int {
    skipBlanks()
    let start = position
    let digits = bytes[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { throw damage(at: start) }
    guard let length = Int(String(decoding: digits, as: UTF8.self)) else {
      throw FileError(
        "its header claims more numbers than a memory holds, at byte \(start); save it again"
      )
    }
    position = digits.endIndex
    // Python 2 marked long integers.
    _ = position < bytes.endIndex && bytes[position] == UInt8(ascii: "L") && take("L")
    return length
  }
}
