import Explorer
import Glibc

/// A picture on its way into a file.
struct Figure {
  private let file: AtomicFile

  init(_ text: String) {
    file = AtomicFile(text + "\n")
  }

  /// Saves it, and returns what kept it from that: a file that exists stays as it is, or is replaced as a whole.
  func save(to path: String, overwriting: Bool) -> FileFailure? {
    let path = Self.expanded(path)
    do throws(FileFailure) {
      if overwriting { try file.replace(path) } else { try file.create(path) }
      return nil
    } catch {
      return error
    }
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}
