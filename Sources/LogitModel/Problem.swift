import RealModule

/// Rows of logits over the same classes, their targets, and the settings of the loss.
///
/// A problem is valid from its first moment: what softmax or a loss cannot be defined for is
/// refused by the initialisers and by every edit, which then leaves the problem as it was.
public struct Problem: Equatable, Sendable {
  /// What the rows have in common: temperature, smoothing, weights, and which loss and reduction.
  public struct Settings: Sendable {
    /// T, above 0 and finite; logits are divided by it.
    public var temperature: Double
    /// ε in 0...1; the target becomes `(1 - ε) y + ε / C`.
    ///
    /// Cross entropy alone uses it.
    public var labelSmoothing: Double
    /// C non-negative finite weights, or nil where each is 1.
    ///
    /// Cross entropy alone uses them.
    public var classWeights: [Double]?
    /// The target index that leaves a row out of the loss.
    public var ignoreIndex: Int
    /// γ of the focal loss, at least 0 and finite; at 0 it is cross entropy.
    public var gamma: Double
    /// Δ of the hinges, above 0 and finite.
    public var hingeMargin: Double
    /// The loss.
    public var loss: any Loss
    /// How the rows' losses become one.
    public var reduction: Reduction

    /// Settings, by default those of plain cross entropy.
    ///
    /// - Parameters:
    ///   - temperature: Above 0 and finite.
    ///   - labelSmoothing: In 0...1.
    ///   - classWeights: One for each class, or nil.
    ///   - ignoreIndex: The target index that leaves a row out.
    ///   - gamma: At least 0 and finite.
    ///   - hingeMargin: Above 0 and finite.
    ///   - loss: The loss.
    ///   - reduction: How the rows' losses become one.
    public init(
      temperature: Double = 1,
      labelSmoothing: Double = 0,
      classWeights: [Double]? = nil,
      ignoreIndex: Int = -100,
      gamma: Double = 2,
      hingeMargin: Double = 1,
      loss: any Loss = CrossEntropy(),
      reduction: Reduction = .mean
    ) {
      self.temperature = temperature
      self.labelSmoothing = labelSmoothing
      self.classWeights = classWeights
      self.ignoreIndex = ignoreIndex
      self.gamma = gamma
      self.hingeMargin = hingeMargin
      self.loss = loss
      self.reduction = reduction
    }
  }

  /// What the problem is called; may be empty.
  public internal(set) var title: String
  /// C >= 2 class names, which need not be unique.
  public internal(set) var classes: ClassNames
  /// Rows x C logits, at least one row; finite or -inf, with a finite one in each row.
  public internal(set) var logits: [[Double]] {
    didSet { spare = nil }
  }
  /// One for each row; nil where a row has none.
  public internal(set) var targets: [Target?]
  /// The settings of the loss.
  public internal(set) var settings: Settings
  /// What a change of one logit has replaced, to be used again by the next one.
  var spare: SpareRow?

  /// A problem from rows of logits.
  ///
  /// - Parameters:
  ///   - title: May be empty.
  ///   - classes: C names, by default "0", "1" and so on.
  ///   - logits: Rows x C numbers, finite or -inf (a class left out).
  ///   - targets: One for each row, nil for none; by default none at all.
  ///   - settings: The settings of the loss.
  /// - Throws: ``ProblemError`` for what is refused, with its place.
  /// - Complexity: O(rows x C).
  public init(
    title: String = "",
    classes: [String]? = nil,
    logits: [[Double]],
    targets: [Target?]? = nil,
    settings: Settings = Settings()
  ) throws(ProblemError) {
    guard let first = logits.first else { throw .noRows }
    self.title = title
    self.classes = classes.map { ClassNames($0) } ?? ClassNames(numbered: first.count)
    self.logits = logits
    self.targets = targets ?? [Target?](repeating: nil, count: logits.count)
    self.settings = settings
    try validate()
  }

  /// A problem from rows of probabilities, whose logits are their logarithms.
  ///
  /// Logits are defined up to a constant, so a row need not sum to 1; a probability of 0 becomes
  /// -inf.
  ///
  /// - Parameters:
  ///   - title: May be empty.
  ///   - classes: C names, by default "0", "1" and so on.
  ///   - probabilities: Rows x C non-negative finite numbers, one above 0 in each row.
  ///   - targets: One for each row, nil for none; by default none at all.
  ///   - settings: The settings of the loss.
  /// - Throws: ``ProblemError`` for what is refused, with its place.
  /// - Complexity: O(rows x C).
  public init(
    title: String = "",
    classes: [String]? = nil,
    probabilities: [[Double]],
    targets: [Target?]? = nil,
    settings: Settings = Settings()
  ) throws(ProblemError) {
    for (row, values) in probabilities.enumerated() {
      for (index, value) in values.enumerated() where !(value >= 0 && value.isFinite) {
        let names = classes ?? []
        let name = names.indices.contains(index) ? names[index] : String(index)
        throw .invalidProbability(row: row, class: .init(index: index, name: name), value: value)
      }
      guard values.isEmpty || values.contains(where: { $0 > 0 }) else {
        throw .noProbability(row: row)
      }
    }
    try self.init(
      title: title,
      classes: classes,
      logits: probabilities.map { $0.map { Double.log($0) } },
      targets: targets,
      settings: settings
    )
  }
}

extension Problem {
  /// True where every part is equal, titles and names to the scalar: a composed é is not an e with
  /// an accent.
  ///
  /// - Parameters:
  ///   - a: A problem.
  ///   - b: Another.
  /// - Returns: Whether they are equal.
  /// - Complexity: O(rows x C).
  public static func == (a: Self, b: Self) -> Bool {
    a.title.utf8.elementsEqual(b.title.utf8)
      && a.classes == b.classes
      && a.logits == b.logits
      && a.targets == b.targets
      && a.settings == b.settings
  }
}

extension Problem.Settings: Equatable {
  /// True where every setting is equal.
  ///
  /// - Parameters:
  ///   - a: Some settings.
  ///   - b: Others.
  /// - Returns: Whether they are equal.
  /// - Complexity: O(C).
  public static func == (a: Self, b: Self) -> Bool {
    a.temperature == b.temperature
      && a.labelSmoothing == b.labelSmoothing
      && a.classWeights == b.classWeights
      && a.ignoreIndex == b.ignoreIndex
      && a.gamma == b.gamma
      && a.hingeMargin == b.hingeMargin
      && AnyHashable(a.loss) == AnyHashable(b.loss)
      && a.reduction == b.reduction
  }
}
