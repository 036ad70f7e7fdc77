import Glibc

/// The text of a file or of standard input, read whole.
package struct InputText: Sendable {
  /// A vocabulary of a million logits with its names takes 40 MB; more than this is no problem for a screen.
  package static let byteLimit = 256 << 20

  /// A longer name would leave no room for the message about it.
  private static let nameLimit = 120

  package let source: String
  package let text: String

  /// Reads a file of at most so many bytes.
  package static func file(
    _ path: String,
    limit: Int = byteLimit
  ) throws(FileError) -> InputText {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    return try InputText(descriptor, source: shown(path), limit: limit)
  }

  /// Reads standard input to its end.
  package static func standardInput() throws(FileError) -> InputText {
    try InputText(STDIN_FILENO, source: "standard input", limit: byteLimit)
  }

  package init(source: String, text: String) {
    self.source = source
    self.text = text
  }

  private init(_ descriptor: Int32, source: String, limit: Int) throws(FileError) {
    let bytes = try Self.bytes(descriptor, source: source, limit: limit)
    self.init(source: source, text: try Self.decode(bytes, source: source))
  }

  private static func bytes(
    _ descriptor: Int32,
    source: String,
    limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(source, errno)
      }
      bytes += chunk[..<count]
      guard bytes.count <= limit else {
        throw FileError(source: source, "more than \(limit >> 20) MiB; give a smaller file")
      }
    }
  }

  private static func decode(_ bytes: [UInt8], source: String) throws(FileError) -> String {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    throw FileError(source: source, line: line.map { $0 + 1 }, "not UTF-8 text; save it as UTF-8")
  }

  private static func failure(_ source: String, _ code: Int32) -> FileError {
    let (reason, remedy) =
      switch code {
      case ENOENT, ENOTDIR: ("there is no such file", "check the name")
      case EACCES, EPERM: ("it may not be read", "ask for permission to read it")
      case EISDIR: ("it is a directory", "name a file in it")
      default: (String(cString: strerror(code)).lowercased(), "give another file")
      }
    return FileError(source: shown(source), "\(reason); \(remedy)")
  }

  package var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

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

  private static func shown(_ path: String) -> String {
    let isPlain =
      !path.isEmpty && path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isPlain else { return path.quoted }
    guard path.unicodeScalars.count > nameLimit else { return path }
    // The end of a path tells more than its beginning.
    let rest = path.unicodeScalars.suffix(nameLimit)
    return "…" + String(rest)
  }
}
