import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Saving the screen as a figure, as far as the explorer has a part in it.
@Suite struct FigureTests {
  private static let palette = Palette(theme: .light, depth: .indexed256)

  @Test(arguments: [
    ("save slide.svg", "slide.svg", false), ("save slide", "slide.svg", false),
    ("save! ~/a b/slide.SVG", "~/a b/slide.SVG", true), ("save v1.2.svg", "v1.2.svg", false),
    ("save ../그림", "../그림.svg", false), ("save a.b/c", "a.b/c.svg", false),
  ])
  func `a name is a file to write, and the ending may be left out`(
    line: String,
    path: String,
    overwriting: Bool
  ) throws {
    var state = try State.on()
    #expect(state.command(line) == [.save(.figure, path: path, overwriting: overwriting)])
    #expect(state.mode == .browsing)
    #expect(!state.hasEdits)
  }

  @Test(arguments: [
    ("save slide.png", Phrase.saveNeedsEnding), ("save .svg", .saveNeedsEnding),
    ("save x.", .saveNeedsEnding),
    ("save dir/", .saveNeedsName), ("save ..", .saveNeedsName), ("save! ~", .saveNeedsName),
  ])
  func `another name is refused and stays to be mended`(line: String, reason: Phrase) throws {
    var state = try State.on()
    #expect(state.command(line) == [])
    #expect(state.message == reason)
    guard case .palette(let field, _) = state.mode else {
      Issue.record("the palette is gone")
      return
    }
    #expect(field.text == line)
  }

  private func explorer(_ keys: String, _ language: Language = .en) throws -> Explorer {
    let problem = try #require(Examples.named("negatives")).problem
    var explorer = Explorer(
      problem: problem,
      options: ViewOptions(language: language),
      size: Size(width: 80, height: 24)
    )
    for event in try Event.script(keys) { _ = explorer.handle(event) }
    return explorer
  }

  @Test func `the figure is the screen without the palette in which it was asked for`() throws {
    let before = try explorer("] ] : <Esc>")
    let asking = try explorer("] ] : type:save<Space>x")
    let after = try explorer("] ] : type:save<Space>x<Enter>")
    #expect(after.figure(palette: Self.palette) == before.figure(palette: Self.palette))
    #expect(asking.figure(palette: Self.palette) != before.figure(palette: Self.palette))
  }

  @Test func `its title is the problem's`() throws {
    let figure = try explorer("", .ko).figure(palette: Self.palette)
    #expect(figure.contains("<title>logitscope: 교차 엔트로피는 음성 클래스도 볼까?</title>"))
  }

  private static let failures: [FileFailure] = [
    .exists, .noDirectory, .notPermitted, .notAFile, .noSpace, .other("input/output error"),
  ]

  @Test(arguments: Language.allCases)
  func `the last row says what came of it, until the next key`(language: Language) throws {
    let path = "a/very/long/way/down/to/where/the/slides/of/the/lecture/lie/slide.svg"
    var said: Set<String> = []
    for failure in [nil] + Self.failures.map(Optional.some) {
      for path in [path, "slide.svg", "\u{1B}[2J.svg"] {
        var explorer = try explorer("]", language)
        explorer.noteSaved(.figure, path, failure: failure.map { .file($0) })
        let rows = explorer.canvas().text().split(separator: "\n")
        let last = try #require(rows.last)
        said.insert(String(last))
        #expect(!last.contains("…") || last.contains("slide.svg"), "\(last)")
        // Nothing is cut at the end of the row.
        #expect(!last.hasSuffix("…") && !last.contains("\u{1B}"), "\(last)")
        _ = explorer.handle(.key(.up))
        #expect(try explorer.canvas().text() == self.explorer("]", language).canvas().text())
      }
    }
    #expect(said.count == 3 * (1 + Self.failures.count))
  }
}
