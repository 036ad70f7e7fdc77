import LogitModel

/// What the classes that the table does not show come to together, so that with them every column has
/// its sum.
struct RestOfClasses {
  let count: Int
  let sums: Remainder
  /// nil where the classes have none of it.
  let target: Double?
  let term: Double?
  let gradient: Double?

  /// O(classes shown), as long as what they leave has the digits that are shown; else, and for a target
  /// that is a distribution, O(C).
  init(_ state: State, _ evaluation: Evaluation, without shown: ShownClasses) {
    count = shown.hidden
    let sums = evaluation.remainder(without: shown)
    self.sums = sums
    let settings = state.problem.settings
    let smoothing = settings.loss.usesWeightsAndSmoothing ? settings.labelSmoothing : 0
    let index: Int? =
      if case .index(let index) = state.problem.targets[state.row] { index } else { nil }
    target = Self.target(state, evaluation, smoothing, shown)
    // The positive alone has a term then, and it is shown; the gradient is s times its weight.
    let isPlain =
      settings.loss is CrossEntropy && smoothing == 0 && index == evaluation.positive
      && !evaluation.isIgnored && index != nil
    let weight = index.flatMap { evaluation.positive == $0 ? settings.classWeights?[$0] : nil } ?? 1
    term =
      isPlain
      ? evaluation.loss.map { _ in 0 }
      : Self.rest(of: evaluation.lossTerms, total: evaluation.loss, state.digits, shown)
    gradient =
      isPlain
      ? evaluation.gradient.map { _ in sums.probability * weight / evaluation.temperature }
      : Self.rest(
        of: evaluation.gradient,
        total: settings.loss.isUnmovedByShifts ? 0 : nil,
        state.digits,
        shown
      )
  }

  private static func target(
    _ state: State,
    _ evaluation: Evaluation,
    _ smoothing: Double,
    _ shown: ShownClasses
  ) -> Double? {
    guard evaluation.target != nil else { return nil }
    let spread = smoothing * Double(shown.hidden) / Double(state.problem.classes.count)
    // An index is the positive's, which is shown.
    guard case .distribution(let mass) = state.problem.targets[state.row] else { return spread }
    return (1 - smoothing) * sum(of: mass, shown) + spread
  }

  /// What a total leaves beside the classes shown, where that has the digits that are wanted; else the sum.
  private static func rest(
    of values: ClassValues?,
    total: Double?,
    _ digits: Int,
    _ shown: ShownClasses
  ) -> Double? {
    guard let values else { return nil }
    if let total {
      var rest = CompensatedSum()
      rest.add(total)
      var size = abs(total)
      for index in shown {
        rest.add(-values[index])
        size += abs(values[index])
      }
      let least = size * 1e-14 * tenfold(digits)
      if rest.value.isFinite, abs(rest.value) > least { return rest.value }
    }
    return sum(of: values, shown)
  }

  private static func tenfold(_ digits: Int) -> Double {
    (0..<digits).reduce(1) { power, _ in 10 * power }
  }

  private static func sum<Values: RandomAccessCollection>(
    of values: Values,
    _ shown: ShownClasses
  ) -> Double where Values.Element == Double, Values.Index == Int {
    var sum = CompensatedSum()
    for range in shown.hiddenRanges {
      for index in range { sum.add(values[index]) }
    }
    return sum.value
  }
}

extension Loss {
  /// Whether the same number added to every logit changes nothing, and so the gradient sums to 0.
  fileprivate var isUnmovedByShifts: Bool {
    switch self {
    case is CrossEntropy, is AllClassNLL, is Focal, is Brier, is WestonWatkinsHinge,
      is CrammerSingerHinge:
      true
    default: false
    }
  }
}
