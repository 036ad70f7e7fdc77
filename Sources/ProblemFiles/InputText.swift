/// The text of a file or of standard input, read whole.
package struct InputText: Sendable {
  /// A vocabulary of a million logits with its names takes 40 MB; more than this is no problem for a screen.
  package static let byteLimit = 256 << 20

  package let source: String
  package let text: String

  /// Reads a file of at most so many bytes.
  package static func file(
    _ path: String,
    limit: Int = byteLimit
  ) throws(FileError) -> InputText {
    try InputText(try .file(path, limit: limit))
  }

  package init(source: String, text: String) {
    self.source = source
    self.text = text
  }

  /// The bytes as UTF-8, without a byte order mark.
  init(_ input: InputBytes) throws(FileError) {
    let (source, bytes) = (input.source, input.bytes)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) {
      self.init(source: source, text: text)
      return
    }
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw FileError(source: source, line: line.map { $0 + 1 }, "not UTF-8 text; save it as UTF-8")
  }

  /// The lines of the text, the one that only ends the last line not counted.
  var lines: [Substring] {
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [Substring] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(where: { $0 == feed || $0 == carriageReturn }) {
      lines.append(text[rest.startIndex..<end])
      rest = rest[end...]
      if rest.popFirst() == carriageReturn, rest.first == feed { rest.removeFirst() }
    }
    return rest.isEmpty ? lines : lines + [Substring(rest)]
  }
}
