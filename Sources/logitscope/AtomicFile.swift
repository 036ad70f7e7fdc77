import Explorer
import Glibc

/// A file on its way to the disk: nobody sees half of it, and a full disk leaves what was there.
struct AtomicFile {
  private let content: (inout StandardStream) -> Void

  init(_ text: String) {
    content = { $0.write(text) }
  }

  /// - Parameter content: What writes the file's content, as it comes.
  init(content: @escaping (inout StandardStream) -> Void) {
    self.content = content
  }

  /// Writes a file that is not there yet; whether it is, only the system can say without a race.
  func create(_ path: String) throws(FileFailure) {
    let draft = try draft(beside: path)
    defer { unlink(draft) }
    if link(draft, path) == 0 { return }
    // Not every file system has links, as on a stick.
    guard errno == EPERM || errno == EOPNOTSUPP else { throw FileFailure(errno) }
    try Self.checkAbsence(of: path)
    guard rename(draft, path) == 0 else { throw FileFailure(errno) }
  }

  /// Replaces a file as a whole, or writes the first; of a link the file that it leads to.
  func replace(_ path: String) throws(FileFailure) {
    let path = Self.target(of: path)
    try Self.checkReplaceable(path)
    let draft = try draft(beside: path)
    guard rename(draft, path) == 0 else {
      let failure = FileFailure(errno)
      unlink(draft)
      throw failure
    }
  }

  /// Writes the content beside the file that it is to become, and returns where.
  private func draft(beside path: String) throws(FileFailure) -> String {
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(errno) }
    var stream = StandardStream(descriptor: descriptor)
    content(&stream)
    stream.flush()
    var code = stream.failure
    // The name must not lead to the new file before its bytes are on the disk.
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    guard let code else { return draft }
    unlink(draft)
    throw FileFailure(code)
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

  /// A device must not become a file, nor may a file be replaced that may not be written.
  private static func checkReplaceable(_ path: String) throws(FileFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard access(path, W_OK) == 0 else { throw FileFailure(errno) }
  }

  private static func checkAbsence(of path: String) throws(FileFailure) {
    var status = stat()
    if lstat(path, &status) == 0 { throw .exists }
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

  /// What it is and what to do, for standard error.
  var message: String {
    switch self {
    case .exists: "it exists; name a file that is not there yet"
    case .noDirectory: "there is no such directory; make it first"
    case .notPermitted: "it may not be written; choose another place"
    case .notAFile: "it is a directory or a device; name a file"
    case .noSpace: "the disk is full; make room first"
    case .other(let words): "\(words); choose another name"
    }
  }
}
