import Foundation
import Lessons
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Whole screens as text, in `Snapshots/`.
///
/// After a wanted change, `RECORD_SNAPSHOTS=1 swift test --filter SnapshotTests` writes them anew; read
/// what has changed in them before it is committed.
@Suite struct SnapshotTests {
  struct Shot: CustomTestStringConvertible {
    let name: String
    var example = "negatives"
    var lesson: String?
    var keys = "] ] ] <Right> <Down> <Right>"
    var size = Size(width: 80, height: 24)
    var language = Language.en
    var glyphs = GlyphSet.unicode

    var testDescription: String { name }
  }

  private static let sizes = [
    Size(width: 40, height: 10), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]

  private static let main = sizes.flatMap { size in
    Language.allCases.flatMap { language in
      [GlyphSet.unicode, .asciiGraphics].map { glyphs in
        Shot(
          name: "main-\(size.width)x\(size.height)-\(language.rawValue)-\(glyphs)",
          size: size,
          language: language,
          glyphs: glyphs
        )
      }
    }
  }

  /// Each panel on an example that it has something to say of.
  private static let panels: [Shot] = Panel.allCases.dropFirst().flatMap { panel in
    let (example, keys) =
      switch panel {
      case .compare: ("same-loss", "<Down>")
      case .batch: ("weights", ") <Right>")
      case .descent: ("negatives", "] ] ] g g g g g g g g")
      case .information: ("entropy-uneven", "<Right> <Right>")
      default: ("negatives", "] ] ] <Right> <Down> <Right>")
      }
    return sizes.dropFirst().flatMap { size in
      Language.allCases.flatMap { language in
        [GlyphSet.unicode, .asciiGraphics].map { glyphs in
          Shot(
            name: "\(panel)-\(size.width)x\(size.height)-\(language.rawValue)-\(glyphs)",
            example: example,
            keys: keys + " \(panel.digit)",
            size: size,
            language: language,
            glyphs: glyphs
          )
        }
      }
    }
  }

  private static let losses = Losses.all.map { loss in
    Shot(name: loss.name, keys: ": type:loss<Space>\(loss.name)<Enter> } <Down> 1 f f f")
  }

  /// The stages of a lesson; the keys come after those that lead to its step.
  private static let stages: [(name: String, lesson: String, keys: String)] = [
    ("task", "negatives", "<Right>"), ("question", "same-loss", "2"),
    ("wrong", "jacobian", "n n 1 <Enter>"), ("locked-in", "negatives", "n n 3 <Enter> ]"),
    ("done", "negatives", "n n 2 <Enter> ] ] ] ]"), ("hint", "gradient", "; ;"),
    ("panel-in-its-place", "negatives", "3"), ("free-play", "negatives", "P ] ]"),
  ]

  private static let lessons: [Shot] = Language.allCases.flatMap { language in
    stages.map { stage in
      Shot(
        name: "lesson-\(stage.name)-\(language.rawValue)",
        lesson: stage.lesson,
        keys: stage.keys,
        language: language
      )
    }
  }

  private static let roomyLessons: [Shot] = [
    Shot(
      name: "lesson-done-ascii",
      lesson: "negatives",
      keys: "n n 2 <Enter> ] ] ] ]",
      glyphs: .asciiGraphics
    ),
    Shot(
      name: "lesson-120x40",
      lesson: "jacobian",
      keys: "n n 3 <Enter>",
      size: Size(width: 120, height: 40)
    ),
    Shot(
      name: "lesson-160x45",
      lesson: "negatives",
      keys: "<Right>",
      size: Size(width: 160, height: 45)
    ),
    Shot(
      name: "lesson-40x10",
      lesson: "negatives",
      keys: "<Right>",
      size: Size(width: 40, height: 10)
    ),
  ]

  private static let others = [
    Shot(name: "curve-of-a-class", keys: "] ] ] <Down> 2 2"),
    Shot(name: "jacobian-of-sigmoids", example: "binary", keys: "<Right> 3"),
    Shot(name: "jacobian-of-ten", example: "ten-classes", keys: "<Right> 3"),
    Shot(name: "overflow", keys: "= type:800<Enter> 8"),
    Shot(name: "big", keys: "] ] ] : type:big<Enter>"),
    Shot(
      name: "big-ko",
      keys: "] ] ] : type:big<Enter>",
      size: Size(width: 120, height: 40),
      language: .ko
    ),
    Shot(name: "big-behind-the-curtain", keys: "] ] : type:big<Enter> <Space>"),
    Shot(name: "keys", keys: ": type:keys<Enter> ] ] <Down> <Right> 2"),
    Shot(name: "help", keys: "?"),
    Shot(name: "help-ko", keys: "?", language: .ko),
    Shot(name: "palette", keys: "] : type:ne"),
    Shot(name: "palette-ko", keys: ":", language: .ko),
    Shot(name: "question", keys: "] p type:0.5"),
    Shot(name: "share", keys: "] ] c"),
    Shot(name: "curtain", keys: "] <Space>"),
    Shot(name: "curtain-ko", keys: "] <Space>", language: .ko),
    Shot(name: "soft-target", example: "entropy-uneven", keys: "<Right>"),
    Shot(name: "no-target", example: "three-logits", keys: "<Right>"),
    Shot(name: "binary", example: "binary", keys: "<Right> <Down> <Right>"),
    Shot(name: "weights", example: "weights", keys: ") E <Right>"),
    Shot(name: "beside", keys: "] ] ]", size: Size(width: 160, height: 24)),
    Shot(name: "refused", keys: "<Down> <Down> d"),
    Shot(name: "too-small", keys: "]", size: Size(width: 39, height: 9)),
    Shot(name: "thousand-classes", example: "", keys: "] <PgDn> <PgDn> <Right>"),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots")

  private func screen(_ shot: Shot) throws -> String {
    var explorer = try explorer(shot)
    for event in try Event.script(shot.keys) { _ = explorer.handle(event) }
    return explorer.canvas().text() + "\n"
  }

  private func explorer(_ shot: Shot) throws -> Explorer {
    let options = ViewOptions(language: shot.language, glyphs: shot.glyphs)
    if let name = shot.lesson {
      let lesson = try #require(BundledLesson.named(name)).lesson()
      return Explorer(lesson: lesson, progress: Progress(), options: options, size: shot.size)
    }
    let example = Examples.named(shot.example)
    return Explorer(
      problem: try problem(shot.example),
      baseline: example?.baseline,
      panel: example?.panel ?? .negatives,
      options: options,
      size: shot.size
    )
  }

  /// An example, or a thousand classes.
  private func problem(_ name: String) throws -> Problem {
    if let example = Examples.named(name) { return example.problem }
    var random = SeededGenerator(seed: 1000)
    // Hundredths, so that no digit hangs on how a random number is rounded.
    let logits = (0..<1000).map { _ in Double(Int.random(in: -300...300, using: &random)) / 100 }
    return try Problem(title: "A thousand classes", logits: [logits], targets: [.index(7)])
  }

  private static let all: [Shot] = main + panels + losses + lessons + roomyLessons + others

  @Test(arguments: all)
  func `the screen is as recorded`(shot: Shot) throws {
    let file = Self.folder.appending(path: shot.name + ".txt")
    let screen = try screen(shot)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try screen.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let differing = zip(
      screen.split(separator: "\n", omittingEmptySubsequences: false),
      recorded.split(separator: "\n", omittingEmptySubsequences: false)
    ).filter { $0 != $1 }
    #expect(screen == recorded, "now and recorded: \(differing)")
  }

  @Test func `every file is the record of a screen`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(Self.all.map { $0.name + ".txt" }))
  }
}
