import LogitModel
import ProblemFiles

extension Start {
  private static let keys = ["problem", "baseline", "commands"]

  /// Where the step before ended.
  init() {
    self.init(subject: nil, commands: [])
  }

  fileprivate init(_ node: Node) throws(FileError) {
    let fields = try Fields(node, among: Self.keys)
    let problem = try fields.read("problem", as: Node.draft)
    let baseline = try fields.read("baseline", as: Node.draft)
    commands = try fields.read("commands", as: Node.commands) ?? []
    switch (problem, baseline) {
    case (nil, nil): subject = nil
    case (nil, let baseline?):
      throw FileError(line: baseline.line, "\"baseline\" without \"problem\"; add the problem")
    case (let problem?, let baseline): subject = try Self.subject(problem, baseline)
    }
  }

  /// A baseline has what it does not say from the problem; it is compared class by class.
  private static func subject(
    _ said: Draft,
    _ baseline: Draft?
  ) throws(FileError) -> StartingPoint {
    let problem = try said.problem("problem")
    let logits = problem.logits.count * problem.classes.count
    guard logits <= Lesson.logitLimit else {
      throw FileError(
        line: said.line,
        "\"problem\" has \(logits) logits; a lesson's has at most \(Lesson.logitLimit)"
      )
    }
    guard var other = baseline else { return StartingPoint(problem: problem, baseline: problem) }
    var draft = said.draft
    draft.override(with: other.draft)
    other.draft = draft
    let reference = try other.problem("baseline")
    guard reference.classes.map(ExactText.init) == problem.classes.map(ExactText.init) else {
      throw FileError(line: other.line, "\"baseline\" has other classes; give it the problem's")
    }
    let (found, expected) = (reference.logits.count, problem.logits.count)
    guard found == expected else {
      throw FileError(
        line: other.line,
        "\"baseline\" has \(found) row\(found == 1 ? "" : "s"), the problem \(expected); give it as many"
      )
    }
    return StartingPoint(problem: problem, baseline: reference)
  }

  /// This start carried on by another; only one of them brings a problem.
  func followed(by next: Start, line: Int) throws(FileError) -> Start {
    guard subject == nil || next.subject == nil else {
      throw FileError(line: line, "the lesson and this step both have a problem; keep one")
    }
    return Start(subject: subject ?? next.subject, commands: commands + next.commands)
  }
}

/// A problem as it was written, and where.
private struct Draft {
  var draft: ProblemDraft
  let line: Int

  func problem(_ key: String) throws(FileError) -> Problem {
    do {
      return try draft.problem()
    } catch {
      throw FileError(line: line, "\"\(key)\": \(error.message)")
    }
  }
}

extension Node {
  func start() throws(FileError) -> Start { try Start(self) }

  fileprivate func draft() throws(FileError) -> Draft {
    Draft(draft: try ProblemDraft(self), line: line)
  }
}
