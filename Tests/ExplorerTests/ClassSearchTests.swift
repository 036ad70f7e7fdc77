import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ClassSearchTests {
  private static let names = [
    "Cat", "concat", "catfish", "dog", "고양이", "길고양이", "é", "caf\u{65}\u{301}", "ÉTÉ", "Ωμέγα",
    "each", "", "a\u{1B}b", "\u{1100}\u{1161}\u{11A8}", "🐈‍⬛",
  ]

  private func found(_ text: String) -> [Int] {
    ClassSearch(ClassNames(Self.names)).matches(text).all.map { Int($0) }
  }

  @Test(arguments: [
    ("cat", [0, 1, 2]), ("CAT", [0, 1, 2]), (" cat ", [0, 1, 2]), ("catf", [2]), ("dog ", [3]),
    ("고양이", [4, 5]), ("길", [5]), ("é", [6, 7, 8]), ("E\u{301}", [6, 7, 8]), ("ωμ", [9]),
    ("ΩΜΈ", [9]),
    ("각", [13]), ("🐈", [14]), ("zebra", []), ("", []), (" ", []), ("\u{1B}", [12]),
    // A letter with a mark is not the letter.
    ("cafe", []), ("ea", [10]),
  ])
  func `names that hold the text are found in any script, capital or small`(
    text: String,
    expected: [Int]
  ) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("cat", 0), ("ca", 0), ("at", 0), ("catfish", 2), ("con", 1), ("fish", 2), ("양", 4), ("ét", 8),
    ("é", 6), ("É", 6),
  ])
  func `a whole name goes before a beginning, and that before what stands inside`(
    text: String,
    best: Int
  ) {
    #expect(ClassSearch(ClassNames(Self.names)).matches(text).best == best)
  }

  @Test func `what is whole farther down goes before a beginning above`() {
    let search = ClassSearch(["catfish", "xcat", "cat", "Cat"])
    #expect(search.matches("cat").best == 2)
    #expect(search.matches("x").best == 1)
    #expect(ClassSearch(["xcat", "e\u{301}", "catfish"]).matches("cat").best == 2)
    #expect(ClassSearch(["xé", "e\u{301}a", "é"]).matches("é").best == 2)
  }

  @Test(arguments: 0..<100)
  func `it finds what looking at each name finds`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = Array("aAbB가나éE") + ["e\u{301}"]
    func word(_ most: Int) -> String {
      String((0..<Int.random(in: 0...most, using: &random)).map { _ in random.pick(letters) })
    }
    let names = (0..<40).map { _ in word(6) }
    let text = word(2)
    let wanted = text.lowercased()
    let expected = names.indices.filter {
      !wanted.isEmpty && names[$0].lowercased().contains(wanted)
    }
    let matches = ClassSearch(ClassNames(names)).matches(text)
    #expect(matches.all.map { Int($0) } == expected)
    let ranks = [
      expected.first { names[$0].lowercased() == wanted },
      expected.first { names[$0].lowercased().hasPrefix(wanted) }, expected.first,
    ]
    #expect(matches.best == ranks.lazy.compactMap { $0 }.first)
  }

  // MARK: As one types

  private func state() throws -> State {
    let problem = try Problem(
      classes: (0..<300).map { "class\($0)" },
      logits: [(0..<300).map { Double(($0 * 7) % 300) }],
      targets: [.index(1)]
    )
    return State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
  }

  @Test func `the footer counts what is found, and arrows go through it`() throws {
    var state = try state()
    try state.play("/ type:99")
    #expect(state.focus == 99)
    #expect(state.rows.last?.hasPrefix(" find: 99") == true)
    #expect(state.rows.last?.contains("3 found  ↑↓ next  Enter accept  Esc cancel") == true)
    for expected in [199, 299, 99, 199] {
      try state.play("<Down>")
      #expect(state.focus == expected)
    }
    try state.play("<Up> <Up>")
    #expect(state.focus == 299)
    try state.play("<Enter>")
    #expect(state.focus == 299 && state.mode == .browsing && state.search == nil)
  }

  @Test func `an empty text goes on to the next of what was found last`() throws {
    var state = try state()
    try state.play("/ type:99 <Enter> / <Enter>")
    #expect(state.focus == 199)
    try state.play("/ <Enter> / <Enter>")
    #expect(state.focus == 99)
    var fresh = try self.state()
    try fresh.play("j / <Enter>")
    #expect(fresh.focus == 1)
  }

  @Test func `what is found comes in the table's order`() throws {
    var state = try state()
    state.command("sort logit")
    try state.play("/ type:class29")
    #expect(state.focus == 29)
    let places = try (0..<12).map { _ in
      try state.play("<Down>")
      return try #require(state.order.place(of: state.focus))
    }
    let turns = zip(places, places.dropFirst()).count { $0 > $1 }
    #expect(Set(places).count == 11 && turns == 1)
  }

  @Test func `a search given up leaves nothing behind`() throws {
    var state = try state()
    let before = state
    try state.play("/ type:99 <Down> <Esc>")
    #expect(state == before)
  }

  @Test func `one that is found is said to be one`() throws {
    var state = try state()
    try state.play("/ type:class299")
    #expect(state.rows.last?.contains("1 found  Enter accept") == true)
  }
}
