import Explorer
import Glibc
import Lessons
import NcursesTerminal
import ProblemFiles

/// The file in which progress in the lessons outlasts a run.
struct ProgressStore {
  /// Room for the progress in ten thousand lessons.
  private static let byteLimit = 1 << 20

  /// The file without links; nil where there is no home directory.
  private let path: String?
  /// What this run has read and kept; others may have kept more meanwhile.
  private var book = ProgressBook()
  /// What keeps a step from being kept will keep the next from it too, and is said once.
  private var isSilent = false
  /// What is wrong with the file as it was found.
  private(set) var warning: FileError?

  init(environment: (String) -> String? = processEnvironment) {
    path = Self.path(environment).map { AtomicFile.realPath($0) ?? $0 }
    guard let path else { return }
    do throws(ProgressTrouble) {
      let found = try Self.withLock(on: path) { () throws(ProgressTrouble) in try Self.read(path) }
      book = found.book
      warning = found.damage.map { damage in
        FileError(
          source: path,
          line: damage.error.line,
          "\(damage.error.message); it is now \(damage.movedTo), and progress starts anew"
        )
      }
    } catch {
      isSilent = true
      let reason = error == .laterVersion ? "a later logitscope wrote it" : "it cannot be read"
      warning = FileError(source: path, "\(reason); progress is not kept")
    }
  }

  /// How far the learner has come in a lesson.
  func progress(in key: String) -> Progress { book[key] ?? Progress() }

  /// Keeps how far the learner has come, and returns what is to be said about it.
  mutating func keep(_ progress: Progress, in key: String) -> ProgressTrouble? {
    do throws(ProgressTrouble) {
      guard let path else { throw .noHome }
      let name = try write(progress, in: key, to: path)
      book[key] = progress
      return name.map { .damaged(movedTo: $0) }
    } catch {
      defer { isSilent = true }
      return isSilent ? nil : error
    }
  }

  /// Writes what the file holds and the progress, and returns the name that a damaged file has now.
  private func write(
    _ progress: Progress,
    in key: String,
    to path: String
  ) throws(ProgressTrouble) -> String? {
    do throws(FileFailure) {
      try AtomicFile.makeDirectory(of: path)
    } catch {
      throw .unwritable(error)
    }
    return try Self.withLock(on: path) { () throws(ProgressTrouble) in
      let found = try Self.read(path)
      var latest = found.book
      latest.merge(progress, of: key, since: book[key])
      do throws(FileFailure) {
        try AtomicFile(latest.json + "\n").replace(path)
      } catch {
        throw .unwritable(error)
      }
      return found.damage?.movedTo
    }
  }
}

extension ProgressStore {
  /// What was no book, and where it is now.
  private struct Damage {
    let error: FileError
    let movedTo: String
  }

  private static func path(_ environment: (String) -> String?) -> String? {
    // Neither may depend on where the program was started.
    func folder(_ name: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    return state.map { $0 + "/logitscope/progress.json" }
  }

  /// Reads the file; a damaged one is set aside, as it may still be mended by hand.
  private static func read(
    _ path: String
  ) throws(ProgressTrouble) -> (book: ProgressBook, damage: Damage?) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return (ProgressBook(), nil) }
      throw .unreadable
    }
    guard status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { throw .unreadable }
    let book: ProgressBook?
    do throws(FileError) {
      book = try ProgressBook(json: try InputText.file(path, limit: byteLimit).text)
    } catch {
      return (ProgressBook(), try setAside(path, error))
    }
    guard let book else { throw .laterVersion }
    return (book, nil)
  }

  private static func setAside(
    _ path: String,
    _ error: FileError
  ) throws(ProgressTrouble) -> Damage {
    var name = path + ".damaged"
    var number = 1
    var status = stat()
    while lstat(name, &status) == 0 {
      number += 1
      name = "\(path).damaged.\(number)"
    }
    guard rename(path, name) == 0 else { throw .unreadable }
    return Damage(error: error, movedTo: String(name.split(separator: "/").last ?? ""))
  }

  /// Does something while no other logitscope reads or writes the file.
  private static func withLock<Result>(
    on path: String,
    _ body: () throws(ProgressTrouble) -> Result
  ) throws(ProgressTrouble) -> Result {
    // The file itself is another one after each step, but its directory stays.
    let descriptor = open(AtomicFile.directory(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(descriptor) }
    // Where there are no locks, it is still written as a whole.
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, [EINTR, EWOULDBLOCK].contains(errno) {
      tries += 1
      // Another run is done in a moment; what holds the lock for longer does not hold the screen up.
      guard tries < 50 else { break }
      usleep(10_000)
    }
    return try body()
  }
}
