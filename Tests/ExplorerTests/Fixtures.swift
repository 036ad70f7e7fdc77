import LogitModel
import TerminalUI
import Testing

@testable import Explorer

extension State {
  /// A state on one of the examples, before any key.
  static func on(
    _ example: String = "negatives",
    options: ViewOptions = ViewOptions(),
    width: Int = 80,
    height: Int = 24
  ) throws -> State {
    let example = try #require(Examples.named(example))
    return State(
      problem: example.problem,
      baseline: example.baseline,
      panel: example.panel,
      options: options,
      size: Size(width: width, height: height)
    )
  }

  /// A state on logits of one row, whose classes are named by their indices.
  static func on(
    logits: [Double],
    target: Target? = .index(0),
    width: Int = 80,
    height: Int = 24
  ) throws -> State {
    let problem = try Problem(logits: [logits], targets: [target])
    let size = Size(width: width, height: height)
    return State(problem: problem, options: ViewOptions(), size: size)
  }

  /// Takes an event in as the explorer does, the table's window included.
  @discardableResult
  mutating func take(_ event: Event) -> [Effect] {
    let effects = update(event)
    keepPlaces()
    return effects
  }

  /// Presses the keys of a script such as `] ] <Down>`.
  @discardableResult
  mutating func play(_ script: String) throws -> [Effect] {
    try Event.script(script).flatMap { take($0) }
  }

  /// Types a line into the palette and runs it.
  @discardableResult
  mutating func command(_ line: String) -> [Effect] {
    let keys = [.character(":")] + line.map(Key.character) + [.enter]
    return keys.flatMap { take(.key($0)) }
  }

  /// The state without what the last row says of the last key.
  var silent: State {
    var state = self
    state.message = nil
    return state
  }

  /// The screen as text, row by row.
  var rows: [String] {
    let text = Screen(self).canvas().folded(options.glyphs).text()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var logits: [Double] { problem.logits[row] }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RandomNumberGenerator {
  /// An element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &self)]
  }
}

extension History {
  var canUndo: Bool {
    var history = self
    return history.popUndo() != nil
  }

  var canRedo: Bool {
    var history = self
    return history.popRedo() != nil
  }
}
