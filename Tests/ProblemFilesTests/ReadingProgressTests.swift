import Testing

@testable import ProblemFiles

@Suite("Progress of a long reading")
struct ReadingProgressTests {
  @Test("nothing before a second, then a line ten times a second at most")
  func times() {
    var line = ReadingProgressLine()
    let progress = ReadingProgress(step: .reading, done: 3 << 20, total: 9 << 20)
    let shown = [0, 999, 1000, 1050, 1100, 1199, 1300].map { milliseconds in
      line.text(progress, of: "x", at: .milliseconds(milliseconds)) != nil
    }
    #expect(shown == [false, false, true, false, true, false, true])
    #expect(line.isShown)
    #expect(!ReadingProgressLine().isShown)
  }

  @Test(
    "it says how much of what",
    arguments: [
      (.reading, 3 << 20, 9 << 20, "x: reading, 3 of 9 MiB"),
      (.reading, 3 << 20, nil, "x: reading, 3 MiB"), (.reading, 0, 0, "x: reading, 0 MiB"),
      (.parsing, 0, 1000, "x: parsing, 0 %"), (.parsing, 1000, 1000, "x: parsing, 100 %"),
      (.parsing, 7, 9, "x: parsing, 77 %"), (.parsing, .max, .max, "x: parsing, 100 %"),
    ] as [(ReadingProgress.Step, Int, Int?, String)]
  )
  func words(_ step: ReadingProgress.Step, _ done: Int, _ total: Int?, _ text: String) {
    var line = ReadingProgressLine()
    let progress = ReadingProgress(step: step, done: done, total: total)
    #expect(line.text(progress, of: "x", at: .seconds(2)) == text)
  }

  @Test("every reader of large files says how far it is")
  func readers() throws {
    var steps: [ReadingProgress] = []
    let list = Array(repeating: "1.5", count: 100_000).joined(separator: ", ")
    for text in ["{\"logits\": [\(list)]}", "1 2\n3 4\n", "a,b\n1,2\n3,4\n"] {
      steps = []
      let input = InputBytes(source: "x", bytes: Array(text.utf8))
      _ = try ProblemFile.problem(input) { steps.append($0) }
      let last = try #require(steps.last)
      #expect(last.done > 0 && last.total.map { last.done <= $0 } ?? false)
    }
    try withFile(Array("1 2".utf8)) { path in
      _ = try InputBytes.file(path) { steps.append($0) }
    }
    #expect(steps.last == ReadingProgress(step: .reading, done: 3, total: 3))
  }
}
