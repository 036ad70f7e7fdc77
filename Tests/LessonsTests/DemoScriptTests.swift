import LogitModel
import ProblemFiles
import Testing

@testable import Lessons

@Suite("A demonstration as text")
struct DemoScriptTests {
  private func script(_ text: String) throws -> DemoScript {
    try DemoScript(InputText(source: "talk.txt", text: text))
  }

  private func lesson(_ text: String) throws -> Lesson {
    let problem = try Problem(logits: [[1, 2]], targets: [.index(0)])
    return try script(text).lesson(on: StartingPoint(problem: problem, baseline: problem))
  }

  @Test("each caption is a step with the commands below it")
  func steps() throws {
    let lesson = try lesson(
      """
      # Watch the loss.
      #   It will rise.

      press ] ]
        negatives 0.1\r
      # And now?
      panel curve
      """
    )
    #expect(lesson.steps.map(\.text.ko) == ["Watch the loss. It will rise.", "And now?"])
    #expect(
      lesson.steps.map { $0.solution.map(\.text) } == [
        ["press ] ]", "negatives 0.1"], ["panel curve"],
      ]
    )
    #expect(lesson.steps.map { $0.solution.map(\.line) } == [[4, 5], [7]])
    #expect(lesson.steps.allSatisfy { !$0.asksSomething })
  }

  @Test("commands before any caption are a step without one")
  func noCaption() throws {
    let lesson = try lesson("nudge 1\n# So it is.\nnudge -1")
    #expect(lesson.steps.map(\.text.en) == ["", "So it is."])
  }

  @Test("an example may be named before the commands, and only there")
  func example() throws {
    #expect(try script("# Pets.\nexample pets\nnudge 1").example == "pets")
    #expect(try script("nudge 1").example == nil)
    for text in ["nudge 1\nexample pets", "example pets\nexample batch\nnudge 1"] {
      #expect(throws: FileError.self) { try script(text) }
    }
  }

  @Test("what no class would sit through is refused")
  func limits() throws {
    let error = #expect(throws: FileError.self) {
      try script("press " + String(repeating: "] ", count: Lesson.commandLimit + 1))
    }
    #expect(error?.description == "talk.txt: line 1: there are 501 commands and keys; keep to 500")
    for keys in [
      "press\t" + String(repeating: "]\t", count: 501),
      "press type:" + String(repeating: "]", count: 501),
    ] {
      #expect(throws: FileError.self) { try script(keys) }
    }
    #expect(throws: FileError.self) {
      try script(String(repeating: "# a\nnudge 1\n", count: Lesson.stepLimit + 1))
    }
  }

  @Test(
    "a blank line parts captions, a bare sign says nothing, and a colon may stand before a command"
  )
  func captions() throws {
    let lesson = try lesson("# One.\n#\n# More.\n\n# Two.\n:nudge 1\n")
    #expect(lesson.steps.map(\.text.en) == ["One. More.", "Two."])
    #expect(lesson.steps.map { $0.solution.map(\.text) } == [[], ["nudge 1"]])
  }

  @Test(
    "what shows nothing is refused",
    arguments: [
      ("", "talk.txt: it has no captions and no commands; add some"),
      ("\n \n#\n", "talk.txt: it has no captions and no commands; add some"),
      ("example pets\n", "talk.txt: it has no captions and no commands; add some"),
      (
        "nudge 1\n\n# " + String(repeating: "x", count: 401),
        "talk.txt: line 3: the caption fills half a screen; part it with a blank line"
      ),
    ]
  )
  func nothing(text: String, says: String) throws {
    let error = #expect(throws: FileError.self) { try script(text) }
    #expect(error?.description == says)
  }

  @Test(
    "a text is one unless it begins as a lesson does",
    arguments: [
      ("press ] ]", true), ("# name: x\n\npanel curve", true), (":nudge 1", true),
      ("# x\nname: y", false), ("name : y", false), ("class-x: y", false), ("%YAML 1.2", false),
      ("{name: x}", false), ("[a]", false), ("- a", false), ("", nil), ("# x", nil),
    ] as [(String, Bool?)]
  )
  func kinds(text: String, isOne: Bool?) {
    #expect(DemoScript.isOne(text) == isOne)
  }
}
