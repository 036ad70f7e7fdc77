import Explorer
import Glibc

/// A picture on its way into a file.
struct Figure {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array((text + "\n").utf8)
  }

  /// Saves it, and returns what kept it from that.
  ///
  /// A file that exists stays as it is, or is replaced as a whole: nobody sees half of a picture, and a full disk
  /// leaves the old one.
  func save(to path: String, overwriting: Bool) -> FigureFailure? {
    let path = Self.expanded(path)
    return overwriting ? replace(Self.target(of: path)) : write(to: path)
  }

  private func replace(_ path: String) -> FigureFailure? {
    guard Self.isReplaceable(path) else { return .notAFile }
    let draft = "\(path).\(getpid())"
    if let failure = write(to: draft) { return failure }
    guard rename(draft, path) == 0 else {
      let failure = FigureFailure(errno)
      unlink(draft)
      return failure
    }
    return nil
  }

  /// Writes a file that is not there yet; whether it is, only the system can say without a race.
  private func write(to path: String) -> FigureFailure? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return FigureFailure(errno) }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, code == nil { code = errno }
    guard let code else { return nil }
    unlink(path)
    return FigureFailure(code)
  }

  /// What is to be replaced: of a link the file that it leads to.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether there is a file, or nothing yet: a device must not become a picture.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}

extension FigureFailure {
  fileprivate init(_ code: Int32) {
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
