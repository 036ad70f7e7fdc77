import Explorer
import Glibc

/// A text on its way into a file: nobody sees half of it, and a full disk leaves what was there.
struct AtomicFile {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Writes a file that is not there yet; whether it is, only the system can say without a race.
  func create(_ path: String) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(errno) }
    var code = writeAll(bytes, to: descriptor)
    // The name must not lead to the new file before its bytes are on the disk.
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    guard let code else { return }
    unlink(path)
    throw FileFailure(code)
  }

  /// Replaces a file as a whole, or writes the first; of a link the file that it leads to.
  func replace(_ path: String) throws(FileFailure) {
    let path = Self.target(of: path)
    guard Self.isReplaceable(path) else { throw .notAFile }
    let draft = "\(path).\(getpid())"
    try create(draft)
    guard rename(draft, path) == 0 else {
      let failure = FileFailure(errno)
      unlink(draft)
      throw failure
    }
  }

  /// The path without links, where something is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes the directory that a file is to lie in, open to its owner alone.
  static func makeDirectory(of path: String) throws(FileFailure) {
    let directory = directory(of: path)
    if mkdir(directory, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw FileFailure(errno) }
    try makeDirectory(of: directory)
    guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw FileFailure(errno) }
  }

  static func directory(of path: String) -> String {
    let end = path.lastIndex { $0 == "/" }
    return end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  private static func target(of path: String) -> String { realPath(path) ?? path }

  /// Whether there is a file, or nothing yet: a device must not become a file.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }
}

extension FileFailure {
  init(_ code: Int32) {
    switch code {
    case EEXIST: self = .exists
    case ENOENT, ENOTDIR: self = .noDirectory
    case EACCES, EPERM, EROFS: self = .notPermitted
    case EISDIR: self = .notAFile
    case ENOSPC, EDQUOT: self = .noSpace
    default: self = .other(String(cString: strerror(code)).lowercased())
    }
  }
}
