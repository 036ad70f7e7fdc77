import CSoftmax
import RealModule

/// The cross entropy of one row whose logits change one by one.
///
/// All the negatives act through one number, the sum of their exponentials. It is kept in a tree, so
/// that a change costs O(log C) and the loss and the positive's probability are there at once; and as
/// every sum is made anew of what is below it, no error is carried from one change to the next.
public struct IncrementalCrossEntropy: Sendable {
  /// C logits; -inf leaves a class out.
  public private(set) var logits: [Double]
  /// The class the others are negatives of.
  public let target: Int
  /// T, above 0.
  public let temperature: Double

  /// The logits with the positive left out, filled up to whole registers, and the sums of their
  /// exponentials.
  private var negatives: [Double]
  private var tree: ExponentialTree
  /// The exponential of the positive, by the measure of the tree.
  private var own: csoftmax_sum
  /// `Σ exp(a_j - a_k)` over the negatives j of the positive k, `(1 - s_k) / s_k`.
  private var odds = 0.0

  /// A row and its positive.
  ///
  /// - Parameters:
  ///   - logits: C >= 2 numbers, finite or -inf, one of them finite.
  ///   - target: The positive, counted from 0.
  ///   - temperature: T, above 0 and finite.
  /// - Throws: ``ProblemError`` for what is refused, with its place.
  /// - Complexity: O(C).
  public init(logits: [Double], target: Int, temperature: Double = 1) throws(ProblemError) {
    let settings = Problem.Settings(temperature: temperature)
    let problem = try Problem(logits: [logits], targets: [.index(target)], settings: settings)
    try problem.validateClass(target)
    self.logits = logits
    self.target = target
    self.temperature = temperature
    negatives = logits
    negatives[target] = -.infinity
    while negatives.count % 8 != 0 { negatives.append(-.infinity) }
    tree = ExponentialTree(negatives, temperature: temperature, isAnchored: false)
    own = tree.one(logits[target])
    odds = tree.top.quotient(by: own)
  }

  /// Sets one logit.
  ///
  /// - Parameters:
  ///   - value: A finite number, or -inf to leave the class out.
  ///   - index: The class, counted from 0.
  /// - Throws: ``ProblemError`` for a class out of range, NaN, +inf, or where only -inf would be left;
  ///   the row is then unchanged.
  /// - Complexity: O(log C).
  public mutating func setLogit(_ value: Double, class index: Int) throws(ProblemError) {
    guard logits.indices.contains(index) else {
      throw .classOutOfRange(index: index, limit: logits.count - 1)
    }
    guard value < .infinity else {
      let place = ProblemError.Class(index: index, name: String(index))
      throw .invalidLogit(row: 0, class: place, value: value)
    }
    let old = logits[index]
    set(value, index)
    guard logits[target] == -.infinity, tree.top.maximum == -.infinity else { return }
    set(old, index)
    throw .noFiniteLogit(row: 0)
  }

  private mutating func set(_ value: Double, _ index: Int) {
    logits[index] = value
    if index == target {
      own = tree.one(value)
    } else {
      negatives[index] = value
      if tree.update(index, in: negatives) { own = tree.one(logits[target]) }
    }
    odds = tree.top.quotient(by: own)
  }

  /// `-log s_k` in nats, at least 0; +inf where the positive is at -inf.
  ///
  /// - Complexity: O(1).
  public var loss: Double {
    if odds < 1 { return .log(onePlus: odds) }
    // Odds that no double holds have a logarithm all the same.
    return odds < .infinity
      ? .log(1 + odds) : -tree.softmax(of: negatives).margin(of: logits[target]).value
  }

  /// `s_k`, in 0...1.
  ///
  /// - Complexity: O(1).
  public var positiveProbability: Double { odds < .infinity ? 1 / (1 + odds) : .exp(-loss) }
}
