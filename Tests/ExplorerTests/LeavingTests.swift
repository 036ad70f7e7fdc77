import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Leaving a problem that is too large for the command line that leads back.
@Suite struct LeavingTests {
  private static func state(classes: Int) throws -> State {
    let problem = try Problem(
      logits: [(0..<classes).map { Double($0 % 7) }],
      targets: [.index(0)]
    )
    return State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
  }

  @Test func `edits that no command line holds are left behind only at the second q`() throws {
    var state = try Self.state(classes: 70_000)
    #expect(state.update(.key(.right)) == [])
    #expect(state.update(.key(.character("q"))) == [])
    #expect(state.message == .quitLosesEdits)
    #expect(state.update(.key(.down)) == [])
    #expect(state.update(.key(.character("q"))) == [], "asked anew after another key")
    #expect(state.update(.key(.character("q"))) == [.quit])
  }

  @Test func `what a file has whole may be left, until it is edited again`() throws {
    let problem = try Self.state(classes: 70_000).problem
    let size = Size(width: 80, height: 24)
    var explorer = Explorer(problem: problem, options: ViewOptions(), size: size)
    _ = explorer.handle(.key(.right))
    explorer.noteSaved(.problem(problem, .npy), "x.npy")
    #expect(explorer.handle(.key(.character("q"))) == [], "the logits alone are not the problem")
    explorer.noteSaved(.problem(problem, .json), "x.json")
    #expect(explorer.handle(.key(.down)) == [])
    #expect(explorer.handle(.key(.character("q"))) == [.quit])
    _ = explorer.handle(.key(.right))
    #expect(explorer.handle(.key(.character("q"))) == [])
  }

  @Test func `without edits, and where a command line leads back, q leaves`() throws {
    var untouched = try Self.state(classes: 70_000)
    #expect(untouched.update(.key(.character("q"))) == [.quit])
    var small = try Self.state(classes: 5)
    _ = small.update(.key(.right))
    #expect(small.shareLine != nil)
    #expect(small.update(.key(.character("q"))) == [.quit])
  }

  @Test func `what is too long for a command line is not shared`() throws {
    var state = try Self.state(classes: 70_000)
    #expect(state.shareLine == nil)
    #expect(state.update(.key(.character("c"))) == [])
    #expect(state.message == .tooLongToShare && state.mode == .browsing)
  }
}
