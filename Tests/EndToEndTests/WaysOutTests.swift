import Foundation
import Testing

/// However the program ends, the shell gets its terminal back.
@Suite(.serialized)
struct WaysOutTests {
  @Test(
    "a signal restores the terminal and then ends the program",
    arguments: [
      (SIGHUP, "HUP"), (SIGINT, "INT"), (SIGQUIT, "QUIT"), (SIGTERM, "TERM"), (SIGSEGV, "SEGV"),
      (SIGABRT, "ABRT"),
    ]
  )
  func signals(number: Int32, name: String) throws {
    let tmux = try Tmux(Self.withProcessID)
    try tmux.waitUntilOpen()
    #expect(try tmux.value("mouse_any_flag") == "1")
    kill(try processID(tmux), number)
    #expect(try tmux.outcome().contains("exit=\(128 + number) stty-same=yes"), "SIG\(name)")
    try expectRestored(tmux)
  }

  @Test("Ctrl-C ends the program by SIGINT")
  func interrupt() throws {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.waitUntilOpen()
    try tmux.send("C-c")
    #expect(try tmux.outcome() == "exit=130 stty-same=yes")
    try expectRestored(tmux)
  }

  @Test("Ctrl-Z gives the shell its terminal, and fg paints again")
  func suspension() throws {
    let tmux = try Tmux.shell()
    try tmux.wait(forText: "ready>")
    try tmux.type("stty -g > $DIRECTORY/before; $LOGITSCOPE")
    try tmux.send("Enter")
    try tmux.wait(forText: "s(bird)")
    for _ in 0..<2 {
      try tmux.send("C-z")
      try tmux.wait(forText: "Stopped")
      try expectRestored(tmux)
      try tmux.type("fg")
      try tmux.send("Enter")
      try tmux.wait(for: "the screen again") { screen in
        try tmux.isOnAlternateScreen() && screen.contains("s(bird)")
      }
      #expect(try tmux.value("mouse_any_flag") == "1")
    }
    try tmux.send("q")
    try tmux.wait(for: "the shell") { _ in try !tmux.isOnAlternateScreen() }
    try tmux.type("stty -g | cmp - $DIRECTORY/before && echo the same modes")
    try tmux.send("Enter")
    try tmux.wait(for: "the comparison") { $0.contains("\nthe same modes") }
  }

  @Test("a stop and a continuation by other processes are the same as Ctrl-Z and fg")
  func stopFromOutside() throws {
    let tmux = try Tmux.shell()
    try tmux.wait(forText: "ready>")
    try tmux.type(Self.withProcessID)
    try tmux.send("Enter")
    try tmux.wait(forText: "s(bird)")
    kill(try processID(tmux), SIGTSTP)
    try tmux.wait(forText: "Stopped")
    try expectRestored(tmux)
    try tmux.type("fg")
    try tmux.send("Enter")
    try tmux.wait(for: "the screen again") { screen in
      try tmux.isOnAlternateScreen() && screen.contains("s(bird)")
    }
  }

  private static let withProcessID = "sh -c 'echo $$ > $DIRECTORY/pid; exec $LOGITSCOPE'"

  private func processID(_ tmux: Tmux) throws -> pid_t {
    let text = try String(contentsOf: tmux.directory.appendingPathComponent("pid"), encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .newlines)))
  }

  private func expectRestored(_ tmux: Tmux) throws {
    #expect(try tmux.value("alternate_on") == "0")
    #expect(try tmux.value("cursor_flag") == "1")
    #expect(try tmux.value("mouse_any_flag") == "0")
    #expect(try tmux.value("keypad_cursor_flag") == "0")
  }
}
