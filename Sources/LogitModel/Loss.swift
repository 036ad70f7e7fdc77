/// A loss of one row of logits against its target.
///
/// A conforming value holds the loss's parameters, so that two losses are equal when they compute
/// the same function. A new loss is one conforming type and one entry in ``Losses/all``.
public protocol Loss: Sendable, Hashable {
  /// The name in files and on the command line, in lower case with underscores.
  var name: String { get }

  /// True where class weights and label smoothing change this loss; with any other they rest.
  var usesWeightsAndSmoothing: Bool { get }

  /// The loss of one row.
  ///
  /// - Parameter row: The logits, their softmax and the target.
  /// - Returns: Value, per-class terms and gradient, none of them NaN.
  /// - Complexity: O(C).
  func evaluate(_ row: LossRow) -> LossValue
}

extension Loss {
  /// False: weights and smoothing rest unless the loss says otherwise.
  public var usesWeightsAndSmoothing: Bool { false }
}

/// A loss, its per-class terms and its gradient.
public struct LossValue: Equatable, Sendable {
  /// The loss of the row in nats, the sum of ``terms``; +inf where the target has mass on a class
  /// at -inf.
  public let value: Double

  /// C numbers in nats, what each class adds to the sum.
  public let terms: [Double]

  /// C numbers, the derivative of ``value`` with respect to each logit z (not z / T).
  public let gradient: [Double]

  /// A loss from its parts.
  ///
  /// - Parameters:
  ///   - value: The loss of the row.
  ///   - terms: C numbers that sum to the value.
  ///   - gradient: C derivatives with respect to the logits.
  public init(value: Double, terms: [Double], gradient: [Double]) {
    self.value = value
    self.terms = terms
    self.gradient = gradient
  }
}

/// The losses the program knows, in the order in which they are listed.
public enum Losses {
  /// Every loss with its default parameters.
  public static let all: [any Loss] = [CrossEntropy(), BinaryCrossEntropy()]

  /// The loss of that name with its default parameters.
  ///
  /// - Parameter name: A name as in files, `cross_entropy` for one.
  /// - Returns: The loss, or nil if there is none of that name.
  /// - Complexity: O(number of losses).
  public static func named(_ name: String) -> (any Loss)? {
    all.first { $0.name == name }
  }
}
