import CSoftmax

/// Softmax, cross entropy and its gradient of row after row, in numbers that are used again.
///
/// The exponentials are taken once, block by block and each block by its own power of 2, so that one
/// reading of the logits is enough; what makes probabilities of them is known when all are summed.
public struct CrossEntropyPass: Sendable {
  /// C numbers, the softmax.
  public private(set) var probabilities: [Double]
  /// C numbers, the derivative of the loss with respect to each logit.
  public private(set) var gradient: [Double]
  /// `-log s_k` in nats.
  public private(set) var loss = 0.0

  /// A pass over rows of so many classes.
  ///
  /// - Parameter classes: C, at least 2; with fewer there is no row to evaluate.
  public init(classes: Int) {
    probabilities = [Double](repeating: 0, count: max(0, classes))
    gradient = probabilities
  }

  /// Evaluates a row.
  ///
  /// - Parameters:
  ///   - logits: C numbers, finite or -inf, one of them finite.
  ///   - target: The positive, counted from 0.
  ///   - temperature: T, above 0 and finite.
  /// - Throws: ``ProblemError`` for another number of logits than classes and a target out of range.
  ///   Logits that are NaN or +inf, or only -inf, a ``Problem`` refuses; here they are not looked for.
  /// - Complexity: O(C).
  public mutating func evaluate(
    logits: [Double],
    target: Int,
    temperature: Double = 1
  ) throws(ProblemError) {
    let count = probabilities.count
    guard logits.count == count else {
      throw .logitCount(row: 0, count: logits.count, expected: count)
    }
    guard logits.indices.contains(target) else {
      throw .targetOutOfRange(row: 0, index: target, classes: count)
    }
    guard temperature > 0, temperature.isFinite else { throw .invalidTemperature(temperature) }
    let tree = probabilities.withUnsafeMutableBufferPointer {
      ExponentialTree(
        logits,
        temperature: temperature,
        isAnchored: false,
        exponentials: $0.baseAddress
      )
    }
    tree.finish(&probabilities, &gradient)
    let odds = tree.ratio(of: tree.sum(of: logits, skipping: target), to: logits[target])
    loss =
      odds.high < .infinity
      ? logOnePlus(odds).value
      : -tree.softmax(of: logits).logProbability(target).value
    let complement = odds.high < .infinity ? (odds / (odds + Pair(1))).value : 1
    gradient[target] = -complement / temperature
  }
}
