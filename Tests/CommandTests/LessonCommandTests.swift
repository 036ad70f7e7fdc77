import Foundation
import Testing

@Suite("logitscope lesson and play")
struct LessonCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let variables = ["XDG_STATE_HOME": folder.path].merging(environment) { $1 }
      .map { "\($0)='\($1)'" }.joined(separator: " ")
    return try Program(shell: "cd '\(folder.path)' && \(variables) \"$0\" \(line) </dev/null")
  }

  private func keep(_ text: String) throws -> String {
    let directory = folder.path + "/logitscope"
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: directory + "/progress.json"))
    return directory + "/progress.json"
  }

  private func names(_ list: Program) -> [Substring] {
    list.lines.compactMap { line in
      let words = line.split(separator: " ")
      return words.first.flatMap { Int($0) } == nil ? nil : words[1]
    }
  }

  @Test("the lessons are listed with their progress, in lines of one width")
  func list() throws {
    let fresh = try run("lesson")
    #expect(fresh.status == 0 && fresh.errors == "")
    #expect(names(fresh).first == "negatives")
    #expect(!fresh.output.contains("●") && fresh.output.contains("○○○"))
    #expect(Set(fresh.lines.dropLast().map(\.count)).count == 1)
    #expect(fresh.lines.allSatisfy { $0.count <= 80 && $0.last != " " })
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/logitscope"))

    _ = try keep(
      "{\"version\": 1, \"lessons\": {\"negatives\": {\"step\": 2, \"done\": [0, 1, 99]}}}"
    )
    let begun = try run("lesson")
    let rows = zip(fresh.lines, begun.lines).filter { $0 != $1 }
    #expect(rows.count == 1)
    let row = try #require(rows.first?.1)
    #expect(row.contains(" negatives ") && row.contains(" ●●○") && row.contains(" 2/"))
  }

  @Test("the list in Korean, and in ASCII")
  func looks() throws {
    let korean = try run("lesson", "--lang", "ko")
    #expect(korean.output.contains("\u{B808}\u{C2A8}"))
    for program in [
      try run("lesson", "--ascii"), try run("lesson", environment: ["LC_ALL": "C"]),
      try run("lesson", "--lang", "ko", environment: ["LC_ALL": "C"]),
    ] {
      #expect(program.output.utf8.allSatisfy { $0 < 0x80 })
      #expect(program.output.contains("ooo"))
    }
  }

  @Test("without a terminal a lesson prints its first screen, by name, number or file")
  func screen() throws {
    let byName = try run("lesson", "negatives")
    #expect(byName.status == 0 && byName.errors == "")
    #expect(byName.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    #expect(byName.output.contains("softmax"))
    #expect(try run("lesson", "1").output == byName.output)
    #expect(try run("lesson", "negatives", "--lang", "ko").output != byName.output)
    #expect(try run("play", "negatives").output.contains("softmax"))
    _ = try run("lesson", "--new", "mine.yaml")
    #expect(try run("lesson", "mine.yaml").output.contains("softmax"))
    #expect(try run("play", "./mine.yaml", "--pace", "60").status == 0)
  }

  @Test("every bundled lesson opens and passes its check")
  func bundled() throws {
    for name in names(try run("lesson")) {
      let check = try run("lesson", "--check", String(name))
      #expect(check.output.wholeMatch(of: /([a-z-]+): \d+ steps, ok\n/)?.1 == name)
      #expect(check.errors == "" && check.status == 0)
      #expect(try run("lesson", String(name)).status == 0)
    }
  }

  @Test("a lesson to start from is good, and written once")
  func template() throws {
    let path = "it's mine.yaml"
    let line = "cd '\(folder.path)' && \"$0\" lesson --new \"\(path)\" </dev/null"
    let first = try Program(shell: line)
    #expect(first.status == 0 && first.errors == "")
    #expect(first.output.contains("logitscope lesson --check 'it'\\''s mine.yaml'"))
    let file = URL(fileURLWithPath: folder.path + "/" + path)
    let written = try Data(contentsOf: file)
    #expect(!written.isEmpty)
    let check = try Program(shell: line.replacing("--new", with: "--check"))
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("it's mine.yaml: ") && check.output.hasSuffix(", ok\n"))

    try Data("mine".utf8).write(to: file)
    let second = try Program(shell: line)
    #expect(second.status == 1 && second.output == "")
    #expect(
      second.errors == "logitscope: \(path): it exists; name a file that is not there yet\n"
    )
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
  }

  @Test(
    "a file that cannot be written is said in one line",
    arguments: [
      ("none/x.yaml", "there is no such directory; make it first"),
      ("", "there is no such directory; make it first"),
      (".", "it exists; name a file that is not there yet"),
    ]
  )
  func notWritten(_ path: String, _ message: String) throws {
    let program = try run("lesson", "--new", path)
    #expect(program.status == 1)
    #expect(program.errors == "logitscope: \(path): \(message)\n")
  }

  @Test("a check goes through all files and says each finding in a line")
  func check() throws {
    _ = try run("lesson", "--new", "good.yaml")
    try Data("name: [".utf8).write(to: URL(fileURLWithPath: folder.path + "/bad.yaml"))
    let program = try run("lesson", "--check", "bad.yaml", "none.yaml", "good.yaml", "negatives")
    #expect(program.status == 1)
    #expect(program.lines.count == 2)
    #expect(program.lines.first?.hasPrefix("good.yaml: ") == true)
    #expect(program.lines.allSatisfy { $0.hasSuffix(", ok") })
    let errors = program.errors.split(separator: "\n")
    #expect(errors.count == 2)
    #expect(errors.first?.hasPrefix("logitscope: bad.yaml: line 1: ") == true)
    #expect(errors.last == "logitscope: none.yaml: there is no such file; check the name")
  }

  @Test(
    "a lesson that is not there or is none is refused in one line",
    arguments: ["lesson", "play"]
  )
  func refused(_ command: String) throws {
    for path in ["none.yaml", "./none", "/"] {
      let program = try run(command, path)
      #expect(program.status == 1 && program.output == "")
      #expect(program.errors.hasPrefix("logitscope: \(path): "), "\(program.errors)")
      #expect(program.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("damaged progress is set aside with a warning, and the lesson begins anew")
  func damaged() throws {
    for arguments in [["lesson"], ["lesson", "negatives"]] {
      let fresh = try Program(
        shell: "XDG_STATE_HOME=/nowhere \"$0\" \(arguments.joined(separator: " "))"
      )
      let path = try keep("{\"version\": 1")
      let program = try arguments.count == 1 ? run("lesson") : run("lesson", "negatives")
      #expect(program.status == 0)
      #expect(program.output == fresh.output)
      #expect(
        program.errors.wholeMatch(
          of: /logitscope: (.*): line 1: .*; it is now progress\.json\.damaged(\.2)?, and .*\n/
        )?.1 == path[...]
      )
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(FileManager.default.fileExists(atPath: path + ".damaged"))
    }
  }

  @Test("progress of a later version is left alone")
  func laterVersion() throws {
    let text = "{\"version\": 2}"
    let path = try keep(text)
    let program = try run("lesson")
    #expect(program.status == 0 && !names(program).isEmpty)
    #expect(
      program.errors
        == "logitscope: \(path): a later logitscope wrote it; progress is not kept\n"
    )
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("a demonstration asks for no progress")
  func play() throws {
    let path = try keep("oops")
    #expect(try run("play", "negatives").errors == "")
    #expect(FileManager.default.fileExists(atPath: path))
  }

  // MARK: Demonstrations

  private func demonstrate(_ text: String) throws -> Program {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/talk.txt"))
    return try run("play", "./talk.txt")
  }

  @Test("a demonstration as text plays on an example, and only plays")
  func demonstration() throws {
    let text = "# Watch the horse.\nexample pets\npress ] ]\n"
    let screen = try demonstrate(text)
    #expect(screen.status == 0 && screen.errors == "")
    #expect(screen.output.contains("Watch the horse.") && screen.output.contains("horse  "))
    let lesson = try run("lesson", "./talk.txt")
    #expect(lesson.status == 1 && lesson.errors.contains("it is a demonstration"))
    #expect(try demonstrate("# Only a caption.\n").output.contains("Only a caption."))
  }

  @Test(
    "a demonstration that cannot be played is refused with its line",
    arguments: [
      ("press ]\nnugde 1\n", "./talk.txt: line 2: 'nugde 1': no command"),
      (
        "# x\nexample petz\npress ]\n",
        "./talk.txt: there is no example 'petz'; did you mean 'pets'?"
      ),
      ("save! x.svg\n", "./talk.txt: line 1: 'save! x.svg': not for a script"),
      ("press p\n", "./talk.txt: line 1: 'press p': it asks for a value"),
      ("nudge 1\n# x\nclass zebra\n", "./talk.txt: line 3: 'class zebra': no class"),
      ("# {nugde}\nnudge 1\n", "./talk.txt: line 1: {nugde} names no command"),
      ("", "./talk.txt: it has no captions and no commands"),
    ]
  )
  func refusedDemonstration(text: String, says: String) throws {
    let refused = try demonstrate(text)
    #expect(refused.status == 1 && refused.output == "")
    #expect(refused.errors.hasPrefix("logitscope: " + says))
    #expect(refused.errors.split(separator: "\n").count == 1)
  }
}
