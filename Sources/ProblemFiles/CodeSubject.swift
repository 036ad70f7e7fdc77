import LogitModel

/// What a program has to say of a problem: the rows that have a loss, and how it is computed.
struct CodeSubject {
  /// The losses by their names, those of which a formula is known.
  enum Formula: String {
    case crossEntropy = "cross_entropy"
    case allClassNLL = "all_class_nll"
    case binaryCrossEntropy = "binary_cross_entropy"
    case focal
    case westonWatkins = "hinge_weston_watkins"
    case crammerSinger = "hinge_crammer_singer"
    case oneVsAll = "hinge_one_vs_all"
    case brier
  }

  enum Targets {
    case indices([Int])
    case distributions([[Double]])
  }

  /// By what the sum of the losses is divided for a mean.
  enum Divisor {
    case rows
    /// The class weights of the targets.
    case targetWeights
    /// Class weights of some targets, 1 for each distribution.
    case number(Double)
  }

  let title: String
  let classes: [String]
  let formula: Formula
  let settings: Problem.Settings
  /// The rows that the program has, of so many.
  let rows: [Int]
  let rowCount: Int
  let logits: [[Double]]
  let targets: Targets
  /// What the one class of each row's target has, where that is not always 1.
  let masses: [Double]?
  let divisor: Divisor
  /// The class weights, where the loss takes them.
  let weights: [Double]?
  /// ε, 0 where the loss takes none.
  let smoothing: Double
  /// The reduced loss, NaN for a mean over nothing; nil under reduction none.
  let value: Double?
  /// Whether the library's own cross entropy does all of it; it then leaves ignored rows out itself.
  let callsLibrary: Bool

  /// What a language needs that has a library with a cross entropy of its own, or has none.
  init(_ problem: Problem, hasCrossEntropy: Bool) throws(GeneratedCode.Refusal) {
    let settings = problem.settings
    let counted = problem.logits.indices.filter {
      !problem.isIgnored(row: $0) && problem.evaluateLoss(row: $0) != nil
    }
    guard let formula = Formula(rawValue: settings.loss.name), !counted.isEmpty else {
      throw .noLoss
    }
    title = problem.title
    classes = Array(problem.classes)
    self.formula = formula
    self.settings = settings
    weights = settings.loss.usesWeightsAndSmoothing ? settings.classWeights : nil
    smoothing = settings.loss.usesWeightsAndSmoothing ? settings.labelSmoothing : 0
    rowCount = problem.logits.count

    let found = counted.compactMap { problem.targets[$0] }
    let areIndices = found.allSatisfy(\.isIndex)
    divisor = Self.divisor(found, weights)
    let divides: Bool = if case .number = divisor { true } else { false }
    let leavesOut = counted.contains { problem.logits[$0].contains(-.infinity) }
    // 0 times the logarithm of a probability of 0 is NaN in a library.
    let isSafe = !leavesOut || (areIndices && smoothing == 0 && weights == nil)
    callsLibrary = hasCrossEntropy && formula == .crossEntropy && isSafe && !divides

    rows =
      callsLibrary && areIndices
      ? problem.logits.indices.filter { counted.contains($0) || problem.isIgnored(row: $0) }
      : counted
    logits = rows.map { problem.logits[$0] }
    let kept = rows.compactMap { problem.targets[$0] }
    targets =
      areIndices || formula.takesOnePositive
      ? .indices(kept.compactMap(\.positive))
      : .distributions(kept.map { $0.mass(classes: problem.classes.count) })
    let masses = found.map(\.largestMass)
    self.masses = formula.takesOnePositive && masses.contains { $0 != 1 } ? masses : nil
    value =
      settings.reduction == .none ? nil : problem.evaluateBatch().value ?? .nan
    guard numberCount <= GeneratedCode.numberLimit else { throw .tooLong }
  }

  private static func divisor(_ targets: [Target], _ weights: [Double]?) -> Divisor {
    guard let weights, targets.contains(where: \.isIndex) else { return .rows }
    if targets.allSatisfy(\.isIndex) { return .targetWeights }
    return .number(
      targets.reduce(0) { sum, target in
        if case .index(let index) = target { sum + weights[index] } else { sum + 1 }
      }
    )
  }

  /// How many numbers of targets and weights the program has to hold.
  private var numberCount: Int {
    let targets =
      switch targets {
      case .indices(let indices): indices.count
      case .distributions(let masses): masses.count * classes.count
      }
    return targets + (masses?.count ?? 0) + (weights?.count ?? 0)
  }

  /// Whether the logits are too many to stand in the program.
  var readsLogits: Bool { logits.count * classes.count > GeneratedCode.numberLimit }

  var hasLeftOut: Bool { logits.contains { $0.contains(-.infinity) } }

  /// T; 1 where the loss takes none.
  var temperature: Double { settings.loss.activation == .identity ? 1 : settings.temperature }

  /// The first lines, each to stand behind the sign of a comment.
  func introduction(in language: String) -> [String] {
    let file = GeneratedCode.logitsFile
    let source = "reads \(file): write it with :save \(file), or eval --save logits=\(file)"
    return ["\(settings.loss.name) in \(language), written by logitscope"]
      + (readsLogits ? [source] : [])
  }

  /// What is said of the problem, each to stand behind the sign of a comment.
  var notes: [String] {
    let left = rowCount - rows.count
    let rows = "\(left) of \(rowCount) rows left out: ignored, or without a target for this loss"
    return (title.isEmpty ? [] : [SourceText.comment(title)]) + (left > 0 ? [rows] : [])
  }

  /// The names of the classes, where they say more than their place.
  var names: [String]? {
    readsLogits || classes == classes.indices.map(String.init) ? nil : classes
  }
}

extension CodeSubject.Formula {
  fileprivate var takesOnePositive: Bool {
    switch self {
    case .focal, .westonWatkins, .crammerSinger, .oneVsAll: true
    case .crossEntropy, .allClassNLL, .binaryCrossEntropy, .brier: false
    }
  }
}

extension Target {
  fileprivate var isIndex: Bool {
    if case .index = self { true } else { false }
  }

  fileprivate var largestMass: Double {
    switch self {
    case .index: 1
    case .distribution(let mass): mass.max() ?? 1
    }
  }

  fileprivate func mass(classes: Int) -> [Double] {
    switch self {
    case .index(let index): (0..<classes).map { $0 == index ? 1 : 0 }
    case .distribution(let mass): mass
    }
  }
}
