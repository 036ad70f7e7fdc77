import LogitModel

/// What a file and the options say of a problem, before it is known whether it makes one.
package struct ProblemDraft {
  package enum Scores: Equatable, Sendable {
    case logits([[Double]])
    case probabilities([[Double]])
  }

  /// A target as it was written: a name is looked up when the classes are known.
  package enum Answer: Equatable, Sendable {
    case index(Int)
    case name(String)
    case distribution([Double])
    /// From the command line: the exact name of a class, else an index, else numbers with commas between.
    case text(String)
    /// No target for this row.
    case none

    fileprivate init(_ target: Target?) {
      switch target {
      case nil: self = .none
      case .index(let index): self = .index(index)
      case .distribution(let mass): self = .distribution(mass)
      }
    }
  }

  package var title: String?
  package var classes: [String]?
  package var scores: Scores?
  package var targets: [Answer]?
  package var loss: (any Loss)?
  package var reduction: Reduction?
  package var temperature: Double?
  package var labelSmoothing: Double?
  package var classWeights: [Double]?
  package var ignoreIndex: Int?
  package var gamma: Double?
  package var hingeMargin: Double?

  package init() {}

  package init(_ problem: Problem) {
    let settings = problem.settings
    title = problem.title
    classes = problem.classes
    scores = .logits(problem.logits)
    targets = problem.targets.map(Answer.init)
    loss = settings.loss
    reduction = settings.reduction
    temperature = settings.temperature
    labelSmoothing = settings.labelSmoothing
    classWeights = settings.classWeights
    ignoreIndex = settings.ignoreIndex
    gamma = settings.gamma
    hingeMargin = settings.hingeMargin
  }

  /// Everything that the other says replaces what this says.
  package mutating func override(with other: ProblemDraft) {
    title = other.title ?? title
    classes = other.classes ?? classes
    scores = other.scores ?? scores
    targets = other.targets ?? targets
    loss = other.loss ?? loss
    reduction = other.reduction ?? reduction
    temperature = other.temperature ?? temperature
    labelSmoothing = other.labelSmoothing ?? labelSmoothing
    classWeights = other.classWeights ?? classWeights
    ignoreIndex = other.ignoreIndex ?? ignoreIndex
    gamma = other.gamma ?? gamma
    hingeMargin = other.hingeMargin ?? hingeMargin
  }
}

extension ProblemDraft {
  /// The problem, if what is said makes one.
  package func problem() throws(FileError) -> Problem {
    guard let scores else {
      throw FileError("no logits are given; \"logits\" or \"probabilities\" must stand there")
    }
    let rows =
      switch scores {
      case .logits(let rows), .probabilities(let rows): rows
      }
    let count = rows.first?.count ?? 0
    let classes = self.classes ?? (0..<count).map(String.init)
    let targets = try self.targets(rows: rows.count, classes: classes)
    do {
      switch scores {
      case .logits:
        return try Problem(
          title: title ?? "",
          classes: classes,
          logits: rows,
          targets: targets,
          settings: settings
        )
      case .probabilities:
        return try Problem(
          title: title ?? "",
          classes: classes,
          probabilities: rows,
          targets: targets,
          settings: settings
        )
      }
    } catch {
      throw FileError(error.description)
    }
  }

  /// Why it makes no problem; nil where it makes one.
  var refusal: FileError? {
    do {
      _ = try problem()
      return nil
    } catch {
      return error
    }
  }

  private var settings: Problem.Settings {
    var settings = Problem.Settings()
    settings.temperature = temperature ?? settings.temperature
    settings.labelSmoothing = labelSmoothing ?? settings.labelSmoothing
    settings.classWeights = classWeights ?? settings.classWeights
    settings.ignoreIndex = ignoreIndex ?? settings.ignoreIndex
    settings.gamma = gamma ?? settings.gamma
    settings.hingeMargin = hingeMargin ?? settings.hingeMargin
    settings.loss = loss ?? settings.loss
    settings.reduction = reduction ?? settings.reduction
    return settings
  }

  private func targets(rows: Int, classes: [String]) throws(FileError) -> [Target?] {
    guard let answers = targets else { return Array(repeating: nil, count: rows) }
    guard answers.count == rows else {
      let (found, expected) = (answers.count, rows)
      throw FileError(
        "\(found) target\(found == 1 ? "" : "s") for \(expected) row\(expected == 1 ? "" : "s") of logits; "
          + "give one target a row"
      )
    }
    let lookup = ClassLookup(classes)
    var targets: [Target?] = []
    for (row, answer) in answers.enumerated() {
      do {
        targets.append(try lookup.target(answer))
      } catch {
        throw FileError("row \(row): target: \(error.message)")
      }
    }
    return targets
  }
}
