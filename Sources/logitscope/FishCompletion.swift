import Explorer

/// The script that completes the command line in fish.
enum FishCompletion {
  static func script(_ program: ProgramOutline) -> String {
    let names = program.commands.map(\.name).joined(separator: " ")
    let commands = program.commands.map { command in
      "complete -c logitscope -n 'test (count (commandline -opc)) -eq 1' -a \(command.name)"
        + about(command.abstract)
    }
    let arguments = program.all.flatMap { command in
      command.arguments.filter { !isUsual($0) }.map { line($0, of: command) }
    }
    return """
      # Made by logitscope --generate-completion-script fish
      # Whether the first word is a command, or else the one that needs no name.
      function __logitscope_is
          set -l typed (commandline -opc)
          contains -- "$typed[2]" \(names)
          or set typed[2] \(program.main.name)
          test "$typed[2]" = $argv[1]
      end
      \((commands + arguments).joined(separator: "\n"))
      """
  }

  /// Files by their place are what fish offers anyway.
  private static func isUsual(_ argument: CommandOutline.Argument) -> Bool {
    argument.names.isEmpty && argument.takesFile && argument.choices.isEmpty
  }

  private static func line(
    _ argument: CommandOutline.Argument,
    of command: CommandOutline
  ) -> String {
    let names = argument.names.map { name in
      name.hasPrefix("--") ? " -l " + name.dropFirst(2) : " -s " + name.dropFirst()
    }
    // Files are offered wherever they are not kept away.
    let files: String =
      switch (argument.value == nil, names.isEmpty, argument.takesFile) {
      case (true, _, _), (_, true, true): ""
      case (_, true, false): " -f"
      case (_, false, true): " -r -F"
      case (_, false, false): " -x"
      }
    let choices = argument.choices.joined(separator: " ")
    return "complete -c logitscope -n '__logitscope_is \(command.name)'"
      + names.joined()
      + files
      + (choices.isEmpty ? "" : " -a " + quotedForShell(choices))
      + (names.isEmpty ? "" : about(argument.abstract))
  }

  private static func about(_ abstract: String) -> String { " -d " + quotedForShell(abstract) }
}
