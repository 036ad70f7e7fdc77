import Foundation
import Testing

/// What moves by itself: gradient descent while it runs.
@Suite(.serialized)
struct DescentTests {
  /// How many steps of the run the screen counts.
  private func steps(_ screen: String) -> Int? {
    screen.firstMatch(of: /run: (\d+) steps?/).flatMap { Int($0.1) }
  }

  private func running() throws -> Tmux {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.wait(forText: "s(bird)  0.8000")
    try tmux.send("G")
    try tmux.wait(for: "steps without keys") { (steps($0) ?? 0) > 3 }
    return tmux
  }

  @Test("G runs without keys, a key acts meanwhile, and G stops it for good")
  func run() throws {
    let tmux = try running()
    let before = try tmux.wait(forText: "running: G stops")
    try tmux.send("Down")
    try tmux.wait(forText: "▸   dog")
    try tmux.wait(for: "more steps") { (steps($0) ?? 0) > (steps(before) ?? 0) + 3 }

    try tmux.send("G")
    let stopped = try tmux.wait(for: "the stop") { !$0.contains("running") }
    try tmux.send("Up")
    let later = try tmux.wait(forText: "▸   cat")
    #expect(steps(later) == steps(stopped))
    try tmux.send("u")
    try tmux.wait(forText: "undone")
    try tmux.wait(forText: "s(bird)  0.8000")
  }

  @Test("nothing is written once a run has stopped")
  func silence() throws {
    let tmux = try running()
    try tmux.send("G")
    try tmux.wait(for: "the stop") { !$0.contains("running") }
    let log = tmux.directory.appendingPathComponent("bytes")
    try tmux.record(to: log)
    // Ten frames' time, spent in waiting for a key's answer that does not come by itself.
    let deadline = ContinuousClock.now + .milliseconds(330)
    try tmux.wait(for: "the time of ten frames") { _ in ContinuousClock.now > deadline }
    #expect((try? Data(contentsOf: log)) ?? Data() == Data())
  }

  @Test("keys held down do not keep a run from running")
  func heldKeys() throws {
    let tmux = try running()
    let before = steps(try tmux.capture()) ?? 0
    try tmux.wait(for: "steps between keys") { screen in
      try tmux.send("Down", "Up")
      return (steps(screen) ?? 0) > before + 10
    }
  }

  @Test("leaving during a run leaves the terminal as it was, and prints how to come back")
  func leave() throws {
    let tmux = try running()
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    #expect(try !tmux.isOnAlternateScreen())
    #expect(try tmux.value("cursor_flag") == "1")
    #expect(try tmux.capture().contains("logitscope --state 1:x=negatives"))
  }

  @Test("a run goes on after Ctrl-Z and fg")
  func suspension() throws {
    let tmux = try Tmux.shell()
    try tmux.wait(forText: "ready>")
    try tmux.type("$LOGITSCOPE")
    try tmux.send("Enter")
    try tmux.wait(forText: "s(bird)")
    try tmux.send("G")
    let before = try tmux.wait(for: "the run") { (steps($0) ?? 0) > 3 }
    try tmux.send("C-z")
    try tmux.wait(forText: "Stopped")
    try tmux.type("fg")
    try tmux.send("Enter")
    try tmux.wait(for: "more steps") { (steps($0) ?? 0) > (steps(before) ?? 0) + 3 }
  }
}
