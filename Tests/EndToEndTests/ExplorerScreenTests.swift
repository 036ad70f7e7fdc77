import Foundation
import Testing

/// The program as it is used: keys in, screens out.
@Suite(.serialized)
struct ExplorerScreenTests {
  @Test("the first screen shows the example, and q leaves the terminal as it was")
  func start() throws {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.wait(for: "s(bird) = 0.8000") { $0.contains("s(bird)") && $0.contains("0.8000") }
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    #expect(try !tmux.isOnAlternateScreen())
  }

  @Test("raising the negatives lowers the positive's probability")
  func nudges() throws {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.wait(forText: "0.8000")
    try tmux.send("]", "]", "]")
    try tmux.wait(for: "the shift") { !$0.contains("s(bird)  0.8000") }
    try tmux.send("Home", "Right", "Down", "Right")
    try tmux.wait(forText: "0.7398")
  }

  @Test("the heat map's grounds reach a terminal of 256 colours, and no other")
  func grounds() throws {
    for (terminal, isTinted) in [("tmux-256color", true), ("screen", false), ("vt100", false)] {
      let tmux = try Tmux("$LOGITSCOPE", environment: ["TERM": terminal])
      try tmux.wait(forText: "0.8000")
      try tmux.send("3")
      try tmux.wait(forText: "+0.1600")
      let screen = try tmux.captureWithColors()
      let grounds = Set(screen.matches(of: /48;5;([0-9]+)/).compactMap { Int($0.1) })
      #expect(isTinted ? grounds.count >= 5 : grounds.isEmpty, "\(terminal): \(grounds)")
      // The blanks before a number have its ground.
      #expect(screen.contains(/48;5;[0-9]+m +\+0\.1600/) == isTinted)
    }
  }

  @Test(
    "every size is survived, and growing paints again",
    arguments: [(40, 10), (7, 3), (1, 1), (200, 50)]
  )
  func resizes(columns: Int, rows: Int) throws {
    let tmux = try Tmux("$LOGITSCOPE")
    let last = "q quit"
    try tmux.wait(forText: last)
    try tmux.resize(columns: columns, rows: rows)
    try tmux.wait(for: "\(columns)×\(rows)") { _ in try tmux.value("pane_width") == "\(columns)" }
    try tmux.send("Down")
    try tmux.resize(columns: 80, rows: 24)
    try tmux.wait(for: "the whole screen") { $0.contains("s(bird)  0.8000") && $0.contains(last) }
  }

  @Test("LINES and COLUMNS do not hold the size still")
  func exportedSize() throws {
    let tmux = try Tmux("$LOGITSCOPE", environment: ["LINES": "5", "COLUMNS": "20"])
    try tmux.wait(forText: "0.8000")
  }

  @Test("in the C locale there is nothing but ASCII, and all is there")
  func asciiLocale() throws {
    let tmux = try Tmux("LC_ALL=C $LOGITSCOPE")
    let screen = try tmux.wait(forText: "0.8000")
    #expect(screen.utf8.allSatisfy { $0 <= 0x7F })
  }

  @Test("a terminal that nobody has heard of works", arguments: ["xterm-kitty", "nonesuch", ""])
  func unknownTerminal(name: String) throws {
    let tmux = try Tmux("$LOGITSCOPE", environment: ["TERM": name])
    try tmux.wait(forText: "0.8000")
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test("a dumb terminal gets the plain summary")
  func dumbTerminal() throws {
    let tmux = try Tmux("$LOGITSCOPE", environment: ["TERM": "dumb"])
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    #expect(try tmux.capture().contains("0.8000"))
  }

  @Test("data through standard input leave the keys to the terminal")
  func pipedInput() throws {
    let tmux = try Tmux("printf '1 2 3' | $LOGITSCOPE")
    try tmux.waitUntilOpen()
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test("a broken file is one line of error")
  func brokenFile() throws {
    let tmux = try Tmux(
      "printf '{' > $DIRECTORY/broken.json; $LOGITSCOPE $DIRECTORY/broken.json",
      columns: 250
    )
    #expect(try tmux.outcome() == "exit=1 stty-same=yes")
    let lines = try tmux.capture().split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("logitscope:") == true)
  }

  @Test("pasted text runs no command")
  func paste() throws {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.wait(forText: "0.8000")
    try tmux.paste("]]]q")
    try tmux.send("?")
    let screen = try tmux.wait(for: "an answer to the key") { !$0.contains("]]]") }
    #expect(!screen.contains("stty-same"))
    #expect(try tmux.isOnAlternateScreen())
  }

  @Test("a nudge takes few bytes and never clears the screen")
  func bytes() throws {
    let tmux = try Tmux("$LOGITSCOPE")
    try tmux.wait(forText: "0.8000")
    try tmux.send("Home")
    let log = tmux.directory.appendingPathComponent("bytes")
    try tmux.record(to: log)
    let nudges = 20
    for _ in 0..<nudges {
      let before = try tmux.capture()
      try tmux.send("Right")
      try tmux.wait(for: "the nudge") { $0 != before }
    }
    try tmux.send("q")
    _ = try tmux.outcome()
    let written = try Data(contentsOf: log)
    #expect(written.count <= nudges * 750)
    #expect(written.range(of: Data("\u{1B}[2J".utf8)) == nil)
  }
}
