import Foundation
import Testing

/// The build refuses a target of this package that is not declared, but sees no module from outside.
@Suite("Imports")
struct ImportTests {
  /// What each target may import; a module from outside belongs to one target alone, the C library to those that touch
  /// the system.
  private static let allowed: [String: Set<String>] = [
    "CNcurses": [],
    "CSoftmax": [],
    "LogitModel": ["RealModule", "CSoftmax"],
    "TerminalUI": [],
    "ProblemFiles": ["LogitModel", "Glibc", "SwiftCSV", "Yams"],
    "Lessons": ["LogitModel", "ProblemFiles"],
    "Explorer": ["LogitModel", "TerminalUI", "Lessons"],
    "NcursesTerminal": ["TerminalUI", "CNcurses"],
    "logitscope": [
      "LogitModel", "TerminalUI", "ProblemFiles", "Lessons", "Explorer", "NcursesTerminal",
      "ArgumentParser", "Glibc",
    ],
  ]

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  @Test("the targets are those that the table speaks of")
  func targets() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(found) == Set(Self.allowed.keys))
  }

  @Test("a target imports nothing else", arguments: allowed.keys.sorted())
  func imports(_ target: String) throws {
    let allowed = try #require(Self.allowed[target])
    let folder = Self.sources.appendingPathComponent(target).resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      count += 1
      let found = Self.modules(try String(contentsOf: file, encoding: .utf8))
      #expect(found.subtracting(allowed) == [], "\(file.lastPathComponent)")
    }
    #expect(count > 0 || target.hasPrefix("C"))
  }

  private static func modules(_ text: String) -> Set<String> {
    let modules = text.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"), position <= 2 else { return nil }
      let isStatement = words[..<position].allSatisfy { word in
        word.first == "@" || ["public", "package", "internal", "private"].contains(word)
      }
      return isStatement ? words.dropFirst(position + 1).first.map(String.init) : nil
    }
    return Set(modules)
  }
}
