import ArgumentParser
import Explorer
import Lessons
import ProblemFiles

/// What is to mend in lessons.
struct LessonReport {
  private let choices: [LessonChoice]

  init(_ choices: [LessonChoice]) {
    self.choices = choices
  }

  /// Prints a line for each lesson that is good, and says on standard error all that is wrong with the others.
  func print() throws {
    var isGood = true
    for choice in choices {
      let (steps, errors) = Self.check(choice)
      if errors.isEmpty {
        let count = steps == 1 ? "1 step" : "\(steps) steps"
        try PlainText.print(["\(choice.argument): \(count), ok"])
      }
      for error in errors { complain(error) }
      isGood = isGood && errors.isEmpty
    }
    if !isGood { throw ExitCode.failure }
  }

  private static func check(_ choice: LessonChoice) -> (steps: Int, errors: [FileError]) {
    do throws(FileError) {
      let lesson = try choice.lesson()
      let errors = LessonCheck.findings(in: lesson).map { finding in
        FileError(
          source: choice.argument,
          line: finding.line,
          "step \(finding.step + 1): \(finding.message)"
        )
      }
      return (lesson.steps.count, errors)
    } catch {
      return (0, [error])
    }
  }
}
