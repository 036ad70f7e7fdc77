/// Reads JSON (RFC 8259) to the letter.
///
/// `JSONDecoder` takes trailing commas and the last of two equal keys in silence, and knows no
/// line numbers; a problem that is not what was written must be refused, with its line.
package struct JSONReader {
  /// A problem is three deep; a bound keeps a hostile file from exhausting the stack.
  private static let depthLimit = 32

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  private let progress: (ReadingProgress) -> Void
  private var reported = 0

  private init(_ bytes: [UInt8], _ progress: @escaping (ReadingProgress) -> Void) {
    self.bytes = bytes
    self.progress = progress
  }

  package static func read(
    _ text: String,
    progress: @escaping (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> Node {
    var reader = JSONReader(Array(text.utf8), progress)
    let node = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == reader.bytes.count else {
      throw reader.error("more text after the end of the JSON value; a file holds one problem")
    }
    return node
  }

  private func error(_ message: String) -> FileError {
    FileError(line: line, message)
  }

  private var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// What stands at the position, for messages.
  private var found: String {
    guard position < bytes.count else { return "the end of the text" }
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    return String(rest.prefix(1)).quoted
  }

  private mutating func value(depth: Int) throws(FileError) -> Node {
    guard depth < Self.depthLimit else {
      throw error("brackets nested deeper than \(Self.depthLimit)")
    }
    skipBlanks()
    let start = line
    guard let byte = next else { throw error("a value was expected, the text ends") }
    switch byte {
    case UInt8(ascii: "{"): return Node(line: start, value: .map(try object(depth: depth)))
    case UInt8(ascii: "["): return Node(line: start, value: .list(try array(depth: depth)))
    case UInt8(ascii: "\""): return Node(line: start, value: .string(try string()))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return Node(line: start, value: .number(try number()))
    default: return Node(line: start, value: try word())
    }
  }

  private mutating func array(depth: Int) throws(FileError) -> [Node] {
    position += 1
    var nodes: [Node] = []
    if take("]") { return nodes }
    repeat {
      nodes.append(try value(depth: depth + 1))
      report()
    } while take(",")
    guard take("]") else { throw error("',' or ']' was expected, found \(found)") }
    return nodes
  }

  /// Not at each number, as the report takes longer than that.
  private mutating func report() {
    guard position - reported >= 1 << 16 else { return }
    reported = position
    progress(ReadingProgress(step: .parsing, done: position, total: bytes.count))
  }

  private mutating func object(depth: Int) throws(FileError) -> [Node.Member] {
    position += 1
    var members: [Node.Member] = []
    var keys: Set<String> = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else {
        throw error("a key in double quotes was expected, found \(found)")
      }
      let start = line
      let key = try string()
      guard keys.insert(key).inserted else {
        throw error("the key \(key.quoted) stands twice; keep one")
      }
      guard take(":") else { throw error("':' was expected after \(key.quoted), found \(found)") }
      members.append((key, start, try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw error("',' or '}' was expected, found \(found)") }
    return members
  }

  private mutating func word() throws(FileError) -> Node.Value {
    let start = position
    while let byte = next, isLetter(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true", "false": return .boolean(word == "true")
    case "": throw error("a value was expected, found \(found)")
    default:
      throw error("\(word.quoted) is no JSON value; text and -inf stand in double quotes")
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func number() throws(FileError) -> Double {
    let start = position
    if next == UInt8(ascii: "-") {
      position += 1
      if let byte = next, isLetter(byte) {
        throw error("-inf stands in double quotes: \"-inf\"")
      }
    }
    let leadsWithZero = next == UInt8(ascii: "0")
    let whole = digits()
    var isNumber = whole == 1 || (whole > 1 && !leadsWithZero)
    if next == UInt8(ascii: ".") {
      position += 1
      isNumber = digits() > 0 && isNumber
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      isNumber = digits() > 0 && isNumber
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isNumber, let number = Double(text) else {
      throw error("\(text.quoted) is not a number as JSON writes it")
    }
    guard number.isFinite else {
      throw error("\(text.quoted) is beyond what a double holds, 1.8e308")
    }
    return number
  }
}

extension JSONReader {
  private mutating func string() throws(FileError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20:
        position -= 1
        throw error("a string holds a raw control character; write it as \\n, \\t or \\u00XX")
      default: text.append(byte)
      }
    }
    throw error("a string is not closed")
  }

  private mutating func escape() throws(FileError) -> Unicode.Scalar {
    guard let byte = next else { throw error("a string is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw error("\("\\\(Unicode.Scalar(byte))".quoted) is no escape of JSON")
    }
  }

  private mutating func unicodeEscape() throws(FileError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Only surrogates are no scalars: a high one needs its low half right after it.
    guard UTF16.isLeadSurrogate(first), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { throw error("\\u\(String(first, radix: 16)) is half of a surrogate pair") }
    position += 2
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else {
      throw error("\\u\(String(first, radix: 16)) is half of a surrogate pair")
    }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func codeUnit() throws(FileError) -> UInt16 {
    let end = position + 4
    let text = String(
      decoding: bytes[min(position, bytes.count)..<min(end, bytes.count)],
      as: UTF8.self
    )
    guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16)
    else { throw error("\\u needs four hexadecimal digits") }
    position = end
    return unit
  }
}
