import Lessons
import LogitModel

/// A quantity that a lesson's conditions can name: what it is called on the screen and how it is read.
struct LessonQuantity: Sendable {
  /// What its numbers are of, and so how they are written.
  enum Kind: Sendable {
    case plain
    /// Of 0 to 1, where the ends are told from what is next to them.
    case probability
    /// Nats, whatever loss is chosen.
    case nats
    /// Nats where the loss chosen is a logarithm.
    case loss
    /// Nats where that loss is a logarithm.
    case lossNamed(String)
    /// A number of things.
    case count
    /// Set by hand, with no more decimals than it has.
    case setting
    /// A class, by its index.
    case index
    /// A row, by its number.
    case row
  }

  /// How it is read; nil where there is none now.
  enum Source: Sendable {
    case number(@Sendable (Reading) -> Double?)
    case list(@Sendable (Reading) -> (Int) -> Double?)
    case table(@Sendable (Reading) -> (Int, Int) -> Double?)
  }

  /// As in result files.
  let name: String
  let kind: Kind
  let source: Source
  /// Its name, with those of the classes that are read of it.
  let label: @Sendable (Reading, [Phrase]) -> Phrase
  /// Whether the baseline has it too.
  let hasBaseline: Bool
  /// Whether softmax or a loss makes it: a curtain hides it then.
  let isResult: Bool

  init(
    _ name: String,
    _ kind: Kind,
    _ source: Source,
    hasBaseline: Bool = true,
    isResult: Bool = true,
    label: @escaping @Sendable (Reading, [Phrase]) -> Phrase
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.label = label
    self.hasBaseline = hasBaseline
    self.isResult = isResult
  }

  /// One whose classes stand in brackets behind its name.
  init(
    _ name: String,
    _ kind: Kind,
    _ source: Source,
    hasBaseline: Bool = true,
    isResult: Bool = true,
    _ title: Phrase
  ) {
    self.init(name, kind, source, hasBaseline: hasBaseline, isResult: isResult) { _, classes in
      classes.isEmpty ? title : title.of(.list(classes))
    }
  }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  static func named(_ name: String) -> LessonQuantity? { byName[name] }

  private static let entries = byName.mapValues { quantity in
    let shape: Vocabulary.Shape =
      switch quantity.source {
      case .number: .number
      case .list: .list
      case .table: .table
      }
    return Vocabulary.Entry(shape: shape, hasBaseline: quantity.hasBaseline)
  }

  /// What conditions about a problem of these classes can speak of.
  static func vocabulary(classes: ClassNames) -> Vocabulary {
    Vocabulary(quantities: entries, classes: classes)
  }
}

/// Where quantities are read: the screen as it is, or the baseline beside it.
struct Reading {
  let state: State
  let ofBaseline: Bool

  var evaluation: Evaluation { ofBaseline ? state.baselineEvaluation : state.evaluation }
  var problem: Problem { ofBaseline ? state.subject.comparedBaseline : state.problem }
  var settings: Problem.Settings {
    ofBaseline ? state.subject.baseline.settings : state.problem.settings
  }

  var batchLoss: Double? {
    let known = ofBaseline ? nil : state.batch
    return (known ?? problem.evaluateBatch()).value
  }

  func value(of loss: any Loss) -> LossValue? {
    problem.evaluateLoss(row: state.row, under: loss)
  }

  /// The class of which the textbook forms are shown.
  var textbookClass: Int { evaluation.positive ?? state.focus }

  func textbookForm(_ format: FloatingPointFormat, isStable: Bool) -> FloatingPointForm? {
    problem.floatingPointForms(row: state.row, class: textbookClass).forms
      .first { $0.format == format && $0.isStable == isStable }
  }

  /// The class that a condition names; nil where there is none now.
  func classIndex(_ name: String) -> Int? {
    if let index = Vocabulary.classIndex(name, in: state.problem.classes) { return index }
    return name == Vocabulary.positive ? evaluation.positive : nil
  }

  /// A class's name for a line that has little room.
  func name(_ index: Int) -> String { state.shortName(index) }

  /// The positive as the argument of s.
  var positiveName: Phrase {
    evaluation.positive.map { Phrase(verbatim: name($0)) } ?? .positiveInWords
  }
}
