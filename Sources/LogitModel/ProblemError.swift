/// Why a problem, or an edit of one, is refused.
///
/// Rows and classes are counted from 0. Each case holds the place and the value as data, so that
/// they can be said in any language; ``description`` says them in English.
public enum ProblemError: Error, Equatable, Sendable {
  /// A class by its index and its name, since names need not be unique.
  public struct Class: Hashable, Sendable {
    /// The index, counted from 0.
    public let index: Int
    /// The name.
    public let name: String

    /// A class of that index and name.
    ///
    /// - Parameters:
    ///   - index: Counted from 0.
    ///   - name: As the problem has it.
    public init(index: Int, name: String) {
      self.index = index
      self.name = name
    }
  }

  /// There is no row of logits.
  case noRows
  /// There are fewer than two classes, or one would be left.
  case tooFewClasses(count: Int)
  /// A row holds another number of logits than there are classes.
  case logitCount(row: Int, count: Int, expected: Int)
  /// A logit is NaN or +inf.
  case invalidLogit(row: Int, class: Class, value: Double)
  /// Every logit of the row is -inf.
  case noFiniteLogit(row: Int)
  /// A probability is negative, NaN or infinite.
  case invalidProbability(row: Int, class: Class, value: Double)
  /// The probabilities of the row are all 0.
  case noProbability(row: Int)

  /// There is another number of class names than of logits in a row.
  case classNameCount(count: Int, expected: Int)
  /// There is another number of targets than of rows.
  case targetCount(count: Int, expected: Int)
  /// There is another number of class weights than of classes.
  case weightCount(count: Int, expected: Int)
  /// A new class has another number of logits than there are rows.
  case newClassLogitCount(count: Int, expected: Int)

  /// A target index is neither a class nor the ignore index.
  case targetOutOfRange(row: Int, index: Int, classes: Int)
  /// A target distribution has another length than there are classes.
  case targetLength(row: Int, count: Int, expected: Int)
  /// An element of a target distribution is negative, NaN or infinite.
  case invalidTarget(row: Int, class: Class, value: Double)
  /// A target distribution sums to 0, or to more than a double can hold, be it alone or
  /// times the class weights or the scaled logits.
  case invalidTargetSum(row: Int, sum: Double)

  /// The temperature is not above 0, or not finite.
  case invalidTemperature(Double)
  /// The label smoothing is outside 0...1, or NaN.
  case invalidLabelSmoothing(Double)
  /// The γ of the focal loss is below 0, or not finite.
  case invalidGamma(Double)
  /// The margin of the hinges is not above 0, or not finite.
  case invalidHingeMargin(Double)
  /// A class weight is negative, NaN or infinite.
  case invalidWeight(class: Class, value: Double)

  /// There is no such row, or no such place for a new one.
  case rowOutOfRange(row: Int, rows: Int)
  /// The row to be removed is the only one.
  case onlyRow
  /// There is no such class, or no such place for a new one.
  case classOutOfRange(index: Int, limit: Int)
  /// The class to be removed is the target of the row, or has mass in its distribution.
  case classIsTarget(row: Int, class: Class)
  /// The class to be removed is the one that the ignore index names.
  case classIsIgnored(class: Class)
  /// A probability asked for is not strictly between 0 and 1.
  case probabilityOutOfRange(Double)
  /// No logit of this class gives the probability, since every other class is at -inf.
  case noOtherFiniteLogit(row: Int, class: Class)
}

extension ProblemError: CustomStringConvertible {
  /// One line that names the place and the remedy.
  public var description: String {
    switch self {
    case .noRows:
      "no row of logits; give at least one"
    case .tooFewClasses(let count):
      "\(counted(count, "class", "classes")); at least 2 are needed"
    case .logitCount(let row, let count, let expected):
      "row \(row): \(counted(count, "logit", "logits")); give \(expected), one for each class"
    case .invalidLogit(let row, let place, let value):
      "\(at(row, place)): logit is \(value); "
        + "give a finite number or -inf to leave the class out"
    case .noFiniteLogit(let row):
      "row \(row): every logit is -inf; give at least one finite number"
    case .invalidProbability(let row, let place, let value):
      "\(at(row, place)): probability is \(value); give 0 or a positive number"
    case .noProbability(let row):
      "row \(row): every probability is 0; give at least one positive number"
    case .classNameCount(let count, let expected):
      "\(counted(count, "class name", "class names")); "
        + "give \(expected), one for each logit of a row"
    case .targetCount(let count, let expected):
      "\(counted(count, "target", "targets")); give \(expected), one for each row"
    case .weightCount(let count, let expected):
      "\(counted(count, "class weight", "class weights")); give \(expected), one for each class"
    case .newClassLogitCount(let count, let expected):
      "\(counted(count, "logit", "logits")) for the new class; give \(expected), one for each row"
    case .targetOutOfRange(let row, let index, let classes):
      "row \(row): target is class \(index); "
        + "give an index from 0 to \(classes - 1), or the ignore index"
    case .targetLength(let row, let count, let expected):
      "row \(row): target has \(counted(count, "number", "numbers")); "
        + "give \(expected), one for each class"
    case .invalidTarget(let row, let place, let value):
      "\(at(row, place)): target is \(value); give 0 or a positive number"
    case .invalidTargetSum(let row, let sum):
      sum == .infinity
        ? "row \(row): target sums to more than a double holds, alone or times the class weights or "
          + "the scaled logits; give smaller numbers"
        : "row \(row): target sums to \(sum); give numbers that sum to 1"
    case .invalidTemperature(let value):
      "temperature is \(value); give a finite number above 0"
    case .invalidLabelSmoothing(let value):
      "label smoothing is \(value); give a number from 0 to 1"
    case .invalidGamma(let value):
      "gamma is \(value); give 0 or a finite number above it"
    case .invalidHingeMargin(let value):
      "hinge margin is \(value); give a finite number above 0"
    case .invalidWeight(let place, let value):
      "\(name(place)): weight is \(value); give 0 or a positive number"
    case .rowOutOfRange(let row, let rows):
      "there is no row \(row); give an index from 0 to \(rows - 1)"
    case .onlyRow:
      "the problem has no other row; add one before removing this"
    case .classOutOfRange(let index, let limit):
      "there is no class \(index); give an index from 0 to \(limit)"
    case .classIsTarget(let row, let place):
      "\(at(row, place)): the class is a target; give the row another target before removing it"
    case .classIsIgnored(let place):
      "\(name(place)): the class is the ignore index; set another ignore index before removing it"
    case .probabilityOutOfRange(let value):
      "probability is \(value); give a number above 0 and below 1"
    case .noOtherFiniteLogit(let row, let place):
      "\(at(row, place)): every other class is at -inf, so the probability is 1; "
        + "give another class a finite logit"
    }
  }
}

private func name(_ place: ProblemError.Class) -> String {
  "class \"\(place.name)\" (\(place.index))"
}

private func at(_ row: Int, _ place: ProblemError.Class) -> String {
  "row \(row), \(name(place))"
}

private func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  "\(count) \(count == 1 ? singular : plural)"
}
