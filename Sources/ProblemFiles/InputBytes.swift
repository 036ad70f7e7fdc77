import Glibc
import LogitModel

/// The bytes of a file or of standard input, read whole.
package struct InputBytes: Sendable {
  /// More of a .npy file than this would be several times as much in memory.
  static let arrayLimit = 1 << 30

  /// A longer name would leave no room for the message about it.
  private static let nameLimit = 120

  package let source: String
  /// What follows the last point of the file's name, in small letters; empty for standard input.
  let nameExtension: String
  let bytes: [UInt8]

  /// Reads a file of at most so many bytes; where none are named, of what its kind may have.
  package static func file(
    _ path: String,
    limit: Int? = nil,
    progress: (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> InputBytes {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    let source = shown(path)
    return InputBytes(
      source: source,
      name: path,
      bytes: try bytes(descriptor, source: source, limit: limit, progress: progress)
    )
  }

  /// Reads standard input to its end.
  package static func standardInput(
    progress: (ReadingProgress) -> Void = { _ in }
  ) throws(FileError) -> InputBytes {
    let source = "standard input"
    return InputBytes(
      source: source,
      bytes: try bytes(STDIN_FILENO, source: source, limit: nil, progress: progress)
    )
  }

  init(source: String, name: String = "", bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
    let base = name.parts(at: "/").last ?? ""
    let parts = String(base).parts(at: ".")
    nameExtension = parts.count > 1 ? parts.last?.lowercased() ?? "" : ""
  }

  private static func bytes(
    _ descriptor: Int32,
    source: String,
    limit: Int?,
    progress: (ReadingProgress) -> Void
  ) throws(FileError) -> [UInt8] {
    let size = fileSize(descriptor)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(source, errno)
      }
      let isFirst = bytes.isEmpty
      bytes += chunk[..<count]
      let isArray = bytes.starts(with: NPYHeader.magic)
      let limit = limit ?? (isArray ? arrayLimit : InputText.byteLimit)
      guard max(bytes.count, size ?? 0) <= limit else {
        let remedy = isArray ? "save fewer rows" : "give a smaller file"
        throw FileError(source: source, "more than \(limit >> 20) MiB; \(remedy)")
      }
      // A buffer that grows would at times be three times as large as what is read.
      if isFirst, let size { bytes.reserveCapacity(size) }
      progress(ReadingProgress(step: .reading, done: bytes.count, total: size))
    }
  }

  /// How many bytes a regular file has.
  private static func fileSize(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
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

extension InputBytes {
  /// Whether nothing but blanks and line ends is there.
  package var isBlank: Bool { bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
}
