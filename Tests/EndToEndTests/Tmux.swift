import Foundation

/// A program in a terminal of its own: a private tmux server with one pane.
///
/// The server is killed when the value goes, also when a test has failed.
final class Tmux {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Removed with all that is in it, the server's socket included.
  let directory = FileManager.default.temporaryDirectory
    .appendingPathComponent("logitscope-\(UUID().uuidString)")

  /// Runs a line of sh in a pane of that size, and after it reports how it went (see `outcome`).
  ///
  /// The line finds the program's path in `$LOGITSCOPE`.
  convenience init(
    _ line: String,
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    let script = """
      before=$(stty -g)
      \(line)
      code=$?
      same=no; [ "$before" = "$(stty -g)" ] && same=yes
      echo "exit=$code stty-same=$same"
      exec cat
      """
    try self.init(["sh", "-c", script], columns: columns, rows: rows, environment: environment)
  }

  /// An interactive shell, for what only job control can show.
  static func shell() throws -> Tmux {
    try Tmux(["bash", "--norc", "--noprofile", "-i"], columns: 80, rows: 24, environment: [:])
  }

  private init(_ command: [String], columns: Int, rows: Int, environment: [String: String]) throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let program = try Self.program()
    var variables = ["LANG": "C.UTF-8", "TERM": "tmux-256color", "PS1": "ready> "]
    variables.merge(environment) { $1 }
    let assignments =
      ["LOGITSCOPE=\(program.path)", "DIRECTORY=\(directory.path)"]
      + variables.map { "\($0)=\($1)" }
    let unset = [
      "-u", "LC_ALL", "-u", "NO_COLOR", "-u", "CLICOLOR", "-u", "LINES", "-u", "COLUMNS",
    ]
    try tmux(
      ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "--", "env"] + unset + assignments
        + command
    )
    try tmux(["set-option", "-g", "status", "off"])
    try resize(columns: columns, rows: rows)
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: directory)
  }

  /// The product that was built beside the tests.
  private static func program() throws -> URL {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let program = tests.deletingLastPathComponent().appendingPathComponent("logitscope")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw Failure(description: "no program at \(program.path)")
    }
    return program
  }

  /// Types keys by tmux's names for them: "q", "Right", "C-z".
  func send(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Types a text as it stands.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", text])
  }

  /// Puts a text in as a terminal pastes: in brackets where the program asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Copies every byte that the program writes from now on into a file.
  func record(to file: URL) throws {
    try tmux(["pipe-pane", "cat > '\(file.path)'"])
  }

  /// The pane's text, a line for each row.
  func capture() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The pane's text with the sequences that set its colours.
  func captureWithColors() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Whether the program has taken the screen over.
  func isOnAlternateScreen() throws -> Bool { try value("alternate_on") == "1" }

  /// A format of tmux, such as `cursor_flag` or `mouse_any_flag`.
  func value(_ format: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(format)}"]).trimmingCharacters(in: .newlines)
  }

  /// The screen once it fulfils a condition; fails with the screen where it does not in time.
  @discardableResult
  func wait(
    for what: String,
    seconds: Int = 10,
    until isFulfilled: (String) throws -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let screen = try capture()
      if try isFulfilled(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw Failure(description: "waited in vain for \(what); the screen is:\n\(screen)")
      }
      poll(nil, 0, 10)
    }
  }

  @discardableResult
  func wait(forText text: String) throws -> String {
    try wait(for: "“\(text)”") { $0.contains(text) }
  }

  func waitUntilOpen() throws {
    try wait(for: "the alternate screen with something on it") { screen in
      try isOnAlternateScreen() && screen.contains { !$0.isWhitespace }
    }
  }

  /// How the program ended and whether the terminal's modes are as before: "exit=0 stty-same=yes".
  func outcome() throws -> String {
    let screen = try wait(forText: "stty-same=")
    return screen.split(separator: "\n").first { $0.contains("stty-same=") }
      .map(String.init) ?? ""
  }

  /// Foundation's `Process` would wait for the server too, which inherits what it watches.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let socket = directory.appendingPathComponent("tmux").path
    let output = directory.appendingPathComponent("output").path
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)

    // The threads of a test run block signals, which the programs in the pane would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let words = ["env", "-u", "TMUX", "tmux", "-u", "-S", socket, "-f", "/dev/null"] + arguments
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, "env", &actions, &attributes, &pointers, environ) == 0 else {
      throw Failure(description: "tmux cannot be started")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR { continue }
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    guard status == 0 else {
      throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(text)")
    }
    return text
  }
}
