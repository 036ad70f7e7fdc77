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
    /// From the command line or a cell of a table: the exact name of a class, else an index, else numbers with commas between.
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
  /// Nil where the classes are named by their indices.
  package var classes: [String]?
  /// The file that the names alone were read from.
  package var classesSource: String?
  package var scores: Scores?
  package var targets: [Answer]?
  /// The file that the targets alone were read from.
  package var targetsSource: String?
  /// What to say where the first target is none of this problem.
  package var targetsMistake: FileError?
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
    classes = problem.classes.given
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
    if let named = other.classes { (classes, classesSource) = (named, other.classesSource) }
    scores = other.scores ?? scores
    if let answers = other.targets {
      (targets, targetsSource) = (answers, other.targetsSource)
      targetsMistake = other.targetsMistake
    }
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
    let targets = try self.targets(rows: rows.count, classCount: rows.first?.count ?? 0)
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
      throw self.error(error)
    }
  }

  /// What is wrong, said of the file that it was read from where that holds nothing else.
  private func error(_ error: ProblemError) -> FileError {
    switch error {
    case .classNameCount:
      let empty = classesSource == nil ? nil : classes?.firstIndex(of: "")
      let hint = empty.map { " (line \($0 + 1) is empty)" } ?? ""
      return FileError(source: classesSource, error.description + hint)
    case .targetOutOfRange, .targetLength, .invalidTarget, .invalidTargetSum:
      return FileError(source: targetsSource, error.description)
    default: return FileError(error.description)
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

  /// Whether the targets are a row of an array with as many numbers as there are rows of logits.
  private func isOneArrayRow(of count: Int) -> Bool {
    guard targetsSource != nil, targets?.count == 1, case .distribution(let mass) = targets?.first
    else { return false }
    return mass.count == count
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

  private func targets(rows: Int, classCount: Int) throws(FileError) -> [Target?] {
    guard let answers = targets else { return Array(repeating: nil, count: rows) }
    let lookup = ClassLookup(classes, count: classCount, for: answers)
    if let targetsMistake, let first = answers.first, (try? lookup.target(first)) == nil {
      throw targetsMistake
    }
    guard answers.count == rows else {
      let (found, expected) = (answers.count, rows)
      throw FileError(
        source: targetsSource,
        "\(found) target\(found == 1 ? "" : "s") for \(expected) row\(expected == 1 ? "" : "s") of logits; "
          + (isOneArrayRow(of: expected)
            ? "if they are indices, save them as one row of integers, a.ravel()"
            : "give one target a row")
      )
    }
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
