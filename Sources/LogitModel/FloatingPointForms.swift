import RealModule

/// What the textbook forms of softmax and of its loss give for one row in three formats, beside
/// the exact numbers.
///
/// They exist only to be shown beside the exact ones. Naive is `exp(a_i) / Σ exp(a_j)` and
/// `-log s_k`; stable takes the largest `a = z / T` from each first, for the
/// exponentials and for its loss `logsumexp(a) - a_k`. With an epsilon the loss is `-log(s_k + epsilon)` of either softmax. Every
/// number is rounded to the format before anything is done with it, and every operation rounds to
/// it, sums from left to right: hardware that adds 16-bit numbers up in 32 bits loses less.
///
/// The target counts as it was given, without smoothing and weights. For a distribution the naive
/// loss is the sum `-Σ y_i log s_i` over all classes as array code writes it, in which a class of
/// `y_i = 0` and `s_i = 0` makes 0 · -inf = NaN; the stable one leaves out the classes without mass.
public struct FloatingPointForms: Equatable, Sendable {
  /// The class whose probability is given.
  public let index: Int
  /// The exact softmax of the class.
  public let probability: Double
  /// 1 less the exact softmax of the class.
  public let complement: Double
  /// The exact `-Σ y_i log s_i` in nats; nil without a target and for an ignored row.
  public let loss: Double?
  /// What is added to a probability before its logarithm is taken.
  public let epsilon: Double
  /// Naive and stable in 64 bits, then in 32, then in 16.
  public let forms: [FloatingPointForm]
}

/// One form in one format.
public struct FloatingPointForm: Equatable, Sendable {
  /// The format of every number and operation.
  public let format: FloatingPointFormat
  /// Whether the largest logit is taken off before exponentials are.
  public let isStable: Bool
  /// What of the softmax is not a finite number above 0, if anything.
  public let fault: SoftmaxFault?
  /// The softmax of the class.
  public let probability: FloatingPointNumber
  /// The loss in nats; nil where there is no exact one.
  public let loss: FloatingPointNumber?
  /// The loss with epsilon, in nats; nil where there is no exact one.
  public let epsilonLoss: FloatingPointNumber?
}

/// Why a softmax fails as a whole.
public enum SoftmaxFault: Hashable, Sendable {
  /// The largest z / T is no finite number of the format.
  case logitOutOfRange
  /// The exponential of the largest z / T, which is given, is infinite.
  case exponentialOverflow(of: Double)
  /// Every exponential is finite, their sum is not.
  case sumOverflow
  /// Every exponential is 0, and so is their sum.
  case sumUnderflow
}

/// A number of a format beside the exact one.
public struct FloatingPointNumber: Equatable, Sendable {
  /// What a format's number is to the exact one.
  public enum Outcome: Hashable, Sendable {
    /// The exact number or one that is near it, by as much as the format has.
    case number
    /// Infinite, and the exact number is finite.
    case overflow
    /// 0, and the exact number is not.
    case underflow
    /// Below 0, and the exact number is not.
    case belowZero
    /// A logarithm was taken of an epsilon larger than the probability beside it.
    case capped
    /// NaN.
    case notANumber
  }

  /// The number, which every format's fits; NaN and infinities as they came.
  public let value: Double
  /// What it is to the exact number.
  public let outcome: Outcome
  /// The decimal digits that are right, from 0 to 17.
  ///
  /// See ``correctDigits(of:against:)``.
  public let correctDigits: Int

  init(_ value: Double, exact: Double, isCapped: Bool = false) {
    self.value = value
    correctDigits = LogitModel.correctDigits(of: value, against: exact)
    outcome =
      if value.isNaN {
        .notANumber
      } else if value.isInfinite && exact.isFinite {
        .overflow
      } else if value == 0 && exact != 0 {
        .underflow
      } else if value < 0 && exact >= 0 {
        .belowZero
      } else {
        isCapped ? .capped : .number
      }
  }
}

/// How many decimal digits of a number are right: `-log10` of its relative error, rounded down.
///
/// - Parameters:
///   - value: Any number.
///   - exact: The number that it stands for.
/// - Returns: 17 for equal numbers, infinite ones too; else at most 15, and 0 for NaN, for an
///   infinity, and where the error is as large as the exact number.
/// - Complexity: O(1).
public func correctDigits(of value: Double, against exact: Double) -> Int {
  if value == exact { return 17 }
  let error = ((value - exact) / exact).magnitude
  // An infinite number has an error of NaN or infinity, as all have beside 0.
  guard error < 1 else { return 0 }
  return min(15, Int(-Double.log10(error)))
}

extension Problem {
  /// Softmax and loss of one row in their textbook forms, in 64, 32 and 16 bits.
  ///
  /// - Parameters:
  ///   - row: The row, counted from 0; it must exist.
  ///   - index: The class whose probability is wanted, counted from 0; it must exist.
  ///   - epsilon: What is added to a probability before its logarithm is taken, above 0.
  /// - Returns: Six forms and the exact numbers.
  /// - Complexity: O(C).
  public func floatingPointForms(
    row: Int,
    class index: Int,
    epsilon: Double = 1e-9
  ) -> FloatingPointForms {
    let softmax = Softmax(logits[row], temperature: settings.temperature)
    let target = isIgnored(row: row) ? nil : targets[row]
    let loss: Double? =
      target.map { TargetMass($0, classes: softmax.count).surprise(under: softmax).value + 0 }
    let exact = (probability: softmax.probability(index), loss: loss)
    let textbook = TextbookRow(
      logits: logits[row],
      temperature: settings.temperature,
      target: target,
      epsilon: epsilon
    )
    let forms = FloatingPointFormat.allCases.flatMap { format in
      [false, true].map { isStable in
        let result = textbook.evaluate(in: format, isStable: isStable, class: index)
        return FloatingPointForm(
          format: format,
          isStable: isStable,
          fault: result.fault,
          probability: FloatingPointNumber(result.probability, exact: exact.probability),
          loss: exact.loss.map { FloatingPointNumber(result.loss, exact: $0) },
          epsilonLoss: exact.loss.map {
            FloatingPointNumber(result.epsilonLoss, exact: $0, isCapped: result.isCapped)
          }
        )
      }
    }
    return FloatingPointForms(
      index: index,
      probability: exact.probability,
      complement: softmax.complement(index),
      loss: loss,
      epsilon: epsilon,
      forms: forms
    )
  }
}
