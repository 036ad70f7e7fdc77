import ArgumentParser
import Glibc

/// Starts a command and says in one line what went wrong.
@main
enum Main {
  private static let wrongUsage: Int32 = 2

  static func main() {
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
      output.write(help(Logitscope.message(for: error)) + "\n")
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

  /// The command that needs no name is hidden, and its options are what most people look for.
  private static func help(_ message: String) -> String {
    message == Logitscope.helpMessage() ? Logitscope.helpMessage(for: Explore.self) : message
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
