import Lessons
import ProblemFiles
import TerminalUI
import Testing

@testable import Explorer

/// What an author's lint has to find, and what a script may not do.
@Suite struct LessonAuthorTests {
  private func step(
    start: String = "",
    goal: String = "logits[dog] - baseline.logits[dog] >= 0.49",
    solution: String = "nudge 0.5",
    task: String = "Press {nudge +}."
  ) -> String {
    """
      - text: {en: Three classes., ko: 세 클래스.}
        start: {commands: [class dog\(start)]}
        do: {en: "\(task)", ko: "눌러 보세요."}
        goal: "\(goal)"
        hints:
          - {en: a hint, ko: 힌트}
        solution: [\(solution)]
        after: {en: So it is., ko: 그렇습니다.}

    """
  }

  @Test func `a step that is as it should be has nothing to mend`() throws {
    #expect(LessonCheck.findings(in: try .of(steps: step())) == [])
  }

  private func messages(_ step: String) throws -> [String] {
    LessonCheck.findings(in: try .of(steps: step)).map(\.message)
  }

  @Test(arguments: ["class cow", "undo", "probability 2", "weight -1", "temperature 0"])
  func `a command that is refused where a step begins is found`(command: String) throws {
    let found = try messages(step(start: ", \(command)"))
    #expect(found.count == 1 && found[0].hasPrefix("it cannot begin: '\(command)': "), "\(found)")
  }

  @Test func `and does not hide what is wrong with a later step`() throws {
    let steps = step(start: ", class cow") + step(task: "Press {nugde}.")
    #expect(try messages(steps).contains { $0.contains("{nugde} names no command") })
    let hintless = step().replacing("- {en: a hint, ko: 힌트}", with: "[]")
    #expect(try messages(hintless + step(start: ", class cow")).count == 2)
  }

  @Test func `a goal that nothing reaches is found`() throws {
    let found = try messages(step(goal: "false"))
    #expect(found.contains { $0.hasPrefix("the solution does not reach the goal") })
  }

  @Test(
    arguments: [
      "quit", "interrupt", "suspend", "save! /tmp/x.svg", "code torch", "save /tmp/x.svg", "share",
      "press q",
      "help", "palette", "next", "predict 1", "press n", "solution", "free-play",
    ]
  )
  func `a script that reaches outside of the lesson is found, and stops what plays`(
    command: String
  ) throws {
    let script = step(solution: "\(command), nudge 0.5")
    #expect(try messages(script).contains("'\(command)': \(Phrase.notForScripts.en)"))
    var state = try State.lesson(steps: script)
    state.lesson?.player = LessonPlayer(pace: .seconds(1))
    for _ in 0..<12 {
      let effects = state.update(.tick)
      #expect(effects.isEmpty)
    }
    let reason = Phrase.inScript(command, .notForScripts)
    #expect(state.lesson?.player == nil && state.message == .lessonIsBroken(reason))
  }

  @Test func `a key that asks for a value says what to write instead`() throws {
    #expect(
      try messages(step(solution: "press p")).contains("'press p': \(Phrase.asksInScript.en)")
    )
  }

  @Test(arguments: ["r", "a"])
  func `any key takes over, one with Ctrl too`(key: Character) throws {
    var state = try State.lesson()
    state.lesson?.player = LessonPlayer(pace: .seconds(1))
    _ = state.update(.key(.control(key)))
    #expect(state.lesson?.player == nil)
  }

  /// What has to be asked for twice is asked for twice in a row.
  @Test(arguments: ["3", "<Enter>", "Z", "]"])
  func `another key takes a request back`(key: String) throws {
    var state = try State.lesson(step: 2)
    try state.play("3 n \(key) n")
    #expect(state.lesson?.progress.step == 1)
  }
}
