import LogitModel
import ProblemFiles
import TerminalUI
import Testing

@testable import Explorer

/// Saving the problem and copying programs, as far as the explorer has a part in it.
@Suite struct SavingTests {
  @Test(arguments: [
    ("row.json", ProblemFormat.json), ("row.yaml", .yaml), ("a.b/row.YML", .yaml),
    ("row.csv", .csv), ("row.tsv", .tsv), ("~/logits.npy", .npy),
  ])
  func `the ending says how the problem is saved`(path: String, format: ProblemFormat) throws {
    var state = try State.on()
    try state.play("]")
    let content = SavedContent.problem(state.problem, format)
    #expect(state.command("save \(path)") == [.save(content, path: path, overwriting: false)])
    #expect(state.command("save! \(path)") == [.save(content, path: path, overwriting: true)])
  }

  @Test(arguments: CodeLanguage.allCases)
  func `a program is copied, or saved where a file is named`(language: CodeLanguage) throws {
    var state = try State.on()
    let name = language.rawValue
    let content = SavedContent.code(state.problem, language)
    let path = "a b.\(language == .swift ? "swift" : "py")"
    #expect(state.command("code \(name)") == [.copyCode(state.problem, language)])
    for line in ["\(name) a b", "\(name)   \(path)"] {
      #expect(state.command("code \(line)") == [.save(content, path: path, overwriting: false)])
      #expect(state.command("code! \(line)") == [.save(content, path: path, overwriting: true)])
    }
  }

  @Test(arguments: [
    ("save x.txt", Phrase.saveNeedsEnding), ("save .json", .saveNeedsEnding),
    ("code torch x.swift", .codeNeedsEnding(.torch)), ("code swift x.py", .codeNeedsEnding(.swift)),
    ("code torch torch.py", .codeHidesLibrary("torch.py")),
    ("code jax a/numpy", .codeHidesLibrary("numpy.py")), ("code swift dir/", .saveNeedsName),
    ("code fortran", .oneOf("fortran", ["torch", "jax", "numpy", "swift"])),
  ])
  func `another name is refused and stays to be mended`(line: String, reason: Phrase) throws {
    var state = try State.on()
    #expect(state.command(line) == [])
    #expect(state.message == reason)
    #expect(state.mode == .palette(TextField(line), choice: 0))
  }

  @Test func `the languages are those that there are programs for`() {
    #expect(
      CodeLanguage.allCases.map(\.rawValue) == GeneratedCode.Language.allCases.map(\.rawValue)
    )
  }

  /// What the last row says after something was done.
  private func said(
    _ language: Language,
    on example: String = "negatives",
    _ note: (inout Explorer) -> Void
  ) throws -> String {
    var explorer = Explorer(
      problem: try #require(Examples.named(example)).problem,
      options: ViewOptions(language: language),
      size: Size(width: 80, height: 24)
    )
    note(&explorer)
    let last = try #require(explorer.canvas().text().split(separator: "\n").last)
    return NumberText.trimmed(last)
  }

  @Test(arguments: Language.allCases)
  func `the last row says all of what was left out, and why not`(language: Language) throws {
    let problem = try #require(Examples.named("negatives")).problem
    let path = "a/very/long/way/down/to/where/the/slides/of/the/lecture/lie/row.x"
    let contents: [SavedContent] =
      [.figure] + ProblemFormat.allCases.map { .problem(problem, $0) }
      + CodeLanguage.allCases.map { .code(problem, $0) }
    let refusals: [SaveRefusal] = [
      .distribution, .names, .noLoss, .tooLong, .largeYAML(limit: 4),
    ]
    var lines = try refusals.map { refusal in
      try said(language) { $0.noteNotCopied(refusal) }
    }
    for content in contents {
      for path in [path, "row.x"] {
        for readsLogits in [false, true] {
          lines.append(
            try said(language) { $0.noteSaved(content, path, readsLogits: readsLogits) }
          )
        }
        lines.append(try said(language) { $0.noteSaved(content, path, failure: .file(.exists)) })
      }
    }
    for code in CodeLanguage.allCases {
      for readsLogits in [false, true] {
        lines.append(try said(language) { $0.noteCopied(code, readsLogits: readsLogits) })
      }
    }
    for line in lines {
      #expect(!line.hasSuffix("…"), "\(line)")
    }
  }

  @Test func `of a table it is said that title and settings are left out, where there are any`()
    throws
  {
    let plain = try Problem(logits: [[1, 2]], targets: [.index(0)])
    let titled = try Problem(title: "x", logits: [[1, 2]])
    let warm = try Problem(logits: [[1, 2]], settings: Problem.Settings(temperature: 2))
    for format in [ProblemFormat.csv, .tsv] {
      let lines = try [plain, titled, warm].map { problem in
        try said(.en) { $0.noteSaved(.problem(problem, format), "x.csv") }
      }
      let partly = "saved as x.csv without title and settings: .json keeps them"
      #expect(lines == ["saved as x.csv", partly, partly])
    }
    let exists = try said(.en) {
      $0.noteSaved(.code(plain, .jax), "x.py", failure: .file(.exists))
    }
    #expect(exists == "x.py exists: :code! overwrites it")
  }
}
