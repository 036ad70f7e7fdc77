import Explorer

/// The script that completes the command line in bash.
enum BashCompletion {
  static func script(_ program: ProgramOutline) -> String {
    let names = program.commands.map(\.name).joined(separator: " ")
    let first = "            if ((COMP_CWORD == 1)); then words=\(quotedForShell(names)); fi"
    let cases =
      program.commands.map { lines($0, pattern: $0.name) }
      + [lines(program.main, pattern: "*", first: first)]
    return """
      # Made by logitscope --generate-completion-script bash
      _logitscope() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
          local command='' words='' options='' files=''
          # Readline takes --loss=brier for three words.
          if [[ $word == = ]]; then word=''; fi
          if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
          if ((COMP_CWORD > 1)); then command=${COMP_WORDS[1]}; fi
          case $command in
      \(cases.joined().joined(separator: "\n"))
          esac
          if [[ $word == -* ]]; then words=$options; fi
          # Files are what readline offers where nothing else fits.
          if [[ -z $files ]]; then compopt +o bashdefault +o default 2>/dev/null; fi
          mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
      }
      complete -o bashdefault -o default -F _logitscope logitscope
      """
  }

  private static func lines(
    _ command: CommandOutline,
    pattern: String,
    first: String? = nil
  ) -> [String] {
    let valued = command.options.filter { $0.value != nil }
    let free = valued.filter { offer($0).isEmpty }.flatMap(\.names).joined(separator: " | ")
    let offers = valued.filter { !offer($0).isEmpty }
      .map {
        "        \($0.names.joined(separator: " | "))) \(offer($0).joined(separator: " ")) ;;"
      }
    let names = command.options.flatMap(\.names).joined(separator: " ")
    return ["    \(pattern))", "        case $before in"]
      + offers
      + (free.isEmpty ? [] : ["        \(free)) ;;"])
      + ["        *)"]
      + ["            options=\(quotedForShell(names))"]
      + command.places.flatMap(offer).map { "            " + $0 }
      + [first].compactMap { $0 }
      + ["            ;;", "        esac", "        ;;"]
  }

  /// What there is to choose from, as assignments; nothing where any text will do.
  private static func offer(_ argument: CommandOutline.Argument) -> [String] {
    let words = argument.choices.joined(separator: " ")
    return (words.isEmpty ? [] : ["words=" + quotedForShell(words)])
      + (argument.takesFile ? ["files=yes"] : [])
  }
}
