import LogitModel
import ProblemFiles

extension LessonStep {
  private static let keys = [
    "text", "predict", "do", "goal", "tolerance", "only", "hints", "solution", "after", "start",
  ]

  /// A step; the first of a lesson is opened by the lesson's own start.
  init(_ node: Node, opening: Start?) throws(FileError) {
    let fields = try Fields(node, among: Self.keys)
    line = fields.line
    let own = try fields.part("start", as: Node.start) ?? Start()
    start = try opening?.followed(by: own, line: line) ?? own
    text = try fields.required("text", as: Node.prose)
    prediction = try fields.part("predict", as: Node.prediction)
    task = try fields.read("do", as: Node.prose)
    goal = try fields.read("goal", as: Node.condition)
    only = try fields.read("only", as: Node.commands)
    hints = try fields.part("hints", as: Node.hints) ?? []
    solution = try fields.read("solution", as: Node.commands) ?? []
    after = try fields.read("after", as: Node.prose)
    let tolerance = try fields.read("tolerance", as: Node.tolerance)
    self.tolerance = tolerance ?? 0
    guard goal == nil || task != nil else {
      let line = fields.line(of: "goal") ?? line
      throw FileError(line: line, "\"goal\" without \"do\"; say in \"do\" what is to be done")
    }
    if tolerance == nil { try refuseEquality() }
  }

  /// Refuses what can only be equal within a tolerance.
  private func refuseEquality() throws(FileError) {
    let remedy = "add \"tolerance\", how near is near enough"
    if let goal, goal.needsTolerance {
      throw FileError(line: goal.line, "\"goal\" with '=' without \"tolerance\"; \(remedy)")
    }
    switch prediction?.answer {
    case .number(let expression):
      throw FileError(line: expression.line, "\"number\" without \"tolerance\"; \(remedy)")
    case .choices(let choices):
      guard let choice = choices.first(where: \.holds.needsTolerance) else { return }
      throw FileError(
        line: choice.holds.line,
        "\"holds\" with '=' without \"tolerance\"; \(remedy)"
      )
    case nil: return
    }
  }
}

extension Prediction {
  private static let keys = ["question", "choices", "number"]

  fileprivate init(_ node: Node) throws(FileError) {
    let fields = try Fields(node, among: Self.keys)
    question = try fields.required("question", as: Node.prose)
    let choices = try fields.part("choices", as: Node.choices)
    let number = try fields.read("number", as: Node.expression)
    switch (choices, number) {
    case (let choices?, nil): answer = .choices(choices)
    case (nil, let number?): answer = .number(number)
    case (nil, nil):
      throw FileError(
        line: node.line,
        "a question without an answer; add \"choices\" or \"number\""
      )
    case (_?, _?):
      throw FileError(line: node.line, "\"choices\" and \"number\" both stand here; keep one")
    }
  }
}

extension Choice {
  fileprivate static let counts = 2...4

  fileprivate init(_ node: Node) throws(FileError) {
    let fields = try Fields(node, among: Prose.keys + ["holds"])
    text = try fields.prose()
    holds = try fields.required("holds", as: Node.condition)
  }
}

extension Node {
  fileprivate func prediction() throws(FileError) -> Prediction { try Prediction(self) }

  fileprivate func choices() throws(FileError) -> [Choice] {
    let choices = try list("a list of choices", each: "choice", countedFrom: 1, of: Node.choice)
    guard Choice.counts.contains(choices.count) else {
      let (few, many) = (Choice.counts.lowerBound, Choice.counts.upperBound)
      let found = "\(choices.count) choice\(choices.count == 1 ? "" : "s")"
      throw FileError(line: line, "\(found); give from \(few) to \(many)")
    }
    return choices
  }

  fileprivate func choice() throws(FileError) -> Choice { try Choice(self) }
}
