import Explorer
import Foundation
import Lessons
import Testing

@testable import logitscope

@Suite("The file of progress")
struct ProgressStoreTests {
  private let folder = TemporaryFolder()

  private func store() -> ProgressStore {
    ProgressStore { $0 == "XDG_STATE_HOME" ? folder.path : nil }
  }

  private var file: String { folder.path + "/logitscope/progress.json" }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/logitscope",
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/logitscope").sorted()
    }
  }

  @Test("what one run keeps the next one finds, and nothing else is left behind")
  func keeping() throws {
    var first = store()
    #expect(first.warning == nil)
    #expect(first.progress(in: "negatives") == Progress())
    #expect(first.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
    #expect(first.keep(Progress(step: 2, done: [0, 1]), in: "negatives") == nil)
    let second = store()
    #expect(second.warning == nil)
    #expect(second.progress(in: "negatives") == Progress(step: 2, done: [0, 1]))
    #expect(try names == ["progress.json"])
    #expect(try text(file).hasSuffix("}\n"))
  }

  @Test("its directories are for their owner alone, those above that are new too")
  func directories() throws {
    let deep = folder.path + "/a/b"
    var store = ProgressStore { $0 == "XDG_STATE_HOME" ? deep : nil }
    #expect(store.keep(Progress(), in: "negatives") == nil)
    for path in [folder.path + "/a", deep, deep + "/logitscope"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o700, "\(path)")
    }
  }

  @Test(
    "without a state directory it lies in the home directory",
    arguments: [nil, "", "state", "./state"]
  )
  func home(_ state: String?) throws {
    var store = ProgressStore { ["XDG_STATE_HOME": state, "HOME": folder.path][$0] ?? nil }
    #expect(store.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
    #expect(try text(folder.path + "/.local/state/logitscope/progress.json").contains("negatives"))
  }

  @Test("without a home directory nothing is kept, and that is said once", arguments: [nil, ""])
  func noHome(_ home: String?) {
    var store = ProgressStore { $0 == "HOME" ? home : nil }
    #expect(store.warning == nil)
    #expect(store.keep(Progress(), in: "negatives") == .noHome)
    #expect(store.keep(Progress(), in: "negatives") == nil)
  }

  @Test("two runs at once lose nothing of each other's")
  func twoRuns() throws {
    var (one, other) = (store(), store())
    #expect(one.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
    #expect(other.keep(Progress(step: 3, done: [0, 2]), in: "gradient") == nil)
    #expect(other.keep(Progress(step: 2, done: [1]), in: "negatives") == nil)
    #expect(one.keep(Progress(step: 3, done: [0, 2]), in: "negatives") == nil)
    let later = store()
    #expect(later.progress(in: "gradient") == Progress(step: 3, done: [0, 2]))
    #expect(later.progress(in: "negatives") == Progress(step: 3, done: [0, 1, 2]))
  }

  @Test("many runs at the same moment lose nothing either")
  func manyRuns() throws {
    let count = 100
    DispatchQueue.concurrentPerform(iterations: count) { [self] run in
      var store = self.store()
      _ = store.keep(Progress(step: run, done: [run]), in: "lesson \(run)")
    }
    let store = store()
    for run in 0..<count {
      #expect(store.progress(in: "lesson \(run)") == Progress(step: run, done: [run]))
    }
    #expect(try names == ["progress.json"])
  }

  @Test("a damaged file is set aside each time, and progress begins anew")
  func damaged() throws {
    for (damage, name) in [
      ("{\n\"version\": 1,", "progress.json.damaged"),
      ("\u{1B}[2J", "progress.json.damaged.2"), ("", "progress.json.damaged.3"),
    ] {
      try write(damage)
      var store = store()
      let warning = try #require(store.warning).description
      #expect(warning.hasPrefix(file + ": line "))
      #expect(warning.hasSuffix("; it is now \(name), and progress starts anew"))
      #expect(try text(folder.path + "/logitscope/" + name) == damage)
      #expect(store.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
      #expect(self.store().progress(in: "negatives") == Progress(step: 1, done: [0]))
    }
  }

  @Test("text that is not UTF-8 is damage")
  func notUTF8() throws {
    try write("")
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: file))
    #expect(store().warning != nil)
    #expect(try names == ["progress.json.damaged"])
  }

  @Test("a file that is damaged while a lesson goes on is set aside too")
  func damagedMeanwhile() throws {
    var store = store()
    try write("oops")
    #expect(
      store.keep(Progress(step: 1, done: [0]), in: "negatives")
        == .damaged(movedTo: "progress.json.damaged")
    )
    #expect(try text(file + ".damaged") == "oops")
    #expect(self.store().progress(in: "negatives") == Progress(step: 1, done: [0]))
  }

  @Test("what a later program keeps is neither read nor overwritten")
  func laterVersion() throws {
    let later = "{\"version\": 2, \"learners\": []}"
    try write(later)
    var store = store()
    #expect(
      store.warning?.description
        == file + ": a later logitscope wrote it; progress is not kept"
    )
    // It has been said.
    #expect(store.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
    #expect(try text(file) == later)
    #expect(try names == ["progress.json"])
  }

  @Test("a later program that comes meanwhile is said once")
  func laterVersionMeanwhile() throws {
    var store = store()
    try write("{\"version\": 2}")
    #expect(store.keep(Progress(), in: "negatives") == .laterVersion)
    #expect(store.keep(Progress(), in: "negatives") == nil)
    #expect(try text(file) == "{\"version\": 2}")
  }

  @Test("a directory that cannot be written is said once, and what was not kept is kept later")
  func unwritable() throws {
    let state = folder.path + "/logitscope"
    try Data().write(to: URL(fileURLWithPath: state))
    var store = store()
    #expect(store.warning == nil)
    #expect(store.keep(Progress(step: 1, done: [0]), in: "negatives") == .unwritable(.noDirectory))
    #expect(store.keep(Progress(step: 2, done: [0, 1]), in: "negatives") == nil)
    try FileManager.default.removeItem(atPath: state)
    #expect(store.keep(Progress(step: 3, done: [0, 1, 2]), in: "negatives") == nil)
    #expect(self.store().progress(in: "negatives") == Progress(step: 3, done: [0, 1, 2]))
  }

  @Test("what is no file is neither read nor replaced")
  func noFile() throws {
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    var store = store()
    #expect(store.warning?.description == file + ": it cannot be read; progress is not kept")
    #expect(store.keep(Progress(), in: "negatives") == nil)
    #expect(try names == ["progress.json"])
  }

  @Test("of a link the file behind it is kept, and set aside where it is damaged")
  func link() throws {
    let target = folder.path + "/kept.json"
    try Data("oops".utf8).write(to: URL(fileURLWithPath: target))
    try write("")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    var store = store()
    #expect(try text(target + ".damaged") == "oops")
    #expect(store.keep(Progress(step: 1, done: [0]), in: "negatives") == nil)
    #expect(try text(target).contains("negatives"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == target)
  }

  @Test("a lock that another program does not give back holds nobody up, and nothing is lost")
  func heldLock() throws {
    try write("{\"version\": 1, \"lessons\": {\"negatives\": {\"step\": 1, \"done\": [0]}}}")
    let descriptor = open(folder.path + "/logitscope", O_RDONLY | O_DIRECTORY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    var store = store()
    #expect(store.keep(Progress(step: 2, done: [0, 1]), in: "same-loss") == nil)
    #expect(try text(file).contains("negatives") && text(file).contains("same-loss"))
  }
}

/// A directory that goes with the test.
final class TemporaryFolder: Sendable {
  let path =
    URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
    + "/" + UUID().uuidString

  init() {
    mkdir(path, 0o755)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
