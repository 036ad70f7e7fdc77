import Foundation
import LogitModel
import ProblemFiles
import Testing

@testable import Lessons

@Suite("A lesson as a file")
struct LessonFileTests {
  @Test("a lesson is named, placed and told where it comes from")
  func head() throws {
    let lesson = try lesson(wholeLesson)
    #expect(lesson.name == "tiny")
    #expect(lesson.level == 2)
    #expect(lesson.title == Prose(en: "A title", ko: "제목", line: 3))
    #expect(lesson.source == Prose(en: "From here", ko: "출처", line: 4))
    #expect(lesson.steps.map(\.line) == [10, 22])
  }

  @Test("the first step begins where the lesson does, and its baseline has the problem's classes")
  func start() throws {
    let steps = try lesson(wholeLesson).steps
    let subject = try #require(steps[0].start.subject)
    let classes = ["cat", "dog", "owl"]
    #expect(
      try subject.problem
        == Problem(classes: classes, logits: [[1, 2, 3]], targets: [.index(2)])
    )
    #expect(
      try subject.baseline
        == Problem(classes: classes, logits: [[0, 0, 0]], targets: [.index(2)])
    )
    #expect(steps[0].start.commands == [ScriptLine("class dog", line: 8)])
    #expect(steps[1].start == Start(subject: nil, commands: [ScriptLine("baseline", line: 22)]))
  }

  @Test("without a baseline the problem is compared with itself")
  func ownBaseline() throws {
    let text = wholeLesson.replacing("  baseline: {logits: [0, 0, 0]}\n", with: "")
    let subject = try #require(try lesson(text).steps[0].start.subject)
    #expect(subject.problem == subject.baseline)
  }

  @Test("the first step's own commands follow the lesson's, and the problem may be its own")
  func ownStart() throws {
    let text = wholeLesson.replacing(
      "  - text: {en: A scene",
      with: "  - start: {commands: [sort]}\n    text: {en: A scene"
    )
    #expect(try lesson(text).steps[0].start.commands.map(\.text) == ["class dog", "sort"])
    let moved =
      wholeLesson.replacing("start:\n  problem", with: "x:\n  problem")
      .split(separator: "\n").filter { !$0.hasPrefix("x:") && !$0.hasPrefix("  baseline") }
      .filter { !$0.hasPrefix("  problem") && !$0.hasPrefix("  commands") }.joined(separator: "\n")
      .replacing(
        "  - text: {en: A scene",
        with: "  - start: {problem: {logits: [1, 2]}}\n    text: {en: A scene"
      )
    #expect(try lesson(moved).steps[0].start.subject?.problem.logits == [[1, 2]])
  }

  @Test("a step has its question, task, goal, commands, hints and explanation")
  func step() throws {
    let step = try #require(try lesson(wholeLesson).steps.first)
    #expect(step.text.en == "A scene")
    #expect(step.prediction?.question.ko == "무엇")
    guard case .choices(let choices)? = step.prediction?.answer else {
      Issue.record("no choices")
      return
    }
    #expect(choices.map(\.text.en) == ["up", "down"])
    #expect(choices.map(\.holds.text) == ["loss > 1", "loss <= 1"])
    #expect(choices.map(\.holds.line) == [14, 15])
    #expect(step.task?.en == "Do this")
    #expect(step.goal == (try Condition.parse("loss < 0.1", line: 17)))
    #expect(step.only?.map(\.text) == ["nudge", "undo"])
    #expect(step.hints.map(\.en) == ["A hint", "Another"])
    #expect(step.solution.map(\.text) == ["nudge -1", "class owl", "nudge 5"])
    #expect(step.after?.ko == "결과")
  }

  @Test("what a step does not say is nothing, and a number may be asked for")
  func leastStep() throws {
    let step = try #require(try lesson(wholeLesson).steps.last)
    #expect(step.prediction?.answer == .number(try Expression.parse("loss", line: 26)))
    #expect(step.tolerance == 0.25)
    #expect(step.task == nil && step.goal == nil && step.only == nil)
    #expect(step.hints == [] && step.solution == [] && step.after == nil)
  }

  @Test("true and false are conditions", arguments: [true, false])
  func truths(_ truth: Bool) throws {
    let step = try #require(
      try lesson(wholeLesson.replacing("holds: loss > 1", with: "holds: \(truth)")).steps.first
    )
    guard case .choices(let choices)? = step.prediction?.answer else {
      Issue.record("no choices")
      return
    }
    #expect(choices[0].holds.comparisons == [])
    #expect(choices[0].holds.isPossible == truth)
  }

  @Test("text loses the blanks around it and keeps its paragraphs")
  func words() throws {
    let text = wholeLesson.replacing(
      "{en: A scene, ko: 장면}",
      with: "\n      ko: 장면\n      en: |2\n\n          One\n\n         Two\n\n"
    )
    #expect(try lesson(text).steps[0].text.en == "One\n\n Two")
  }

  @Test(
    "whole numbers, infinities and NaN are equal without a tolerance",
    arguments: [
      "argmax = class[dog]", "count(logits > 0) = 2", "rows + 1 = 2", "loss = inf", "loss = nan",
      "-inf = min log_probabilities", "loss != 3", "|class[dog]| = 1",
    ]
  )
  func exactEquality(_ goal: String) throws {
    let text = wholeLesson.replacing("goal: loss < 0.1", with: "goal: \"\(goal)\"")
    #expect(try lesson(text).steps[0].goal?.text == goal)
  }

  @Test(
    "other numbers are equal within the step's tolerance alone",
    arguments: [
      "loss = 3", "argmax / 2 = 1", "count(logits = 2) > 0", "1 + count(loss_terms = 0.5) = 2",
      "|loss - 3| = 0", "rows = loss", "exp(rows) = 1", "0 < loss = 2",
    ]
  )
  func equality(_ goal: String) throws {
    let text = wholeLesson.replacing("goal: loss < 0.1", with: "goal: \"\(goal)\"")
    let remedy = "add \"tolerance\", how near is near enough"
    #expect(
      refusal(text)
        == "x.yaml: line 17: step 1: \"goal\" with '=' without \"tolerance\"; \(remedy)"
    )
    let mended = text.replacing("    only:", with: "    tolerance: 1e-3\n    only:")
    #expect(try lesson(mended).steps[0].tolerance == 0.001)
  }

  @Test("more than a megabyte is refused before it is read")
  func size() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    for (bytes, isRead) in [(1 << 20, true), (1 << 20 + 1, false), (100_000_000, false)] {
      try handle.truncate(atOffset: UInt64(bytes))
      do {
        let read = try InputText.file(url.path, limit: LessonFile.byteLimit).text.utf8.count
        #expect(isRead && read == bytes)
      } catch {
        #expect(!isRead && error.message == "more than 1 MiB; give a smaller file")
      }
    }
    #expect(throws: FileError(source: "/dev/zero", "more than 1 MiB; give a smaller file")) {
      try InputText.file("/dev/zero", limit: LessonFile.byteLimit)
    }
  }
}
