import ArgumentParser
import ProblemFiles

/// The command line as a whole: the manual and the completions are made from it, so that they know each option
/// there is.
struct ProgramOutline {
  /// In one line.
  let abstract: String
  /// What happens without a command.
  let main: CommandOutline
  /// Those that have to be named.
  let commands: [CommandOutline]
  /// What every command takes.
  let general: [CommandOutline.Argument]

  var all: [CommandOutline] { [main] + commands }

  init() throws(FileError) {
    let program = try JSONReader.read(Logitscope._dumpHelp())["command"]
    let commands = (program?["subcommands"]?.nodes ?? []).map(CommandOutline.init)
    guard let program, let main = commands.first(where: { $0.name == Explore._commandName }) else {
      throw FileError(source: Logitscope._commandName, "the parser describes no command")
    }
    let outline = CommandOutline(program)
    abstract = outline.abstract
    general = outline.arguments
    self.main = main
    // The parser's own command tells what --help tells.
    self.commands = commands.filter { $0.isShown && $0.name != "help" }
  }

  func completionScript(for shell: CompletionShell) -> String {
    switch shell {
    case .bash: BashCompletion.script(self)
    case .zsh: ZshCompletion.script(self)
    default: FishCompletion.script(self)
    }
  }
}
