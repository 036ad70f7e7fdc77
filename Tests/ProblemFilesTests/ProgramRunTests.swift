import Foundation
import LogitModel
import Testing

@testable import ProblemFiles

/// The generated programs as they run, each language where it is there.
@Suite("A generated program prints the loss")
struct ProgramRunTests {
  @Test("Swift")
  func swift() throws {
    let cases = try Self.problems.enumerated().map { index, problem in
      let lines = try GeneratedCode(problem, in: .swift).text.split(separator: "\n")
      let body = lines.filter { $0 != "import Foundation" }
      return
        "func program\(index)() throws {\n\(body.joined(separator: "\n"))\n}\ntry program\(index)()"
    }
    try Self.run(
      ["main.swift": "import Foundation\n" + cases.joined(separator: "\n") + "\n"],
      "swiftc -Onone main.swift -o main && ./main"
    )
  }

  @Test(
    "Python",
    .enabled(if: has("numpy"), "python3 has no numpy")
  )
  func numpy() throws { try Self.runPython(.numpy) }

  @Test("PyTorch", .enabled(if: has("torch"), "python3 has no torch"))
  func torch() throws { try Self.runPython(.torch) }

  @Test("JAX", .enabled(if: has("jax"), "python3 has no jax"))
  func jax() throws { try Self.runPython(.jax) }

  private static func has(_ library: String) -> Bool {
    (try? shell("python3 -c 'import \(library)' 2>/dev/null", in: "/"))?.status == 0
  }

  private static func runPython(_ language: GeneratedCode.Language) throws {
    let programs = try problems.enumerated().map { index, problem in
      ("program\(index).py", try GeneratedCode(problem, in: language).text)
    }
    let names = programs.map { "'\($0.0)'" }.joined(separator: ", ")
    try run(
      Dictionary(uniqueKeysWithValues: programs),
      "python3 -W ignore -c \"import runpy; [runpy.run_path(name) for name in [\(names)]]\""
    )
  }

  /// Runs programs in a directory of their own, beside the logits of the problem that is read from a file, and
  /// compares what each prints.
  private static func run(_ files: [String: String], _ line: String) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    for (name, text) in files {
      try Data(text.utf8).write(to: directory.appendingPathComponent(name))
    }
    let large = try #require(problems.last)
    var bytes: [UInt8] = []
    ResultArray.logits.write(large, options: ResultOptions()) { bytes += $0 }
    try Data(bytes).write(to: directory.appendingPathComponent(GeneratedCode.logitsFile))

    let (status, output) = try shell(line, in: directory.path)
    #expect(status == 0)
    let lines = output.split(separator: "\n")
    try #require(problems.count == Losses.all.count * 8 + 1 && lines.count == problems.count)
    for (index, (problem, line)) in zip(problems, lines).enumerated() {
      let expected = losses(problem)
      let printed = line.split { "[], ".contains($0) }.compactMap { Double($0) }
      #expect(printed.count == expected.count, "\(index): \(line)")
      for (printed, expected) in zip(printed, expected) {
        let isNear = printed == expected || abs(printed - expected) <= 1e-12 * max(1, expected)
        #expect(isNear, "\(index), \(problem.settings.loss.name): \(printed), not \(expected)")
      }
    }
  }

  /// What is to be printed: one number, or that of each row that has one.
  private static func losses(_ problem: Problem) -> [Double] {
    let batch = problem.evaluateBatch()
    return batch.value.map { [$0] } ?? batch.losses.compactMap { $0 }
  }

  private static func shell(_ line: String, in directory: String) throws
    -> (status: Int32, output: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Every loss with every setting that it takes, by turns; the last one is read from a file.
  private static let problems: [Problem] = {
    let logits: [[Double]] = [
      [0.5, -1, 2, 0.25], [3, 1, -.infinity, 0], [-2, 40, 0, 1.5], [1, 1, 1, 1],
    ]
    let whole = logits.map { $0.map { max($0, -5) } }
    let indices: [Target?] = [.index(2), .index(0), .index(0), .index(-100)]
    let soft: [Target?] = [
      .distribution([0.1, 0.2, 0.3, 0.4]), .distribution([0.5, 0.5, 0, 0]),
      .distribution([0, 2, 0, 0]), nil,
    ]
    let mixed: [Target?] = [.index(1), .distribution([0.5, 0, 0, 0]), nil, .index(3)]
    let hostile = ["\"];\n", "\\(x)", "\u{2028}", "# coding: none"]
    let variants: [(logits: [[Double]], targets: [Target?], settings: Problem.Settings)] = [
      (whole, indices, .init()),
      (logits, indices, .init(temperature: 2, reduction: .sum)),
      (whole, soft, .init(gamma: 0.5, hingeMargin: 2.5, reduction: .none)),
      (logits, soft, .init(temperature: 0.5)),
      (logits, mixed, .init(classWeights: [0.5, 1, 2, 0])),
      (whole, indices, .init(labelSmoothing: 0.1, classWeights: [0.5, 1, 2, 3])),
      (whole, mixed, .init(temperature: 3, labelSmoothing: 0.2, reduction: .sum)),
      (logits, [.index(2), nil, nil, .index(1)], .init(labelSmoothing: 0.1, reduction: .none)),
    ]
    var problems = Losses.all.flatMap { loss in
      variants.compactMap { variant in
        var settings = variant.settings
        settings.loss = loss
        return try? Problem(
          title: hostile[0],
          classes: hostile,
          logits: variant.logits,
          targets: variant.targets,
          settings: settings
        )
      }
    }
    let wide = (0..<2).map { row in (0..<600).map { Double(($0 * 37 + row) % 101) / 10 } }
    if let large = try? Problem(logits: wide, targets: [nil, .index(7)]) { problems.append(large) }
    return problems
  }()
}
