import Lessons
import LogitModel
import TerminalUI

/// What an author has to mend in a lesson before it is any good.
///
/// Each step is begun, asked and solved as a learner would do it, and drawn at 80×24 in both languages on
/// the way.
package struct LessonCheck {
  package struct Finding: Equatable, Sendable {
    package let line: Int
    /// From 0.
    package let step: Int
    /// What is wrong, and the remedy.
    package let message: String
  }

  package static func findings(in lesson: Lesson) -> [Finding] {
    var findings: [Finding] = []
    var plays = true
    for place in lesson.steps.indices {
      var check = LessonCheck(lesson: lesson, place: place, isFirstToFail: plays)
      check.check()
      findings += check.findings
      plays = plays && check.plays
    }
    return findings
  }

  /// The first thing that would stop a demonstration, which only tells and shows.
  package static func finding(inDemonstration lesson: Lesson) -> Finding? {
    guard var state = try? State(startOf: lesson, step: 0) else { return nil }
    for place in lesson.steps.indices {
      var check = LessonCheck(lesson: lesson, place: place, isFirstToFail: true)
      check.checkProse()
      check.checkCommands()
      for line in check.step.solution where check.findings.isEmpty {
        do throws(Refusal) {
          try state.carryOut([line])
        } catch {
          check.find(error.reason.en, line: line.line)
        }
      }
      if let finding = check.findings.first { return finding }
    }
    return nil
  }

  let lesson: Lesson
  let place: Int
  /// Whether all scripts of the steps before are carried out.
  private let isFirstToFail: Bool
  private var findings: [Finding] = []

  var step: LessonStep { lesson.steps[place] }

  private init(lesson: Lesson, place: Int, isFirstToFail: Bool) {
    self.lesson = lesson
    self.place = place
    self.isFirstToFail = isFirstToFail
  }

  mutating func find(_ message: String, line: Int? = nil) {
    let finding = Finding(line: line ?? step.line, step: place, message: message)
    if !findings.contains(finding) { findings.append(finding) }
  }

  private mutating func check() {
    checkWhole()
    checkProse()
    checkCommands()
    guard findings.isEmpty, let start = start() else { return }
    checkConditions(on: start)
    guard findings.isEmpty else { return }
    checkSolution(from: start)
    guard findings.isEmpty else { return }
    checkRoom()
  }

  /// Whether the step begins and its solution is carried out, so that the next one can begin.
  private var plays: Bool {
    guard var state = try? State(startOf: lesson, step: place) else { return false }
    return (try? state.carryOut(step.solution)) != nil
  }

  /// The state that the step begins in; nil where its own commands, or those of a step before, are refused.
  private mutating func start() -> State? {
    do throws(Refusal) {
      return try State(startOf: lesson, step: place)
    } catch {
      // The step before has its own finding.
      if isFirstToFail {
        find("it cannot begin: \(error.reason.en)", line: step.start.commands.first?.line)
      }
      return nil
    }
  }

  private mutating func checkWhole() {
    if !step.asksSomething {
      find("nothing is asked; give it \"predict\", or \"do\" and \"goal\"")
    }
    if step.hints.isEmpty { find("it has no hints; give it one or more") }
    if step.after == nil { find("it has no \"after\"; explain there what was to be seen") }
    if step.goal == nil, !step.solution.isEmpty {
      find("it has a \"solution\" and no \"goal\"; say what the solution reaches")
    }
  }

  private mutating func checkProse() {
    for prose in step.prose {
      for piece in [prose.en, prose.ko].flatMap(LessonProse.pieces) {
        switch piece {
        case .command(let reference) where !LessonProse.isKnown(reference):
          find("{\(reference)} names no command; : in the program lists them", line: prose.line)
        case .text(let text) where text.contains { "{}".contains($0) }:
          find("a brace stands alone; a command stands between two", line: prose.line)
        case .command, .text: break
        }
      }
    }
  }

  private mutating func checkCommands() {
    let changing = Set(Command.changing)
    for name in step.only ?? [] where !changing.contains(name.text) {
      let known = changing.sorted().joined(separator: ", ")
      find("\"only\": '\(name.text)' changes nothing; it may hold \(known)", line: name.line)
    }
    for line in step.start.commands + step.solution {
      do throws(Refusal) {
        let actions = try LessonScript.actions(line)
        if actions.contains(.toggleRun) {
          find("'\(line.text)' goes on for ever; write \"descend\", once a step", line: line.line)
        }
      } catch {
        find("'\(line.text)': \(error.reason.en)", line: line.line)
      }
    }
    let allowed = step.only.map { Set($0.map(\.text)) }
    for line in step.solution where allowed != nil {
      let locked = LessonScript.commands([line]).subtracting(allowed ?? [])
      guard let name = locked.min() else { continue }
      find("the solution's '\(name)' is locked by \"only\"; add it there", line: line.line)
    }
  }

  // MARK: Playing

  /// The start does not reach the goal, and the solution does.
  private mutating func checkSolution(from start: State) {
    var state = start
    if let goal = step.goal {
      if state.holds(goal, tolerance: step.tolerance) {
        let remedy = "ask for something that is still to be done"
        find("the goal '\(goal.text)' holds from the start; \(remedy)", line: goal.line)
      }
      do throws(Refusal) {
        try state.carryOut(step.solution)
      } catch {
        find("the solution is refused: \(error.reason.en)", line: step.solution.first?.line)
        return
      }
      if !state.holds(goal, tolerance: step.tolerance) {
        let unmet = state.unmet(goal, tolerance: step.tolerance).first.map(state.feedback)
        let reason = unmet?.en ?? "it never holds"
        find("the solution does not reach the goal: \(reason)", line: goal.line)
      }
    }
    checkAnswers(in: state)
  }

  /// As things stand at the end, one answer is right.
  private mutating func checkAnswers(in state: State) {
    switch step.prediction?.answer {
    case nil: break
    case .number(let expression):
      if (try? state.value(of: expression))?.isFinite != true {
        find("'\(expression.text)' is no number at the end of the step", line: expression.line)
      }
    case .choices(let choices):
      let right = choices.filter { state.holds($0.holds, tolerance: step.tolerance) }
      guard right.count != 1 else { return }
      let which = right.isEmpty ? "none" : right.map { "'\($0.text.en)'" }.joined(separator: ", ")
      find(
        "one choice must hold at the end of the step; there \(which) \(right.count > 1 ? "do" : "does")",
        line: choices.first?.holds.line
      )
    }
  }
}

extension LessonStep {
  /// All that it says.
  var prose: [Prose] {
    var prose = [text] + hints
    if let question = prediction {
      prose.append(question.question)
      if case .choices(let choices) = question.answer { prose += choices.map(\.text) }
    }
    return prose + [task, after].compactMap { $0 }
  }
}

extension Command {
  /// The names of the commands that change something, which a step may lock.
  static let changing = all.filter { command in
    command.actions.contains { $0.command == command.name }
  }.map(\.name)

  /// What it may do: under its keys, alone, and with some argument.
  private var actions: [Action] {
    let samples: [Action?] =
      switch argument {
      case nil: []
      case .number(_, let make): [make(1)]
      case .text(_, let make): ["1", "add"].map { try? make($0) }
      case .choice(let names, let make): names.prefix(1).map(make)
      }
    return keys.map(\.action) + ([bare] + samples).compactMap { $0 }
  }
}
