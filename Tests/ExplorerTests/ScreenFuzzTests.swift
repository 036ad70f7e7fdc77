import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Keys struck at random: nothing traps, and every screen is whole.
@Suite struct ScreenFuzzTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 10), Size(width: 120, height: 40),
    Size(width: 170, height: 50), Size(width: 57, height: 17), Size(width: 39, height: 9),
    Size(width: 1, height: 1), Size(width: 0, height: 0), Size(width: 200, height: 11),
  ]

  private static let keys: [Event] =
    Command.all.flatMap(\.keys).map { .key($0.key) }
    + [.key(.escape), .key(.backspace), .key(.delete), .key(.insert), .key(.function(9))]
    + "0123456789.-e,= 가ㅁ한🙂".map { .key(.character($0)) }

  /// Settings and logits at the ends of what a double holds.
  private static let commands = [
    "logit 1e308", "logit -1e308", "logit -inf", "logit 5e-324", "temperature 1e-300",
    "temperature 1e300", "temperature 1e308", "temperature 1", "digits 17", "digits 3", "unit bits",
    "all -1e308",
    "negatives 5e307", "negatives -inf", "probability 1e-300", "probability 0.9999999999999999",
    "weight 0", "weight 1e300", "smoothing 1", "add 이름이-매우-긴-클래스-이름입니다 2", "add e\u{301}\u{7}",
    "rename 고양이 🐈", "target 0.2,0.8", "loss binary_cross_entropy", "lang ko", "lang en",
    "plot ascii", "plot block", "plot braille", "sort gradient", "sort change", "curve class",
    "reset", "rate 1e308", "rate 1e-300", "rate 40", "rate 0.5", "run", "big", "keys", "save x",
    "save x.csv", "code numpy",
    "sort probability",
  ]

  private func event(_ random: inout SeededGenerator) -> [Event] {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<65: return [random.pick(Self.keys)]
    case 65..<70: return Array(repeating: .tick, count: 5)
    case 70..<85:
      let line = random.pick(Self.commands)
      return [.key(.escape), .key(":")] + line.map { .key(.character($0)) } + [.key(.enter)]
    case 85..<93:
      let kinds: [Mouse.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
      let point = Point(
        x: Int.random(in: -1..<130, using: &random),
        y: Int.random(in: -1..<45, using: &random)
      )
      return [.mouse(Mouse(kind: random.pick(kinds), position: point))]
    case 93..<97: return [.paste("0.5\n:quit\u{1B}[A 가")]
    default: return [.resize(random.pick(Self.sizes))]
    }
  }

  /// Every row as wide as the screen, wide glyphs whole, nothing unprintable in a cell.
  private func expectWhole(_ canvas: Canvas, _ size: Size, _ glyphs: GlyphSet, _ note: String) {
    var faults: [String] = []
    if canvas.size != size { faults.append("size \(canvas.size)") }
    for y in 0..<canvas.size.height {
      var x = 0
      while x < canvas.size.width {
        let cell = canvas[x, y]
        let isWhole =
          cell.width == 1 || cell.width == 2 && x + 1 < size.width && canvas[x + 1, y].width == 0
        if !isWhole || displayWidth(cell.glyph) != cell.width {
          faults.append("\(x),\(y): \(cell)")
        }
        if glyphs == .ascii && !cell.glyph.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
          faults.append("\(x),\(y): “\(cell.glyph)” is not ASCII")
        }
        x += max(1, cell.width)
      }
      if x != size.width { faults.append("row \(y) is \(x) wide") }
    }
    if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) {
      faults.append("cursor \(cursor)")
    }
    #expect(faults.isEmpty, "\(note): \(faults.prefix(3))")
  }

  private func run(_ problem: Problem, seed: UInt64, count: Int, first: [Event] = []) {
    var random = SeededGenerator(seed: seed)
    let glyphs = random.pick([GlyphSet.unicode, .asciiGraphics, .ascii])
    let options = ViewOptions(
      language: random.pick(Language.allCases),
      unit: random.pick(Unit.allCases),
      plot: random.pick(Plot.Kind.allCases),
      glyphs: glyphs
    )
    var size = random.pick(Self.sizes)
    var explorer = Explorer(problem: problem, options: options, size: size)
    for event in first { _ = explorer.handle(event) }
    for step in 0..<count {
      for event in event(&random) {
        if case .resize(let new) = event { size = new }
        _ = explorer.handle(event)
      }
      expectWhole(explorer.canvas(), size, glyphs, "\(problem.title), seed \(seed), step \(step)")
    }
  }

  @Test(arguments: Examples.all.map(\.name), 0..<3)
  func `random keys trap nothing and leave every row whole`(
    example: String,
    round: Int
  ) throws {
    let problem = try #require(Examples.named(example)).problem
    let place = try #require(Examples.all.firstIndex { $0.name == example })
    run(problem, seed: UInt64(place * 1000 + round), count: 60)
  }

  @Test(arguments: Examples.all.map(\.name))
  func `so do they while the digits are large and the keys are shown`(example: String) throws {
    let problem = try #require(Examples.named(example)).problem
    let place = try #require(Examples.all.firstIndex { $0.name == example })
    let presenting = try Event.script(": type:big<Enter> : type:keys<Enter>")
    run(problem, seed: UInt64(place + 50_000), count: 60, first: presenting)
  }

  @Test(arguments: 0..<3)
  func `so do they with many classes of awkward names`(round: Int) throws {
    let names = (0..<300).map { ["고양이\($0 / 2)", "a\u{301}\t\($0)", "", "🙂", "x=1,y"][$0 % 5] }
    var random = SeededGenerator(seed: 300)
    let logits = names.map { _ in Double.random(in: -5...5, using: &random) }
    let problem = try Problem(
      title: "이름\u{1B}[31m",
      classes: names,
      logits: [logits],
      targets: [.index(7)]
    )
    run(problem, seed: UInt64(round), count: 40)
  }
}
