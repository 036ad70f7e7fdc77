import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// What is said of the file of progress.
@Suite struct ProgressTroubleTests {
  private static let failures: [FileFailure] = [
    .exists, .noDirectory, .notPermitted, .notAFile, .noSpace, .other("input/output error"),
  ]
  private static let troubles: [ProgressTrouble] =
    [.noHome, .laterVersion, .unreadable, .damaged(movedTo: "progress.json.damaged.12")]
    + failures.map { .unwritable($0) }

  @Test(arguments: Language.allCases)
  func `the last row says each in words of its own, uncut, until the next key`(
    language: Language
  ) throws {
    var said: Set<String> = []
    for trouble in Self.troubles {
      var explorer = Explorer(
        problem: try #require(Examples.named("negatives")).problem,
        options: ViewOptions(language: language),
        size: Size(width: 80, height: 24)
      )
      let before = explorer.canvas().text()
      explorer.noteProgress(trouble)
      let last = try #require(explorer.canvas().text().split(separator: "\n").last)
      #expect(!last.contains("…"), "\(last)")
      said.insert(String(last))
      _ = explorer.handle(.key(.up))
      #expect(explorer.canvas().text() == before)
    }
    #expect(said.count == Self.troubles.count)
  }
}
