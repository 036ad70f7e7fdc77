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
        ["eval", "--header", "--logits", "1,2"],
        "--header is about a file; leave it out beside --logits."
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
      (["--state", "x", "--header"], "--state holds a whole problem; leave out --header."),
      (["render", "--state", "x", "file"], "--state holds a whole problem; leave out FILE."),
      (["eval", "--jacobian"], "--jacobian needs --format json."),
      (["eval", "--all-losses", "--format", "csv"], "--all-losses needs --format json."),
      (
        ["eval", "--save", "gradients=x.npy"],
        "--save 'gradients=x.npy': write NAME=FILE.npy, with a name of logits, target, probabilities, "
      ),
      (
        ["eval", "--save", "gradient"],
        "--save 'gradient': write NAME=FILE.npy, with a name of logits, target, probabilities, "
      ),
      (
        ["eval", "--save", "gradient=x.csv"],
        "--save 'gradient=x.csv': the file is NumPy's; end its name in .npy."
      ),
      (
        ["eval", "--save", "share=x.npy", "--save", "push=x.npy"],
        "--save names 'x.npy' twice; give each array a file of its own."
      ),
      (["eval", "--code", "c"], "The value 'c' is invalid for '--code <code>'"),
      (
        ["eval", "--code", "jax", "--format", "json"],
        "--code prints a program, in nats; leave out --format."
      ),
      (
        ["eval", "--code", "jax", "--unit", "bits"],
        "--code prints a program, in nats; leave out --unit."
      ),
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
      (["lesson", "0"], "there is no lesson 0; they go from 1 to "),
      (["lesson", "1000"], "there is no lesson 1000; they go from 1 to "),
      (["lesson", "--", "-9223372036854775808"], "there is no lesson -9223372036854775808;"),
      (["lesson", "nothing"], "there is no lesson 'nothing'; 'logitscope lesson' lists them."),
      (
        ["lesson", "negativs"],
        "there is no lesson 'negativs'; did you mean 'negatives'? 'logitscope lesson' lists them."
      ),
      (["lesson", "negatives", "1"], "one lesson at a time; leave out '1'."),
      (["lesson", "--check"], "--check needs a lesson, as a file or by name."),
      (["lesson", "--check", "nothing"], "there is no lesson 'nothing';"),
      (["lesson", "--new", "a.yaml", "b.yaml"], "--new takes one file; leave out 'b.yaml'."),
      (
        ["lesson", "--new", "a", "--check", "b"], "--check and --new exclude each other; keep one."
      ),
      (["play"], "Missing expected argument '<lesson>'"),
      (["play", "nothing"], "there is no lesson 'nothing';"),
      (["play", "1", "--pace", "0.09"], "--pace is a number of seconds from 0.1 to 60."),
      (["play", "1", "--pace", "61"], "--pace is a number of seconds from 0.1 to 60."),
      (["play", "1", "--pace", "nan"], "The value 'nan' is invalid for '--pace <seconds>'"),
      (["play", "1", "--pace", "fast"], "The value 'fast' is invalid for '--pace <seconds>'"),
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
    for text in [
      "logitscope eval [FILE|-]", "logitscope lesson [NAME|FILE]", "logitscope play NAME|FILE",
      "--probabilities", "--label-smoothing", "--no-mouse",
    ] {
      #expect(program.output.contains(text))
    }
    #expect(program.lines.allSatisfy { $0.count <= 80 })
  }

  @Test(
    "each command explains itself",
    arguments: ["eval", "render", "examples", "lesson", "play"]
  )
  func commandHelp(_ command: String) throws {
    let (option, subcommand) = (try Program(command, "--help"), try Program("help", command))
    #expect(option.status == 0)
    #expect(option.output.contains("USAGE: logitscope \(command)"))
    #expect(option.output == subcommand.output)
    #expect(option.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(option.lines.allSatisfy { $0.count <= 80 })
  }
}
