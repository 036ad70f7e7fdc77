import Foundation
import Testing

@Suite("Input and exit codes")
struct InputTests {
  @Test(
    "what is piped in is the problem, with and without the dash",
    arguments: ["-", "--unit=nats"]
  )
  func standardInput(_ argument: String) throws {
    let program = try Program("eval", argument, "--format", "json", input: "1 2\n3 4\n")
    #expect(try program.json(Result.self).rows.count == 2)
  }

  @Test(
    "an option that gives a problem leaves what is piped in unread",
    arguments: ["--logits=1,2", "--example=three-logits"]
  )
  func unread(_ option: String) throws {
    let program = try Program("eval", option, "--format", "json", input: "no problem")
    #expect(program.status == 0)
  }

  @Test("empty input is no problem, and no example stands in for it", arguments: ["", " \n"])
  func emptyInput(_ input: String) throws {
    let program = try Program("eval", "--format", "json", input: input)
    #expect(program.status == 1)
    #expect(program.output == "")
    #expect(
      program.errors == "logitscope: standard input is empty: pipe in a problem, "
        + "or open an example with --example\n"
    )
  }

  @Test("an option beside empty input still opens what it names")
  func emptyInputUnread() throws {
    #expect(try Program("eval", "--example=pets", input: "").status == 0)
  }

  @Test("without input it is the first example")
  func noInput() throws {
    let program = try Program("eval", "--format", "json")
    let result = try program.json(Result.self)
    #expect(result.classes == ["cat", "dog", "bird", "fish", "frog"])
    #expect(isNear(result.rows.first?.probabilities[2], 0.8))
  }

  @Test(
    "without a terminal the explorer prints what eval does",
    arguments: ["problem", "--example=pets"]
  )
  func notATerminal(_ argument: String) throws {
    let isFile = argument == "problem"
    let explorer = try Program(isFile ? "-" : argument, input: isFile ? "1 2 3" : nil)
    let eval = try Program("eval", isFile ? "-" : argument, input: isFile ? "1 2 3" : nil)
    #expect(explorer.status == 0)
    #expect(explorer.output == eval.output)
    #expect(explorer.output.contains("softmax"))
  }

  @Test(
    "input that is refused: one line, exit code 1",
    arguments: [
      ("{\"logits\": [1]}", "logitscope: standard input: 1 class; at least 2 are needed\n"),
      (
        "{\"logits\": [1, 2], \"x\u{1B}[2J\": 1}",
        "logitscope: standard input: line 1: a string holds a raw control character; "
          + "write it as \\n, \\t or \\u00XX\n"
      ),
      (
        "{\"logits\": [1, 2], \"classes\": [\"a\\u001b[2J\", \"b\"], \"class_weights\": [-1, 0]}",
        "logitscope: standard input: class \"a\u{241B}[2J\" (0): weight is -1.0; "
          + "give 0 or a positive number\n"
      ),
    ]
  )
  func refused(_ input: String, _ message: String) throws {
    let program = try Program("eval", "-", input: input)
    #expect(program.status == 1)
    #expect(program.errors == message)
    #expect(program.output == "")
  }

  @Test(
    "options that are refused: one line, exit code 1",
    arguments: [
      (["--logits", "1,x"], "--logits: 'x' is not a number; write a decimal number or -inf"),
      (["--logits", "1,2;"], "--logits: a number is missing; write -inf for a class left out"),
      (["--logits", "1,2;3"], "row 1: 1 logit; give 2, one for each class"),
      (
        ["--logits", "1,2", "--class-weights", "1,2;3,4"],
        "--class-weights: '2;3' is not a number; write a decimal number or -inf"
      ),
      (
        ["--logits", "1,2", "--target", "cat"],
        "row 0: target: there is no class 'cat'; give a name of \"classes\" or an index"
      ),
      (
        ["--logits", "1,2;3,4", "--target", "1"],
        "1 target for 2 rows of logits; give one target a row"
      ),
      (
        ["--logits", "1,2", "--temperature", "-1"],
        "temperature is -1.0; give a finite number above 0"
      ),
      (
        ["--logits", "0,700,800", "--target", "1,2,2", "--class-weights", "1,1e308,1e308"],
        "row 0: target sums to more than a double holds, alone or times the class weights or "
          + "the scaled logits; give smaller numbers"
      ),
      (
        [String(repeating: "a", count: 300)],
        "…\(String(repeating: "a", count: 120)): file name too long; give another file"
      ),
      (["nowhere"], "nowhere: there is no such file; check the name"),
      (["/"], "/: it is a directory; name a file in it"),
    ]
  )
  func refusedOptions(_ options: [String], _ message: String) throws {
    let arguments = (["eval"] + options).map { "'\($0)'" }.joined(separator: " ")
    let program = try Program(shell: "\"$0\" \(arguments) </dev/null")
    #expect(program.status == 1)
    #expect(program.errors == "logitscope: \(message)\n")
  }

  @Test("an unreadable file is named, unless root reads everything")
  func noPermission() throws {
    let path = NSTemporaryDirectory() + UUID().uuidString
    try Data("1 2".utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let program = try Program("eval", path)
    let isReadable = FileManager.default.isReadableFile(atPath: path)
    #expect(program.status == (isReadable ? 0 : 1))
    #expect(
      program.errors
        == (isReadable
          ? "" : "logitscope: \(path): it may not be read; ask for permission to read it\n")
    )
  }

  @Test("a reader that leaves early ends it quietly")
  func closedPipe() throws {
    let program = try Program(
      shell: "yes '1 2' | head -n 50000 | \"$0\" eval - --format csv | head -n 1"
    )
    #expect(program.lines.count == 1)
    #expect(program.errors == "")
  }

  @Test("a full disk is said")
  func fullDisk() throws {
    let program = try Program(shell: "\"$0\" eval --logits 1,2 > /dev/full")
    #expect(program.status == 1)
    #expect(
      program.errors == "logitscope: the output cannot be written: No space left on device\n"
    )
  }
}
