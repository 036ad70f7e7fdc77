import RealModule

/// The logarithm of the sum of exponentials, `log Σ exp(x_i)`.
///
/// `exp` overflows above 709.78; shifting by the maximum first keeps every exponential at most 1,
/// and the maximum's own 1 is kept out of the sum, so that a tiny rest is not lost beside it.
///
/// - Parameter logits: C numbers in nats; -inf leaves a class out.
/// - Returns: A number of nats, at least the maximum and at most the maximum + log C. -inf if there
///   are no numbers or only -inf, +inf if one is +inf, NaN if one is NaN.
/// - Complexity: O(C).
public func logSumExp(_ logits: [Double]) -> Double {
  if logits.contains(where: \.isNaN) { return .nan }
  if logits.contains(.infinity) { return .infinity }
  return logits.count < 2
    ? logits.first ?? -.infinity
    : Softmax(logits, temperature: 1).logSumExp
}

/// The softmax, `s_i = exp(z_i / T) / Σ_j exp(z_j / T)`.
///
/// - Parameters:
///   - logits: C numbers; -inf leaves a class out.
///   - temperature: T, above 0 and finite.
/// - Returns: C probabilities that sum to 1 within rounding. All NaN where softmax is not defined:
///   only -inf, a +inf, a NaN, or a temperature out of range.
/// - Complexity: O(C).
public func softmax(_ logits: [Double], temperature: Double = 1) -> [Double] {
  pieces(logits, temperature).map { Array($0.probabilities) } ?? logits.map { _ in .nan }
}

/// The logarithm of the softmax, `log s_i = z_i / T - log Σ_j exp(z_j / T)`.
///
/// Taken from the logits and not from the probabilities: it is exact where `s_i` underflows and
/// where `s_i` rounds to 1.
///
/// - Parameters:
///   - logits: C numbers; -inf leaves a class out.
///   - temperature: T, above 0 and finite.
/// - Returns: C numbers of nats, at most 0. All NaN where ``softmax(_:temperature:)`` is.
/// - Complexity: O(C).
public func logSoftmax(_ logits: [Double], temperature: Double = 1) -> [Double] {
  pieces(logits, temperature).map { Array($0.logProbabilities) } ?? logits.map { _ in .nan }
}

/// The logistic function, `1 / (1 + exp(-x))`.
///
/// - Parameter x: Any number; the margin of a class makes this its softmax probability.
/// - Returns: A probability; relative accuracy is kept as it falls towards 0. NaN for NaN.
/// - Complexity: O(1).
public func sigmoid(_ x: Double) -> Double {
  sigmoid(Pair(x))
}

/// The softplus, `log(1 + exp(x))`: the loss of a class whose margin is -x.
///
/// - Parameter x: Any number.
/// - Returns: A number of nats, at least 0 and at least x; close to `exp(x)` for very negative x.
///   NaN for NaN.
/// - Complexity: O(1).
public func softplus(_ x: Double) -> Double {
  softplus(Pair(x)).value
}

/// The cross entropy of one row of logits against a target, `-Σ y_i log softmax(z)_i`.
///
/// No weights, no smoothing, temperature 1; a ``Problem`` has those.
///
/// - Parameters:
///   - logits: C >= 2 numbers; -inf leaves a class out.
///   - target: A class index, or C non-negative numbers.
/// - Returns: The loss in nats; +inf where the target has mass on a class at -inf, 0 for the index
///   -100, which is to be ignored.
/// - Throws: ``ProblemError`` where the logits or the target are refused.
/// - Complexity: O(C).
public func crossEntropy(logits: [Double], target: Target) throws(ProblemError) -> Double {
  let problem = try Problem(logits: [logits], targets: [target])
  return problem.evaluate(row: 0).loss ?? 0
}

func sigmoid(_ x: Pair) -> Double {
  let tail = exponentialOfMinusMagnitude(x)
  let numerator = x.high < 0 ? Pair(tail) : Pair(1)
  return (numerator / Pair(sum: 1, tail)).value
}

func softplus(_ x: Pair) -> Pair {
  let bend = logOnePlus(Pair(exponentialOfMinusMagnitude(x)))
  return x.high > 0 ? x + bend : bend
}

/// `exp(-|x|)`, which neither overflows nor loses the low part of x.
private func exponentialOfMinusMagnitude(_ x: Pair) -> Double {
  let exponential = Double.exp(-x.high.magnitude)
  return exponential.addingProduct(exponential, x.high < 0 ? x.low : -x.low)
}

private func pieces(_ logits: [Double], _ temperature: Double) -> Softmax? {
  guard
    temperature > 0, temperature.isFinite,
    logits.contains(where: \.isFinite),
    logits.allSatisfy({ $0 < .infinity })
  else { return nil }
  return Softmax(logits, temperature: temperature)
}
