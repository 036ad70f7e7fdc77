import Testing

@testable import Lessons

@Suite("A lesson that is none")
struct LessonRefusalTests {
  /// What is put in a part's place, and what is said of it.
  static let changes: [(part: String, change: String, message: String)] = [
    ("name: tiny\n", "", "line 1: \"name\" is missing; add it"),
    (
      "name: tiny", "name: a b",
      "line 1: \"name\": 'a b' is no name; write up to 40 letters, digits and hyphens"
    ),
    (
      "name: tiny", "name: ''",
      "line 1: \"name\": '' is no name; write up to 40 letters, digits and hyphens"
    ),
    (
      "name: tiny", "name: ../etc",
      "line 1: \"name\": '../etc' is no name; write up to 40 letters, digits and hyphens"
    ),
    (
      "name: tiny", "name: 개",
      "line 1: \"name\": '개' is no name; write up to 40 letters, digits and hyphens"
    ),
    ("name: tiny", "name: 5", "line 1: \"name\": text was expected, found 5; put it in quotes"),
    ("level: 2", "level: 4", "line 2: \"level\": there is no level 4; write one of 1, 2, 3"),
    (
      "level: 2", "level: first",
      "line 2: \"level\": a whole number was expected, found 'first'"
    ),
    ("level: 2", "lebel: 2", "line 2: the key 'lebel' is not known; did you mean \"level\"?"),
    (
      "level: 2", "xyzzy: 2",
      "line 2: the key 'xyzzy' is not known; known are name, level, title, source, start, steps"
    ),
    (
      "title: {en: A title, ko: 제목}", "title: {en: A title}",
      "line 3: \"title\": \"ko\" is missing; add it"
    ),
    (
      "title: {en: A title, ko: 제목}", "title:\n  en: A title\n  ko:",
      "line 5: \"title\": \"ko\": text was expected, found nothing"
    ),
    (
      "title: {en: A title, ko: 제목}", "title: {en: A, title, ko: 제목}",
      "line 3: \"title\": the key 'title' is not known; put a text that holds a comma in quotes"
    ),
    (
      "title: {en: A title, ko: 제목}", "title: A title",
      "line 3: \"title\": keys such as en, ko were expected, found 'A title'"
    ),
    (
      "title: {en: A title, ko: 제목}", "title: {en: '  ', ko: 제목}",
      "line 3: \"title\": \"en\": the text is empty; write it"
    ),
    (
      "problem: {classes", "problems: {classes",
      "line 6: the key 'problems' is not known; did you mean \"problem\"?"
    ),
    (
      "  problem: {classes: [cat, dog, owl], logits: [1, 2, 3], target: owl}\n", "",
      "line 6: \"baseline\" without \"problem\"; add the problem"
    ),
    (
      "logits: [1, 2, 3]", "logits: [1, x, 3]",
      "line 6: \"problem\": \"logits\": class 1: a number or \"-inf\" was expected, found 'x'"
    ),
    (
      "logits: [1, 2, 3]", "logits: [1, 2]",
      "line 6: \"problem\": 3 class names; give 2, one for each logit of a row"
    ),
    (
      "problem: {classes: [cat, dog, owl], logits: [1, 2, 3], target: owl}", "problem: 3",
      "line 6: \"problem\": 3 is no problem; write keys with values such as {logits: [2, -1, 0.1], target: 0}"
    ),
    (
      "target: owl", "target: awl",
      "line 6: \"problem\": row 0: target: there is no class 'awl'; did you mean 'owl'?"
    ),
    (
      "baseline: {logits: [0, 0, 0]}",
      "baseline: {classes: [cat, dog, cow], target: 0, logits: [0, 0, 0]}",
      "line 7: \"baseline\" has other classes; give it the problem's"
    ),
    (
      "baseline: {logits: [0, 0, 0]}",
      "baseline: {targets: [0, 1], logits: [[0, 0, 0], [0, 1, 2]]}",
      "line 7: \"baseline\" has 2 rows, the problem 1; give it as many"
    ),
    (
      "commands: [class dog]", "commands: class dog",
      "line 8: \"commands\": a list such as [negatives 0.4] was expected, found 'class dog'"
    ),
    (
      "commands: [class dog]", "commands: [class dog, 3]",
      "line 8: \"commands\": command 2: text was expected, found 3; put it in quotes"
    ),
    (
      "  - text: {en: A scene, ko: 장면}",
      "  - start: {problem: {logits: [1, 2]}}\n    text: {en: A scene, ko: 장면}",
      "line 10: step 1: the lesson and this step both have a problem; keep one"
    ),
    (
      "text: {en: A scene, ko: 장면}", "txt: {en: A scene, ko: 장면}",
      "line 10: step 1: the key 'txt' is not known; did you mean \"text\"?"
    ),
    (
      "text: {en: A scene, ko: 장면}", "text: {en: A scene, ko: 7}",
      "line 10: step 1: \"text\": \"ko\": text was expected, found 7; put it in quotes"
    ),
    ("    text: {en: Next, ko: 다음}\n", "", "line 22: step 2: \"text\" is missing; add it"),
    (
      "number: loss", "nothing: loss",
      "line 26: step 2: the key 'nothing' is not known; known are question, choices, number"
    ),
    (
      "      number: loss\n", "",
      "line 25: step 2: a question without an answer; add \"choices\" or \"number\""
    ),
    (
      "number: loss", "number: [loss]",
      "line 26: step 2: \"number\": a quantity such as loss was expected, found a list"
    ),
    (
      "number: loss",
      "number: loss\n      choices: [{en: a, ko: b, holds: true}, {en: c, ko: d, holds: false}]",
      "line 25: step 2: \"choices\" and \"number\" both stand here; keep one"
    ),
    (
      "    tolerance: 0.25", "",
      "line 26: step 2: \"number\" without \"tolerance\"; add \"tolerance\", how near is near enough"
    ),
    (
      "tolerance: 0.25", "tolerance: 0",
      "line 27: step 2: \"tolerance\": the tolerance is 0; give a finite number above 0"
    ),
    (
      "tolerance: 0.25", "tolerance: inf",
      "line 27: step 2: \"tolerance\": the tolerance is 'inf'; give a finite number above 0"
    ),
    (
      "tolerance: 0.25", "tolerance: small",
      "line 27: step 2: \"tolerance\": a number was expected, found 'small'"
    ),
    (
      "        - {en: up, ko: 위, holds: loss > 1}\n", "",
      "line 14: step 1: 1 choice; give from 2 to 4"
    ),
    (
      "        - {en: up, ko: 위, holds: loss > 1}\n",
      String(repeating: "        - {en: up, ko: 위, holds: true}\n", count: 4),
      "line 14: step 1: 5 choices; give from 2 to 4"
    ),
    (
      "holds: loss <= 1", "hold: loss <= 1",
      "line 15: step 1: choice 2: the key 'hold' is not known; did you mean \"holds\"?"
    ),
    (
      ", holds: loss <= 1", "", "line 15: step 1: choice 2: \"holds\" is missing; add it"
    ),
    (
      "holds: loss <= 1", "holds: 3",
      "line 15: step 1: choice 2: \"holds\": a condition such as loss < 0.5 was expected, found 3"
    ),
    (
      "holds: loss <= 1", "holds: loss = 1",
      "line 15: step 1: \"holds\" with '=' without \"tolerance\"; add \"tolerance\", how near is near enough"
    ),
    (
      "    do: {en: Do this, ko: 해 보세요}\n", "",
      "line 16: step 1: \"goal\" without \"do\"; say in \"do\" what is to be done"
    ),
    (
      "hints: [{en: A hint, ko: 힌트}, {en: Another, ko: 또}]",
      "hints: [{en: A hint, ko: 힌트}, {en: Another}]",
      "line 19: step 1: hint 2: \"ko\" is missing; add it"
    ),
    (
      "hints: [{en: A hint, ko: 힌트}, {en: Another, ko: 또}]", "hints: {en: A hint, ko: 힌트}",
      "line 19: step 1: a list of hints was expected, found keys with values"
    ),
    (
      "only: [nudge, undo]", "only: nudge",
      "line 18: step 1: \"only\": a list such as [negatives 0.4] was expected, found 'nudge'"
    ),
    (
      "solution: [nudge -1,", "solution: ['',",
      "line 20: step 1: \"solution\": command 1: the text is empty; write it"
    ),
    (
      "title: {en: A title, ko: 제목}", "title: {en: &a A title, ko: 제목}",
      "line 3: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text"
    ),
  ]

  @Test("is refused with its line, its step and a remedy", arguments: changes.indices)
  func refuses(_ index: Int) {
    let (part, change, message) = Self.changes[index]
    #expect(wholeLesson.ranges(of: part).count == 1, "\(part)")
    #expect(refusal(wholeLesson.replacing(part, with: change)) == "x.yaml: " + message)
  }

  @Test(
    "is refused where it is no map of a lesson",
    arguments: [
      ("", "line 1: there is nothing but comments and blanks; write a value"),
      ("5", "line 1: keys such as name, level, title were expected, found 5"),
      ("[a]", "line 1: keys such as name, level, title were expected, found a list"),
      ("a: [", "line 1: a value was expected; write it, or put a text in quotes"),
    ]
  )
  func noMap(_ text: String, _ message: String) {
    #expect(refusal(text) == "x.yaml: " + message)
  }

  @Test(
    "is refused without steps",
    arguments: [
      ("steps: []", "line 9: there are no steps; add one"),
      ("steps: {}", "line 9: a list of steps was expected, found keys with values"),
      ("steps:", "line 9: a list of steps was expected, found nothing"),
      ("", "line 1: \"steps\" is missing; add it"),
    ]
  )
  func noSteps(_ steps: String, _ message: String) throws {
    let head = try #require(wholeLesson.firstRange(of: "steps:")?.lowerBound)
    #expect(refusal(wholeLesson[..<head] + steps) == "x.yaml: " + message)
  }

  @Test("is refused without a problem to begin with")
  func noProblem() {
    let lines = wholeLesson.split(separator: "\n")
    let text = (lines[..<4] + lines[8...]).joined(separator: "\n")
    let remedy = "there is no problem to begin with; add \"start\" with \"problem\""
    #expect(refusal(text) == "x.yaml: line 6: step 1: " + remedy)
  }
}

/// What would keep a person waiting is refused at once.
@Suite("Limits of a lesson")
struct LessonLimitTests {
  private func lesson(classes: Int = 2, steps: Int = 1, commands: Int = 1, text: String = "x")
    -> String
  {
    let step = """
        - text: {en: \(text), ko: x}
          solution: [\(Array(repeating: "row add", count: commands).joined(separator: ", "))]

      """
    let logits = Array(repeating: "0", count: classes).joined(separator: ", ")
    return """
      name: x
      level: 1
      title: {en: x, ko: x}
      source: {en: x, ko: x}
      start: {problem: {logits: [\(logits)], target: 0}}
      steps:

      """ + String(repeating: step, count: steps)
  }

  @Test("as much as the limits is taken")
  func within() {
    #expect(refusal(lesson(classes: 10_000, steps: 50, commands: 10)) == nil)
  }

  @Test("and no more")
  func beyond() {
    #expect(
      refusal(lesson(classes: 10_001))?.contains("10001 logits; a lesson's has at most 10000")
        == true
    )
    #expect(refusal(lesson(steps: 51))?.contains("there are 51 steps; keep to 50") == true)
    #expect(
      refusal(lesson(commands: 501))?.contains("there are 501 commands and keys; keep to 500")
        == true
    )
    let long = String(repeating: "x", count: 4001)
    #expect(
      refusal(lesson(text: long))?.contains("the text is far longer than a screen; shorten it")
        == true
    )
  }
}
