import Explorer
import Foundation
import Testing

@Suite("The manual page")
struct ManualTests {
  private static let program = Swift.Result { try Program("generate-manual") }
  private let page: String

  init() throws {
    let program = try Self.program.get()
    try #require(program.status == 0 && program.errors == "")
    page = program.output
  }

  /// The page as it reads on one line, its macros among the words.
  private var flat: String {
    let signs = [
      "\\&": "", "\\%": "", "\\-": "-", "\\(aq": "'", "\\(dq": "\"", "\\(ti": "~", "\\e": "\\",
    ]
    let text = signs.reduce(page) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
      .replacing(/\\\[u([0-9A-F]+)\]/) { match in
        String(UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? "?")
      }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The options of each command, read as a person reads the page: those below the command, and those of the sections
  /// that name it.
  private var options: [String: Set<String>] {
    get throws {
      let commands = try [""] + HelpScreen.commands
      var options: [String: Set<String>] = [:]
      var takers = [""]
      var names: [String] = []
      for line in page.split(separator: "\n").map({ String($0.replacing("\\", with: "")) }) {
        if let match = line.wholeMatch(of: /\.It Cm (.*)/) {
          takers = [String(match.1)]
        } else if line == ".Ss All commands" {
          takers = commands
        } else if line.wholeMatch(of: /W.*:/) != nil {
          takers = Self.commands(line)
        } else if line.hasPrefix(".It ") {
          names = line.matches(of: /Fl (-?[a-z]-*[a-z-]*)/).map { "-" + $0.1 }
          for taker in takers { options[taker, default: []].formUnion(names) }
        } else if line.hasPrefix("Not with") {
          for taker in Self.commands(line) { options[taker]?.subtract(names) }
        } else if line == ".Sh KEYS" {
          break
        }
      }
      return options
    }
  }

  /// Those that a line names: "Without a command, with eval:".
  private static func commands(_ line: String) -> [String] {
    (line.lowercased().contains("without a command") ? [""] : [])
      + line.matches(of: /\b[Ww]ith ([a-z]+)/).map { String($0.1) }
  }

  @Test("every option of every help stands in the page with its command, and no other")
  func optionsAgree() throws {
    let told = try options
    let screens = try HelpScreen.all
    #expect(Set(told.keys) == Set(screens.map(\.command)))
    for screen in screens {
      #expect(told[screen.command] == Set(screen.options.flatMap(\.names)), "\(screen.command)")
    }
  }

  @Test("what the helps say of an option or an argument, the page says")
  func wordsAgree() throws {
    let flat = flat
    for screen in try HelpScreen.all {
      for entry in screen.entries {
        for text in [entry.about, entry.values.joined(separator: ", ")] where !text.isEmpty {
          let isTold = flat.contains(text)
          #expect(isTold, "\(screen.command) \(entry.names): \(text)")
        }
      }
    }
    let commands = page.matches(of: /\n\.Nm\n\.Cm ([a-z]+)\n/).map { String($0.1) }
    #expect(commands == (try HelpScreen.commands))
  }

  @Test(
    "every key and every command of the explorer stands in the page with what it does, and no other"
  )
  func keysAgree() throws {
    let flat = flat
    for command in Command.all {
      let call = "Ic :\(command.name) "
      let isTold =
        command.keys.isEmpty
        ? flat.contains(".It " + call) && flat.contains(" \(command.does.en) .")
        : flat.contains(".It Ic \(command.keyLabel(.ascii)) \(command.does.en) .Pq \(call)")
      #expect(isTold, "\(command.name)")
    }
    #expect(page.matches(of: #/\n\.It Ic /#).count == Command.all.count)
  }

  @Test("the page tells of each variable that the program reads, and no other")
  func environmentAgrees() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let calls = ["nvironment(\"", "getenv(\"", "folder(\"", "[\"LC_ALL\""]
    var read: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") where calls.contains(where: { line.contains($0) }) {
        read.formUnion(line.matches(of: /"([A-Z_]+)"/).map { String($0.1) })
      }
    }
    let told = page.matches(of: /\n\.It Ev ([A-Z_]+)/).map { String($0.1) }
    #expect(Set(told) == read)
    #expect(told == told.sorted())
  }

  @Test("the page is ASCII, in lines that no request hides in")
  func lines() throws {
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.hasPrefix(".Dd ") && page.hasSuffix(".\n"))
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      #expect(!line.isEmpty && !line.hasPrefix("'"))
      #expect(!line.hasPrefix(".") || line.contains(/^\.[A-Z][a-z]( |$)/), "\(line)")
      #expect(line.hasPrefix(".") || !line.contains(/(^|[ (])-/), "\(line)")
    }
  }

  /// mandoc is rarely installed where the tests run.
  @Test(
    "a formatter finds nothing to mend",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc"))
  )
  func formatter() throws {
    let program = try Program(shell: "\"$0\" generate-manual | mandoc -T lint -W style")
    #expect(program.output == "" && program.errors == "")
  }

  @Test("make install puts the program, its page and its completions where a system looks for them")
  func install() throws {
    let folder = TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().path
    // The program is there: what is tried is what comes after it is built.
    let install = try Program(
      shell:
        "make -C '\(root)' install RELEASE=: PROGRAM=\"$0\" DESTDIR='\(folder.path)' PREFIX=/opt"
    )
    #expect(install.status == 0, "\(install.errors)")
    let installed = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
    let made = [
      "share/man/man1/logitscope.1": ["generate-manual"],
      "share/bash-completion/completions/logitscope": ["--generate-completion-script", "bash"],
      "share/zsh/site-functions/_logitscope": ["--generate-completion-script", "zsh"],
      "share/fish/vendor_completions.d/logitscope.fish": ["--generate-completion-script", "fish"],
    ]
    let files = try #require(installed).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: "\(folder.path)/\(path)",
        isDirectory: &isFolder
      )
        && !isFolder.boolValue
    }
    #expect(Set(files) == Set((made.keys + ["bin/logitscope"]).map { "opt/" + $0 }))
    for (path, arguments) in made {
      let text = try String(contentsOfFile: "\(folder.path)/opt/\(path)", encoding: .utf8)
      #expect(
        text == (try Program(shell: "\"$0\" \(arguments.joined(separator: " "))").output),
        "\(path)"
      )
    }
  }
}
