import Explorer

/// The script that completes the command line in zsh.
enum ZshCompletion {
  static func script(_ program: ProgramOutline) -> String {
    let names = program.commands.map { quotedForShell("\($0.name):\($0.abstract)") }
    let cases =
      program.commands.map { lines($0, pattern: $0.name) }
      + [lines(program.main, pattern: "*", first: names)]
    return """
      #compdef logitscope
      # Made by logitscope --generate-completion-script zsh
      _logitscope() {
          local command
          local -a names arguments
          if (( CURRENT > 2 )); then command=$words[2]; fi
          case $command in
      \(cases.joined().joined(separator: "\n"))
          esac
          _arguments -S : $arguments
      }
      _logitscope_names_or_files() {
          local found=1
          _describe name names && found=0
          _files && found=0
          return found
      }
      if [[ $funcstack[1] == _logitscope ]]; then
          _logitscope "$@"
      else
          compdef _logitscope logitscope
      fi
      """
  }

  private static func lines(
    _ command: CommandOutline,
    pattern: String,
    first: [String]? = nil
  ) -> [String] {
    let choices = command.places.filter(\.takesFile).flatMap(\.choices)
    let start =
      first.map { array("(( CURRENT == 2 )) && names", $0) }
      ?? ["        shift words; (( CURRENT-- ))"] + array("names", choices)
    return ["    \(pattern))"] + start + array("arguments", command.arguments.map(spec))
      + ["        ;;"]
  }

  private static func array(_ name: String, _ words: [String]) -> [String] {
    guard !words.isEmpty else { return [] }
    return ["        \(name)=("] + words.map { "            " + $0 } + ["        )"]
  }

  /// The argument as `_arguments` takes it.
  private static func spec(_ argument: CommandOutline.Argument) -> String {
    let about = "[\(escaped(argument.abstract))]"
    guard let value = argument.value else {
      let others = argument.names.count > 1 ? "(\(argument.names.joined(separator: " ")))" : ""
      return argument.names.map { quotedForShell(others + $0 + about) }.joined(separator: " ")
    }
    let offer = ":\(escaped(value)):" + action(argument)
    let many = argument.isRepeating ? "*" : ""
    let named = argument.names.map { quotedForShell("\(many)\($0)=\(about)\(offer)") }
    guard named.isEmpty else { return named.joined(separator: " ") }
    return quotedForShell((argument.isRepeating ? "*" : "1") + offer)
  }

  private static func action(_ argument: CommandOutline.Argument) -> String {
    if argument.takesFile {
      argument.names.isEmpty ? "_logitscope_names_or_files" : "_files"
    } else if argument.choices.isEmpty {
      " "
    } else {
      "(\(argument.choices.joined(separator: " ")))"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.map { "\\[]:".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
