import LogitModel

/// A guided lesson: a start, and steps of predicting, acting and seeing.
package struct Lesson: Equatable, Sendable {
  /// How it is asked for on the command line.
  package let name: String
  package let title: Prose
  /// Where its question and its numbers come from.
  package let source: Prose
  /// From 1, first steps, to 3.
  package let level: Int
  /// What the first step begins on.
  package let subject: StartingPoint
  /// At least one.
  package let steps: [LessonStep]

  package static let levels = 1...3
  /// The most that a lesson has of each, so that no file keeps anyone waiting.
  package static let stepLimit = 50
  package static let commandLimit = 500
  package static let logitLimit = 10_000
}

/// A text in both languages of the screen.
package struct Prose: Hashable, Sendable {
  package let en: String
  package let ko: String
  /// The line of the file that it begins on.
  package let line: Int

  package init(en: String, ko: String, line: Int) {
    self.en = en
    self.ko = ko
    self.line = line
  }
}

/// A command as it is typed in the palette, or `press` and keys.
package struct ScriptLine: Hashable, Sendable {
  /// The word before keys.
  package static let press = "press"

  package let text: String
  package let line: Int

  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// A problem and what it is compared with.
package struct StartingPoint: Equatable, Sendable {
  package let problem: Problem
  package let baseline: Problem

  package init(problem: Problem, baseline: Problem) {
    self.problem = problem
    self.baseline = baseline
  }
}

/// Where a step begins; what it does not say goes on from the step before.
package struct Start: Equatable, Sendable {
  package let subject: StartingPoint?
  /// What is carried out on it before the learner comes.
  package let commands: [ScriptLine]

  /// Whether everything stays as the step before left it.
  package var isEmpty: Bool { subject == nil && commands.isEmpty }
}

/// One step: a scene, a question or a task or both, and what there was to see.
package struct LessonStep: Equatable, Sendable {
  /// The line of the file that it begins on.
  package let line: Int
  package let start: Start
  package let text: Prose
  package let prediction: Prediction?
  /// What is to be done.
  package let task: Prose?
  /// What must hold for the step to be done; a step without is done by its prediction.
  package let goal: Condition?
  /// How near counts as equal, for `=` and for a number predicted.
  package let tolerance: Double
  /// The changing commands that act; nil for all.
  package let only: [ScriptLine]?
  /// From a nudge to the numbers.
  package let hints: [Prose]
  /// What reaches the goal from the start.
  package let solution: [ScriptLine]
  /// The explanation after success.
  package let after: Prose?

  /// Whether there is something to predict or to do; a demonstration only tells and shows.
  package var asksSomething: Bool { prediction != nil || goal != nil }
}

/// A question to be answered before the results are shown.
package struct Prediction: Equatable, Sendable {
  package enum Answer: Equatable, Sendable {
    case choices([Choice])
    /// A number, right within the step's tolerance.
    case number(Expression)
  }

  package let question: Prose
  package let answer: Answer
}

package struct Choice: Equatable, Sendable {
  package let text: Prose
  /// When it is the right one.
  package let holds: Condition
}
