import Testing

@Suite("Usage")
struct UsageTests {
  @Test(
    "wrong usage: one line, exit code 2",
    arguments: [
      (["--nonsense"], "Unknown option '--nonsense'"),
      (["eval", "--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
      (["eval", "--temperature", "warm"], "The value 'warm' is invalid for '--temperature <T>'"),
      (["eval", "--temperature", "0x10"], "The value '0x10' is invalid for '--temperature <T>'"),
      (["eval", "--label-smoothing", "0x1p-2"], "The value '0x1p-2' is invalid for"),
      (["eval", "--gamma", "two"], "The value 'two' is invalid for '--gamma <gamma>'"),
      (
        ["eval", "--hinge-margin", "inf"], "The value 'inf' is invalid for '--hinge-margin <delta>'"
      ),
      (["eval", "--logits"], "Missing value for '--logits <z,z,...>'"),
      (["eval", "a", "b"], "Unexpected argument 'b'"),
      (["eval", "a", "--logits", "1,2"], "FILE and --logits exclude each other; keep one."),
      (["--example", "pets", "-"], "FILE and --example exclude each other; keep one."),
      (
        ["eval", "--logits", "1,2", "--probabilities", "1,2"],
        "--logits and --probabilities exclude each other; keep one."
      ),
      (
        ["eval", "--target", "1", "--targets", "1;2"],
        "--target and --targets exclude each other; keep one."
      ),
      (
        ["eval", "--classes", "a,b", "--classes-file", "names"],
        "--classes and --classes-file exclude each other; keep one."
      ),
      (
        ["--state", "x", "--temperature", "2"],
        "--state holds a whole problem; leave out --temperature."
      ),
      (["--state", "x", "--gamma", "2"], "--state holds a whole problem; leave out --gamma."),
      (["render", "--state", "x", "file"], "--state holds a whole problem; leave out FILE."),
      (["eval", "--jacobian"], "--jacobian needs --format json."),
      (["eval", "--all-losses", "--format", "csv"], "--all-losses needs --format json."),
      (["--example", "nothing"], "The value 'nothing' is invalid for '--example <example>'"),
      (["examples", "nothing"], "The value 'nothing' is invalid for '<name>'"),
      (["render", "--size", "80"], "The value '80' is invalid for '--size <size>'"),
      (["render", "--size", "0x0"], "The value '0x0' is invalid for '--size <size>'"),
      (["render", "--size", "9999x9999"], "The value '9999x9999' is invalid for '--size <size>'"),
      (
        ["render", "--size", "1001x24"],
        "The value '1001x24' is invalid for '--size <size>'; write 80x24 or the like, each from 1 to 1000."
      ),
      (
        ["--example", "nope"],
        "The value 'nope' is invalid for '--example <example>'. Please provide one of the following: negatives, "
      ),
      (["render", "--keys", "ab"], "'ab' in --keys is no key;"),
      (["--loss", "l1"], "The value 'l1' is invalid for '--loss <loss>'"),
    ]
  )
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let program = try Program(shell: "\"$0\" \(line) </dev/null")
    #expect(program.status == 2)
    #expect(program.output == "")
    #expect(program.errors.hasPrefix("logitscope: \(message)"), "\(program.errors)")
    #expect(program.errors.hasSuffix(" (see 'logitscope --help')\n"))
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  @Test("a default size is said as it is written")
  func sizeInHelp() throws {
    let help = try Program("render", "--help").output
    #expect(help.contains("(default: 80x24)"))
    #expect(!help.contains("Size("))
  }

  @Test("a state code that says nothing is refused in one line")
  func badState() throws {
    let program = try Program("render", "--state", "!")
    #expect(program.status == 1)
    #expect(program.errors.hasPrefix("logitscope: "))
    #expect(program.errors.split(separator: "\n").count == 1)
  }

  @Test("the version")
  func version() throws {
    let program = try Program("--version")
    #expect(program.output == "logitscope 0.1.0\n")
    #expect(program.status == 0)
  }

  @Test(
    "help goes to standard output and shows the options of the explorer, which needs no name",
    arguments: [["--help"], ["-h"], ["help"], ["explore", "--help"]]
  )
  func help(_ arguments: [String]) throws {
    let line = arguments.joined(separator: " ")
    let program = try Program(shell: "\"$0\" \(line)")
    #expect(program.status == 0)
    #expect(program.errors == "")
    for text in ["logitscope eval [FILE|-]", "--probabilities", "--label-smoothing", "--no-mouse"] {
      #expect(program.output.contains(text))
    }
  }

  @Test("each command explains itself", arguments: ["eval", "render", "examples"])
  func commandHelp(_ command: String) throws {
    let (option, subcommand) = (try Program(command, "--help"), try Program("help", command))
    #expect(option.status == 0)
    #expect(option.output.contains("USAGE: logitscope \(command)"))
    #expect(option.output == subcommand.output)
    #expect(option.output.utf8.allSatisfy { $0 < 0x80 })
  }
}
