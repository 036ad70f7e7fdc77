import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// With the curtain down nothing on the screen tells of a result.
///
/// Two problems that show the same, and differ only where it is not shown, have other results: behind
/// the curtain their screens must be the same, to the style of every cell.
@Suite struct CurtainTests {
  private static let sizes = [(40, 10), (80, 24), (100, 24), (120, 40), (170, 50)]

  /// Sixty classes, of which the last lies below every window; its logit decides all results.
  private func states(
    hidden logit: Double,
    target: Target?,
    size: (Int, Int)
  ) throws -> State {
    let logits = (0..<60).map { $0 == 59 ? logit : Double($0 % 7) }
    return try State.on(logits: logits, target: target, width: size.0, height: size.1)
  }

  private func expectSame(_ a: State, _ b: State, after keys: String) throws {
    var (a, b) = (a, b)
    for key in ["<Space>"] + keys.split(separator: " ").map(String.init) {
      try a.play(key)
      try b.play(key)
      let differing = zip(a.rows, b.rows).filter { $0 != $1 }
      // The canvases are too large to be printed.
      let isSame = Screen(a).canvas() == Screen(b).canvas()
      #expect(isSame, "after \(key): \(differing)")
    }
    try a.play("<Space>")
    try b.play("<Space>")
    #expect(a.rows != b.rows)
  }

  private static let keys = "] <Right> 2 > b [ x x 2 u T E j y 1"

  @Test(arguments: sizes)
  func `no result shows where a class out of sight decides it`(size: (Int, Int)) throws {
    let target = Target.index(1)
    try expectSame(
      states(hidden: -3, target: target, size: size),
      states(hidden: 9, target: target, size: size),
      after: Self.keys
    )
  }

  @Test(arguments: sizes)
  func `nor without a target, or with a distribution`(size: (Int, Int)) throws {
    let soft = Target.distribution((0..<60).map { $0 < 2 ? 0.5 : 0 })
    for target in [nil, soft] {
      try expectSame(
        states(hidden: -3, target: target, size: size),
        states(hidden: 9, target: target, size: size),
        after: "> <Right> 2 T j"
      )
    }
  }

  @Test(arguments: sizes)
  func `nor where weights decide it`(size: (Int, Int)) throws {
    var problem = try #require(Examples.named("negatives")).problem
    let states = try [[1, 1, 1, 1, 0.4], [1, 1, 1, 1, 7]].map { weights in
      try problem.setSettings(Problem.Settings(classWeights: weights))
      return State(
        problem: problem,
        options: ViewOptions(),
        size: Size(width: size.0, height: size.1)
      )
    }
    try expectSame(states[0], states[1], after: Self.keys)
  }

  @Test(arguments: Language.allCases)
  func `a question mark stands for every result, and the panel says why`(
    language: Language
  ) throws {
    var state = try State.on(options: ViewOptions(language: language))
    try state.play("] <Space>")
    let rows = state.rows
    let layout = Layout(state)
    // Probability, loss term and gradient of each class.
    for row in rows[layout.tableRows.y..<layout.tableRows.maxY] {
      #expect(row.count { $0 == "?" } == 3)
    }
    for row in rows[layout.readout.y..<layout.readout.maxY] { #expect(row.contains("?")) }
    #expect(rows.contains { $0.contains(state.text(.curtainDown).prefix(20)) })
    #expect(rows[0].contains(state.text(.curtained)))
    try state.play("<Space>")
    // The title asks something, and the footer names a key.
    #expect(!state.rows.dropFirst().dropLast().contains { $0.contains("?") })
  }
}
