/// A loss of one row of logits against its target.
///
/// What a loss takes beside the row, as γ or a margin, it finds in the row, from the problem's
/// settings. A new loss is one conforming type and one entry in ``Losses/all``.
public protocol Loss: Sendable, Hashable {
  /// The name in files and on the command line, in lower case with underscores.
  var name: String { get }

  /// True where class weights and label smoothing change this loss; with any other they rest.
  var usesWeightsAndSmoothing: Bool { get }

  /// True where the loss is a logarithm of probabilities, in nats, and may be said in bits.
  var isInNats: Bool { get }

  /// What turns the logits into that which the loss judges.
  var activation: Activation { get }

  /// The loss of one row.
  ///
  /// - Parameter row: The logits, their softmax and the target.
  /// - Returns: Value, per-class terms and gradient, none of them NaN; nil where the loss is defined
  ///   for one positive and the target has none.
  /// - Complexity: O(C).
  func evaluate(_ row: LossRow) -> LossValue?
}

extension Loss {
  /// False: weights and smoothing rest unless the loss says otherwise.
  public var usesWeightsAndSmoothing: Bool { false }

  /// True, unless the loss says otherwise.
  public var isInNats: Bool { true }

  /// Softmax, unless the loss says otherwise.
  public var activation: Activation { .softmax }
}

/// What stands between the logits and a loss, and so whether the classes reach one another.
public enum Activation: Hashable, Sendable {
  /// Every probability depends on every logit.
  case softmax
  /// Each probability depends on its own logit.
  case sigmoid
  /// The logits themselves are compared.
  case identity
}

/// A loss, its per-class terms and its gradient, in nats where the loss has that unit.
public struct LossValue: Equatable, Sendable {
  /// The loss of the row, the sum of ``terms``; where the target has mass on a class at -inf it is
  /// +inf, except Brier's.
  public var value: Double { exactValue.value }

  /// The value before it is rounded, so that a batch rounds once.
  package let exactValue: Pair

  /// C numbers, what each class adds to the sum.
  public let terms: ClassValues

  /// C numbers, the derivative of ``value`` with respect to each logit z (not z / T).
  public let gradient: ClassValues

  /// A loss from its parts.
  ///
  /// - Parameters:
  ///   - value: The loss of the row.
  ///   - terms: C numbers that sum to the value.
  ///   - gradient: C derivatives with respect to the logits.
  public init(value: Double, terms: [Double], gradient: [Double]) {
    self.init(Pair(value), terms: ClassValues(terms), gradient: ClassValues(gradient))
  }

  package init(_ exactValue: Pair, terms: [Double], gradient: [Double]) {
    self.init(exactValue, terms: ClassValues(terms), gradient: ClassValues(gradient))
  }

  package init(_ exactValue: Pair, terms: ClassValues, gradient: ClassValues) {
    self.exactValue = exactValue
    self.terms = terms
    self.gradient = gradient
  }

  /// Nothing to pay and nothing to move, as for an ignored row.
  static func zero(classes: Int) -> LossValue {
    let zeros = ClassValues(count: classes) { _ in 0 }
    return LossValue(.zero, terms: zeros, gradient: zeros)
  }
}

/// The losses the program knows, in the order in which they are listed.
public enum Losses {
  /// Every loss.
  public static let all: [any Loss] = [
    CrossEntropy(), AllClassNLL(), BinaryCrossEntropy(), Focal(), WestonWatkinsHinge(),
    CrammerSingerHinge(), OneVsAllHinge(), Brier(),
  ]

  /// The loss of that name.
  ///
  /// - Parameter name: A name as in files, `cross_entropy` for one.
  /// - Returns: The loss, or nil if there is none of that name.
  /// - Complexity: O(number of losses).
  public static func named(_ name: String) -> (any Loss)? {
    all.first { $0.name == name }
  }
}
