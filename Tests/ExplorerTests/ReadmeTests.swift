import Foundation
import Testing

@testable import Explorer

@Suite struct ReadmeTests {
  /// The README's table of keys is the keymap's, row by row; a test that fails prints what it should be.
  @Test func keysStandInTheReadmeAsTheyAreBound() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let table = Command.all.filter { !$0.keys.isEmpty }
      .map { "| `\($0.keyLabel(.unicode))` | \($0.does.en) |" }
    let written = readme.split(separator: "\n").map(String.init)
      .drop { $0 != "| keys | does |" }
      .dropFirst(2)
      .prefix { $0.hasPrefix("|") }
    #expect(Array(written) == table, "\(table.joined(separator: "\n"))")
  }
}
