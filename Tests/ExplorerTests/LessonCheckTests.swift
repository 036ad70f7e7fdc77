import Lessons
import ProblemFiles
import Testing

@testable import Explorer

@Suite struct LessonCheckTests {
  @Test func `a lesson that is good has nothing to mend`() throws {
    let lesson = try Lesson.of(steps: risingLoss + gradientOfBird + lowerBird)
    #expect(LessonCheck.findings(in: lesson) == [])
  }

  @Test func `nor has the template that authors start from`() throws {
    let input = InputText(source: "template", text: LessonTemplate.text)
    #expect(LessonCheck.findings(in: try LessonFile.lesson(input)) == [])
  }

  struct Flaw: CustomTestStringConvertible {
    let step: String
    let good: String
    let bad: String
    /// The line of the file that is named, and what is said of it.
    let line: Int
    let says: String

    init(_ step: String, _ good: String, _ bad: String, _ line: Int, _ says: String) {
      self.step = step
      self.good = good
      self.bad = bad
      self.line = line
      self.says = says
    }

    var testDescription: String { says }
  }

  private static let flaws = [
    Flaw(lowerBird, "hints: [{en: First., ko: 하나.}]", "hints: []", 9, "it has no hints"),
    Flaw(lowerBird, "after: {en: So., ko: 네.}", "tolerance: 1", 9, "it has no \"after\""),
    Flaw(
      gradientOfBird,
      "  predict:\n    question: {en: \"And the gradient?\", ko: \"기울기는?\"}\n    number: gradient[bird]\n",
      "",
      9,
      "nothing is asked"
    ),
    Flaw(lowerBird, "Lower s(bird).", "Press {nugde +}.", 10, "{nugde +} names no command"),
    Flaw(lowerBird, "s(bird)를", "{panel jacobean}", 10, "{panel jacobean} names no command"),
    Flaw(lowerBird, "only: [negatives", "only: [undo", 12, "\"only\": 'undo' changes nothing"),
    Flaw(
      lowerBird,
      "only: [negatives, nudge]",
      "only: [nudge]",
      14,
      "'negatives' is locked by \"only\""
    ),
    Flaw(lowerBird, "solution: [negatives 0.5", "solution: [class owl", 14, "no class “owl”"),
    Flaw(
      lowerBird,
      "solution: [negatives 0.5",
      "solution: [negative 0.5",
      14,
      "'negative 0.5': no command"
    ),
    Flaw(lowerBird, "solution: [negatives 0.5", "solution: [run", 14, "'run' goes on for ever"),
    Flaw(lowerBird, "solution: [negatives 0.5", "solution: [press ü", 14, "ü does nothing here"),
    Flaw(
      lowerBird,
      "negatives 0.5]",
      "negatives 0.01]",
      11,
      "the solution does not reach the goal"
    ),
    Flaw(lowerBird, "positive_probability < 0.5", "false", 11, "it never holds"),
    Flaw(lowerBird, "probability < 0.5", "probability < 0.9", 11, "holds from the start"),
    Flaw(lowerBird, "positive_probability <", "positive_probabilty <", 11, "there is no quantity"),
    Flaw(
      lowerBird,
      "positive_probability <",
      "probabilities[brid] <",
      11,
      "there is no class 'brid'"
    ),
    Flaw(
      risingLoss,
      "solution: [nudge 0.3]",
      "solution: [positive, delete]",
      18,
      "the solution is refused"
    ),
    Flaw(
      risingLoss,
      "holds: loss < baseline.loss - 0.001",
      "holds: loss > 0",
      13,
      "one choice must hold at the end of the step; there 'it falls', 'it rises' do"
    ),
    Flaw(
      risingLoss,
      "holds: loss > baseline.loss + 0.001",
      "holds: false",
      13,
      "one choice must hold at the end of the step; there none does"
    ),
    Flaw(gradientOfBird, "number: gradient[bird]", "number: 1/0", 12, "is no number at the end"),
    Flaw(
      gradientOfBird,
      "number: gradient[bird]",
      "number: gradient",
      12,
      "it has a number for each class"
    ),
    Flaw(
      lowerBird,
      "en: So.",
      "en: \(String(repeating: "So it is with every one of them. ", count: 20))",
      9,
      "the explanation takes 2 rows too many at 80x24 in 'en'"
    ),
    Flaw(
      lowerBird,
      "ko: 하나.",
      "ko: \(String(repeating: "모든 클래스가 다 그렇습니다. ", count: 20))",
      9,
      "hint 1 with the task takes"
    ),
  ]

  @Test(arguments: flaws)
  func `what is wrong is said with its line`(flaw: Flaw) throws {
    #expect(flaw.step.contains(flaw.good))
    let lesson = try Lesson.of(steps: flaw.step.replacing(flaw.good, with: flaw.bad))
    let findings = LessonCheck.findings(in: lesson)
    let found = try #require(findings.first { $0.message.contains(flaw.says) }, "\(findings)")
    #expect(found.line == flaw.line)
    #expect(found.step == 0)
  }

  /// A start that its own commands do not lead to is told of, and not of every step behind it.
  @Test func `a step whose solution fails does not blame the next`() throws {
    let broken = lowerBird.replacing("negatives 0.5]", with: "class owl]")
    let findings = LessonCheck.findings(in: try Lesson.of(steps: broken + gradientOfBird))
    #expect(findings.map(\.step) == [0])
  }
}
