import ArgumentParser
import Glibc

/// Starts a command and says in one line what went wrong.
@main
enum Main {
  private static let wrongUsage: Int32 = 2

  static func main() {
    // A file that may not grow any further is an error, as is a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try Logitscope.parseAsRoot()
      try command.run()
    } catch {
      exit(status(of: error))
    }
  }

  private static func status(of error: any Error) -> Int32 {
    // A command that has said itself what is wrong.
    if let code = error as? ExitCode { return code.rawValue }
    switch Logitscope.exitCode(for: error) {
    case .success:
      var output = StandardStream(.output)
      output.write(shown(Logitscope.message(for: error)) + "\n")
      output.flush()
      return EXIT_SUCCESS
    case .validationFailure:
      // The parser's own message stands before its usage and its hint.
      complain(flat(Logitscope.message(for: error)) + " (see 'logitscope --help')")
      return wrongUsage
    default:
      complain("\(error)")
      return EXIT_FAILURE
    }
  }

  /// What the parser would print; it takes no notice of the command that needs no name, whose options are what
  /// most people look for.
  private static func shown(_ message: String) -> String {
    if message == Logitscope.helpMessage() { return Logitscope.helpMessage(for: Explore.self) }
    let shell = CompletionShell.allCases.first { Logitscope.completionScript(for: $0) == message }
    guard let shell, let program = try? ProgramOutline() else { return message }
    return program.completionScript(for: shell)
  }

  /// The parser's list of choices, one a line, as words with commas between.
  private static func flat(_ message: String) -> String {
    let bullet = "  - "
    let lines = message.split(whereSeparator: \.isNewline)
    let choices = lines.filter { $0.hasPrefix(bullet) }.map { $0.dropFirst(bullet.count) }
    let text = lines.filter { !$0.hasPrefix(bullet) }.joined(separator: " ")
    return choices.isEmpty ? text : text + " " + choices.joined(separator: ", ")
  }
}
