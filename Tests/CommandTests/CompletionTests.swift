import Foundation
import Testing

@Suite("Completions")
struct CompletionTests {
  /// What a shell completes these lines to, each up to where the cursor stands.
  private func bash(_ lines: [[String]]) throws -> [[Substring]] {
    let queries = lines.map { words in
      "q " + words.map { "'\($0)'" }.joined(separator: " ")
    }
    let program = try Program(
      shell: """
        { "$0" --generate-completion-script bash; cat <<'END'
        q() {
          COMP_WORDS=(logitscope "$@") COMP_CWORD=$# COMPREPLY=()
          _logitscope
          echo "${COMPREPLY[*]}"
        }
        \(queries.joined(separator: "\n"))
        END
        } | bash
        """
    )
    #expect(program.errors == "")
    let replies = program.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(replies.count == lines.count)
    return replies.map { $0.split(separator: " ") }
  }

  private func words(_ screen: HelpScreen) -> [String] {
    screen.command.isEmpty ? [] : [screen.command]
  }

  @Test("bash completes every option of every help, and no other")
  func options() throws {
    let screens = try HelpScreen.all
    let replies = try bash(screens.map { words($0) + ["-"] })
    for (screen, reply) in zip(screens, replies) {
      #expect(
        Set(reply.map(String.init)) == Set(screen.options.flatMap(\.names)),
        "\(screen.command)"
      )
    }
  }

  @Test("bash completes every value that a help lists, and nothing where any text will do")
  func values() throws {
    for screen in try HelpScreen.all {
      let valued = screen.options.filter(\.takesValue)
      let replies = try bash(valued.map { words(screen) + [$0.names[0], ""] })
      for (option, reply) in zip(valued, replies) {
        #expect(reply.map(String.init) == option.values, "\(screen.command) \(option.names)")
      }
    }
  }

  @Test("bash completes commands, and the names of lessons, examples and losses")
  func names() throws {
    let replies = try bash([
      [""], ["e"], ["problem.json", "e"], ["lesson", ""],
      ["lesson", "negatives", "--check", "all"],
      ["play", "stop"], ["examples", ""], ["--example", "pe"], ["--loss", "=", "bri"],
      ["--loss", "="],
      ["eval", "--format", "j"], ["render", "--format", "a"], ["--logits", "-"],
    ])
    let lessons = try Program("lesson").lines.compactMap { $0.firstMatch(of: /^ *\d+  (\S+)/)?.1 }
    let examples = try Program("examples").lines.filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: " ").first }
    let losses = try HelpScreen("").options.first { $0.names == ["--loss"] }?.values ?? []
    try #require(lessons.count > 10 && examples.count > 10 && losses.count > 5)
    #expect(replies[0].map(String.init) == (try HelpScreen.commands))
    #expect(replies[1] == ["eval", "examples"])
    #expect(replies[2] == [])
    #expect(replies[3] == lessons)
    #expect(replies[4] == ["all-class-nll"])
    #expect(replies[5] == ["stop-caring"])
    #expect(replies[6] == examples)
    #expect(replies[7] == ["pets"])
    #expect(replies[8] == ["brier"])
    #expect(replies[9].map(String.init) == losses)
    #expect(replies[10] == ["json"])
    #expect(replies[11] == ["ansi"])
    #expect(replies[12] == [])
  }

  @Test("the script for fish knows every option and every value of every help, and no other")
  func fish() throws {
    let lines = try Program("--generate-completion-script", "fish").lines
    for screen in try HelpScreen.all {
      let name = screen.command.isEmpty ? "explore" : screen.command
      let own = lines.filter { $0.contains(" -n '__logitscope_is \(name)'") }
      let known = own.flatMap { $0.matches(of: #/ -(?:l ([a-z-]+)|s ([a-z]))/#) }
        .map { $0.1.map { "--" + $0 } ?? "-" + ($0.2 ?? "") }
      #expect(Set(known) == Set(screen.options.flatMap(\.names)), "\(name)")
      for entry in screen.entries where !entry.values.isEmpty {
        let values = "-a '\(entry.values.joined(separator: " "))'"
        let option = entry.isOption ? " -l \(entry.names[0].dropFirst(2)) " : values
        #expect(
          own.contains { $0.contains(option) && $0.contains(values) },
          "\(name) \(entry.names)"
        )
      }
    }
    for command in try HelpScreen.commands {
      #expect(lines.contains { $0.contains(" -eq 1' -a \(command) ") }, "\(command)")
    }
  }

  @Test("the script for zsh knows every option and every value of every help, and no other")
  func zsh() throws {
    let script = try Program("--generate-completion-script", "zsh").output
    for screen in try HelpScreen.all {
      let name = screen.command.isEmpty ? "*" : screen.command
      let start = try #require(script.range(of: "\n    \(name))\n")).upperBound
      let block = try #require(script[start...].split(separator: "\n        ;;").first)
      let known = block.matches(of: /(?:^|['\s)*])(-[a-z-]+)=?\[/.anchorsMatchLineEndings())
        .map { String($0.1) }
      #expect(Set(known) == Set(screen.options.flatMap(\.names)), "\(name)")
      for entry in screen.entries where !entry.values.isEmpty {
        let separators = entry.isOption || name == "examples" ? " " : "\n            "
        #expect(
          block.contains(entry.values.joined(separator: separators)),
          "\(name) \(entry.names)"
        )
      }
    }
    for command in try HelpScreen.commands {
      #expect(script.contains("'\(command):"), "\(command)")
    }
  }

  /// Both are rarely installed where the tests run, and the scripts are compared with the help all the same.
  @Test(
    "the shells themselves take their scripts",
    arguments: [
      (
        "fish", "",
        """
        for line in 'logitscope e' 'logitscope --loss=bri' 'logitscope examples pe'
          complete -C $line
        end
        """,
        ["eval\t", "examples\t", "--loss=brier\t", "pets"]
      ),
      (
        "zsh", "compdef() { :; }",
        """
        _arguments() { print -rl -- $CURRENT "$@" }
        words=(logitscope examples pe) CURRENT=3
        _logitscope
        """,
        ["2", "-S", ":", "1:name:(negatives "]
      ),
    ].filter { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0.0)") }
  )
  func otherShells(_ shell: String, _ first: String, _ lines: String, _ starts: [String]) throws {
    let program = try Program(
      shell: """
        { echo '\(first)'; "$0" --generate-completion-script \(shell); cat <<'END'
        \(lines)
        END
        } | \(shell)
        """
    )
    #expect(program.errors == "")
    #expect(program.lines.count >= starts.count)
    for (line, start) in zip(program.lines, starts) {
      #expect(line.hasPrefix(start))
    }
  }

  @Test("a shell that is not known is refused in one line")
  func unknownShell() throws {
    let program = try Program("--generate-completion-script", "tcsh")
    #expect(program.status != 0)
    #expect(program.output == "")
    #expect(
      program.errors.hasPrefix("logitscope: ") && program.errors.split(separator: "\n").count == 1
    )
  }
}
