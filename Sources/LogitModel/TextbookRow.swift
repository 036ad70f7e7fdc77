import RealModule

/// A row on which textbook code is run as it stands, in a format.
struct TextbookRow {
  let logits: [Double]
  let temperature: Double
  /// nil where there is no loss.
  let target: Target?
  let epsilon: Double

  struct Result {
    let fault: SoftmaxFault?
    let probability: Double
    /// NaN without a target.
    let loss: Double
    let epsilonLoss: Double
    /// Whether epsilon is more than a probability of which the loss takes the logarithm.
    let isCapped: Bool
  }

  func evaluate(in format: FloatingPointFormat, isStable: Bool, class index: Int) -> Result {
    switch format {
    case .binary64: evaluate(in: Double.self, isStable: isStable, class: index)
    case .binary32: evaluate(in: Float.self, isStable: isStable, class: index)
    case .binary16: evaluate(in: Float16.self, isStable: isStable, class: index)
    }
  }

  private func evaluate<Number: BinaryFloatingPoint & Real>(
    in format: Number.Type,
    isStable: Bool,
    class index: Int
  ) -> Result {
    let divisor = Number(temperature)
    let scaled = logits.map { Number($0) / divisor }
    let largest = scaled.reduce(-Number.infinity, Number.maximum)
    let exponentials = scaled.map { Number.exp(isStable ? $0 - largest : $0) }
    let sum = exponentials.reduce(0, +)
    let probabilities = exponentials.map { $0 / sum }
    let epsilon = Number(epsilon)
    let loss =
      isStable
      ? stableLoss(scaled.map { $0 - largest }, logSum: Number.log(sum))
      : -logLikelihood(probabilities, epsilon: 0)
    return Result(
      fault: fault(in: scaled, largest, sum),
      probability: Double(probabilities[index]),
      // A zero of either sign is shown as one.
      loss: Double(loss) + 0,
      epsilonLoss: Double(-logLikelihood(probabilities, epsilon: epsilon)) + 0,
      isCapped: probabilities.indices.contains { hasMass($0) && probabilities[$0] < epsilon }
    )
  }

  private func fault<Number: BinaryFloatingPoint & Real>(
    in scaled: [Number],
    _ largest: Number,
    _ sum: Number
  ) -> SoftmaxFault? {
    if !largest.isFinite || scaled.contains(where: \.isNaN) { return .logitOutOfRange }
    if sum == 0 { return .sumUnderflow }
    guard sum.isInfinite else { return nil }
    return Number.exp(largest).isInfinite
      ? .exponentialOverflow(of: Double(largest)) : .sumOverflow
  }

  private func hasMass(_ index: Int) -> Bool {
    switch target {
    case .index(let positive): index == positive
    case .distribution(let mass): mass[index] > 0
    case nil: false
    }
  }

  /// `Σ y_i log(s_i + epsilon)`, over all classes where the target is a distribution.
  private func logLikelihood<Number: BinaryFloatingPoint & Real>(
    _ probabilities: [Number],
    epsilon: Number
  ) -> Number {
    switch target {
    case .index(let positive): Number.log(probabilities[positive] + epsilon)
    case .distribution(let mass):
      zip(mass, probabilities).reduce(0) { $0 + Number($1.0) * Number.log($1.1 + epsilon) }
    case nil: .nan
    }
  }

  /// `Σ y_i (log Σ exp(a_j - a_max) - (a_i - a_max))` over the classes that have mass.
  private func stableLoss<Number: BinaryFloatingPoint & Real>(
    _ shifted: [Number],
    logSum: Number
  ) -> Number {
    switch target {
    case .index(let positive): logSum - shifted[positive]
    case .distribution(let mass):
      zip(mass, shifted).reduce(0) { sum, pair in
        pair.0 > 0 ? sum + Number(pair.0) * (logSum - pair.1) : sum
      }
    case nil: .nan
    }
  }
}
