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
        "--class-weights: values are parted by ';'; write ',' between them"
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

  /// Bytes in rows and columns, or in one row, as `numpy.save` writes them.
  private static func array(_ shape: String, _ values: [UInt8]) -> Data {
    let dictionary = "{'descr': '|u1', 'fortran_order': False, 'shape': \(shape), }"
    let header = dictionary.padding(toLength: 117, withPad: " ", startingAt: 0) + "\n"
    return Data([0x93]) + Data("NUMPY\u{1}\u{0}\u{76}\u{0}\(header)".utf8) + Data(values)
  }

  private static let logits = array("(2, 3)", [1, 2, 3, 4, 5, 6])

  /// A directory with the files, for the length of a test.
  private func withFiles(_ files: [String: Data], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
    try body(folder.path)
  }

  @Test(
    "a problem is the same in every notation, from a file and piped in",
    arguments: [
      ("x.npy", logits), ("x", logits),
      ("x.csv", Data("0,1,2\n1,2,3\n4,5,6\n".utf8)),
      ("x.tsv", Data("0\t1\t2\n1\t2\t3\n4\t5\t6".utf8)),
      ("x.yaml", Data("logits: [[1, 2, 3], [4, 5, 6]]\n".utf8)),
      ("x.json", Data("{\"logits\": [[1, 2, 3], [4, 5, 6]]}".utf8)),
      ("x.txt", Data("1 2 3\n4 5 6\n".utf8)),
    ] as [(String, Data)]
  )
  func notations(_ name: String, _ data: Data) throws {
    let header = ["x.csv", "x.tsv"].contains(name) ? " --header" : ""
    let expected = try Program("eval", "--logits", "1,2,3;4,5,6", "--targets", "0;1").output
    try withFiles([name: data]) { folder in
      for input in ["'\(folder)/\(name)'", "- < '\(folder)/\(name)'"] {
        let program = try Program(shell: "\"$0\" eval --targets '0;1'\(header) \(input)")
        #expect(program.errors == "")
        #expect(program.output == expected)
      }
    }
  }

  @Test("targets and names come from files of their own")
  func companions() throws {
    let expected = try Program(
      "eval",
      "--logits",
      "1,2,3;4,5,6",
      "--targets",
      "1;2",
      "--classes",
      "a,a,c"
    ).output
    let files = [
      "x.npy": Self.logits, "t.NPY": Self.array("(2,)", [1, 2]),
      "names.txt": Data("a\r\na\r\nc".utf8),
    ]
    try withFiles(files) { folder in
      let program = try Program(
        "eval",
        folder + "/x.npy",
        "--targets",
        folder + "/t.NPY",
        "--classes-file",
        folder + "/names.txt"
      )
      #expect(program.errors == "")
      #expect(program.output == expected)
    }
  }

  @Test(
    "a companion that does not fit is named, and so is what it should fit",
    arguments: [
      (["--targets", "t3.npy"], "t3.npy: 3 targets for 2 rows of logits; give one target a row"),
      (
        ["--targets", "t9.npy"],
        "t9.npy: row 1: target is class 9; give an index from 0 to 2, or the ignore index"
      ),
      (["--targets", "no.npy"], "no.npy: there is no such file; check the name"),
      (
        ["--targets", "x.txt.npy"],
        "x.txt.npy: it does not begin as .npy files do; save the array with numpy.save"
      ),
      (
        ["--classes-file", "four.txt"],
        "four.txt: 4 class names; give 3, one for each logit of a row (line 2 is empty)"
      ),
      (["--classes-file", "bad.txt"], "bad.txt: line 2: not UTF-8 text; save it as UTF-8"),
      (
        ["--targets", "four.txt"],
        "--targets: there is no class 'four.txt'; a file of targets must end in .npy, save it with numpy.save"
      ),
      (
        ["--target", "t9.npy"],
        "--target: there is no class 't9.npy'; a file of targets goes behind --targets"
      ),
      (["--targets", "."], "1 target for 2 rows of logits; give one target a row"),
      (
        ["--targets", "column.npy"],
        "column.npy: shape (2, 1) of integers is neither an index a row, (N,), nor a distribution a row, "
          + "(N, C); save indices as one row of integers, a.ravel()"
      ),
      (
        ["--targets", "row.npy"],
        "row.npy: 1 target for 2 rows of logits; if they are indices, save them as one row of integers, "
          + "a.ravel()"
      ),
      (["--header"], "x.npy: --header is for CSV and TSV; leave it out"),
    ]
  )
  func companionsRefused(_ options: [String], _ message: String) throws {
    let files = [
      "x.npy": Self.logits, "t3.npy": Self.array("(3,)", [0, 1, 2]),
      "t9.npy": Self.array("(2,)", [0, 9]), "column.npy": Self.array("(2, 1)", [0, 1]),
      "row.npy": Self.array("(1, 2)", [0, 1]),
      "x.txt.npy": Data("0 1".utf8), "four.txt": Data("a\n\nb\nc\n".utf8),
      "bad.txt": Data("a\n".utf8) + Data([0xFF, 0x0A]),
    ]
    try withFiles(files) { folder in
      let arguments = options.joined(separator: " ")
      let program = try Program(shell: "cd '\(folder)' && \"$0\" eval x.npy \(arguments)")
      #expect(program.status == 1)
      #expect(program.errors == "logitscope: \(message)\n")
      #expect(program.output == "")
    }
  }

  @Test("a class may be named as a file is")
  func classNamedAsFile() throws {
    try withFiles(["a.txt": Data("1".utf8)]) { folder in
      for option in ["--target b.npy", "--targets a.txt"] {
        let program = try Program(
          shell: "cd '\(folder)' && \"$0\" eval --logits 1,2 --classes a.txt,b.npy \(option)"
        )
        #expect(program.errors == "" && program.status == 0)
      }
    }
  }

  @Test("a file that is too large is refused before it is read")
  func tooLarge() throws {
    try withFiles(["x.npy": Self.logits, "x.txt": Data("1 2\n".utf8)]) { folder in
      for (name, message) in [
        ("x.npy", "more than 1024 MiB; save fewer rows"),
        ("x.txt", "more than 256 MiB; give a smaller file"),
      ] {
        let program = try Program(
          shell: "cd '\(folder)' && truncate -s 1T \(name) && \"$0\" eval \(name)"
        )
        #expect(program.errors == "logitscope: \(name): \(message)\n")
      }
    }
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
