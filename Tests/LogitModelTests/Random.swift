import LogitModel

/// Problems made from a seed, the same ones in every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next number of SplitMix64, which Steele, Lea and Flood published in 2014.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func numbers(_ count: Int, in range: ClosedRange<Double>) -> [Double] {
    (0..<count).map { _ in .random(in: range, using: &self) }
  }

  /// A row of 2 to 40 logits within ±spread and the index of its positive.
  mutating func row(spread: Double) -> (logits: [Double], positive: Int) {
    let count = Int.random(in: 2...40, using: &self)
    let logits = numbers(count, in: -spread...spread)
    return (logits, Int.random(in: 0..<count, using: &self))
  }

  /// A distribution over that many classes, which sums to 1 within rounding.
  mutating func distribution(_ count: Int) -> [Double] {
    let parts = numbers(count, in: 0.01...1)
    let sum = parts.reduce(0, +)
    return parts.map { $0 / sum }
  }
}
