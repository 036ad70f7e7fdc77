import LogitModel
import Testing

@testable import ProblemFiles

@Suite("A problem written for other programs")
struct ProblemWriterTests {
  private static let nasty = [
    "yes", "no", "~", "null", "1", "-inf", "1:30", "0x1F", "a: b", "- x", "# x", " lead", "trail ",
    "", "\"q\"", "it's", "back\\slash", "{x}", "[x]", "&x", "R &B", "Q&A", "? x", "a: ?x", "*x",
    "!x", "%x", "@x", "`x`", "|", ">", "x,y", "tab\there", "line\nbreak", "carriage\rreturn",
    "\u{0}", "\u{7}", "\u{1B}[0m", "\u{7F}", "\u{85}", "\u{200B}", "\u{2028}", "x\u{FEFF}",
    "\u{202E}abc", "\u{FFFE}", "\u{E0001}", "\u{AC1C}", "\u{1F468}\u{200D}\u{1F469}", "\u{E9}",
    "e\u{301}", "\u{301}", "---", "...", "\\x26",
  ]

  private func problemOfYAML(_ text: String) throws -> Problem {
    try ProblemDraft(try YAMLReader.read(text, hidden: true)).problem()
  }

  @Test("YAML has a row on a line, and text in quotes")
  func yaml() throws {
    let problem = try Problem(
      title: "Pets &c.",
      classes: ["cat", "yes"],
      logits: [[0.1, -.infinity], [1e-30, 2]],
      targets: [.index(0), .distribution([0.25, 0.75])],
      settings: Problem.Settings(temperature: 2, classWeights: [1, 0.5])
    )
    let expected = #"""
      title: "Pets \x26c."
      classes: ["cat", "yes"]
      logits:
        - [0.1, "-inf"]
        - [1e-30, 2]
      targets: [0, [0.25, 0.75]]
      loss: "cross_entropy"
      temperature: 2
      label_smoothing: 0
      class_weights: [1, 0.5]
      reduction: "mean"
      ignore_index: -100
      gamma: 2
      hinge_margin: 1

      """#
    #expect(written { ProblemFile.writeYAML(problem, to: &$0) } == expected)
  }

  @Test("names of every kind read back to the scalar, from YAML as from JSON")
  func names() throws {
    for title in Self.nasty {
      let problem = try Problem(
        title: title,
        classes: Self.nasty,
        logits: [Self.nasty.indices.map(Double.init)]
      )
      #expect(try problemOfYAML(written { ProblemFile.writeYAML(problem, to: &$0) }) == problem)
      #expect(
        try ProblemFilesTests.problem(written { ProblemFile.write(problem, to: &$0) }) == problem
      )
    }
  }

  @Test("YAML is written up to the length that is read")
  func yamlLength() throws {
    func text(_ problem: Problem) -> String { written { ProblemFile.writeYAML(problem, to: &$0) } }
    func titled(_ length: Int) throws -> Problem {
      try Problem(title: String(repeating: "x", count: length), logits: [[1, 2]])
    }
    let room = ProblemFile.yamlLimit - text(try titled(0)).utf8.count
    #expect(ProblemFile.fitsYAML(try titled(room)))
    let problem = try titled(room + 1)
    #expect(!ProblemFile.fitsYAML(problem))
    let input = InputBytes(source: "x.yaml", name: "x.yaml", bytes: Array(text(problem).utf8))
    #expect(
      throws: FileError(source: "x.yaml", "more than 4 MiB of YAML; save it as JSON, CSV or .npy")
    ) {
      try ProblemFile.problem(input)
    }
    let numbers = try Problem(logits: [[Double](repeating: 0, count: ProblemFile.yamlLimit)])
    #expect(!ProblemFile.fitsYAML(numbers))
  }

  @Test("what YAML would not read back is told apart")
  func byteOrderMark() throws {
    let kept = try Problem(title: "x\u{FEFF}", logits: [[1, 2]])
    let dropped = try Problem(classes: ["\u{FEFF}x", "y"], logits: [[1, 2]])
    #expect(ProblemFile.isYAML(kept) && !ProblemFile.isYAML(dropped))
    #expect(try problemOfYAML(written { ProblemFile.writeYAML(dropped, to: &$0) }) != dropped)
  }

  @Test("problems at random read back equal", arguments: 0..<200)
  func random(seed: UInt64) throws {
    var problems = RandomProblems(seed: seed)
    let problem = try problems.problem()
    #expect(try problemOfYAML(written { ProblemFile.writeYAML(problem, to: &$0) }) == problem)
  }

  @Test("a name that holds what cannot be seen is refused where it is not asked for")
  func hidden() throws {
    let text = "title: \"\\u200B\"\nlogits: [1, 2]"
    #expect(throws: FileError(line: 1, "the character U+200B cannot be shown; remove it")) {
      try YAMLReader.read(text)
    }
    #expect(try problemOfYAML(text).title == "\u{200B}")
  }

  private func table(_ problem: Problem, _ separator: Unicode.Scalar = ",") throws -> String {
    let table = try ProblemCSV(problem, separator: separator)
    return written { table.write(to: &$0) }
  }

  @Test("CSV has the classes, a row a line and the target by name")
  func csv() throws {
    let problem = try Problem(
      classes: ["cat", "a,b", " \"c\""],
      logits: [[0.1, -.infinity, 1e-30], [1, 2, 3], [4, 5, 6], [7, 8, 9]],
      targets: [.index(0), .index(1), .index(-100), nil]
    )
    #expect(
      try table(problem) == """
        cat,"a,b"," ""c""\",target
        0.1,-inf,1e-30,cat
        1,2,3,"a,b"
        4,5,6,-100
        7,8,9,

        """
    )
    #expect(try table(problem, "\t").hasPrefix("cat\ta,b\t\" \"\"c\"\"\"\ttarget\n0.1\t-inf\t"))
  }

  @Test(
    "a target is its index where its name means another class, or none",
    arguments: [
      (["a", "a"], ["0", "1"]), (["x", ""], ["x", "1"]), ([" b", "c"], ["0", "c"]),
      (["7", "8"], ["7", "8"]), (["0", "1"], ["0", "1"]), (["1", "0"], ["1", "0"]),
    ]
  )
  func targetNames(classes: [String], expected: [String]) throws {
    let problem = try Problem(
      classes: classes,
      logits: [[1, 2], [3, 4]],
      targets: [.index(0), .index(1)]
    )
    let lines = try table(problem).split(separator: "\n").dropFirst()
    #expect(lines.map { $0.split(separator: ",").last.map(String.init) } == expected)
  }

  @Test("numbers alone in the first line are the default names left out")
  func defaultNames() throws {
    #expect(try table(try Problem(logits: [[1, 2], [3, 4]])) == "1,2\n3,4\n")
    let named = try Problem(logits: [[1, 2]], targets: [.index(1)])
    #expect(try table(named) == "0,1,target\n1,2,1\n")
  }

  @Test("what a table cannot say is refused")
  func refusals() throws {
    let soft = try Problem(logits: [[1, 2]], targets: [.distribution([0.5, 0.5])])
    #expect(throws: ProblemCSV.Refusal.distribution) { try table(soft) }
    let names: [(classes: [String], target: Target?)] = [
      (["target", "a"], nil), (["a", "Title"], .index(0)), (["5", "6"], nil), (["-inf", "1"], nil),
      // Neither the name nor the index of the second class is its own.
      (["1", "a", "a"], .index(1)), (["-100", "b"], .index(-100)),
    ]
    for (classes, target) in names {
      let problem = try Problem(
        classes: classes,
        logits: [classes.indices.map(Double.init)],
        targets: [target]
      )
      #expect(throws: ProblemCSV.Refusal.names, "\(classes)") { try table(problem) }
    }
  }
}
