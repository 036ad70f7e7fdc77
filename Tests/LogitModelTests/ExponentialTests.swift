import LogitModel
import RealModule
import Testing

@Suite("The exponential of every kind of register")
struct ExponentialTests {
  static let kinds = allPasses().indices

  /// Numbers over the whole range, at its ends, and where the power of 2 changes.
  private static let arguments: [Double] = {
    var random = Random(seed: 1)
    let whole = random.numbers(3000, in: -745.2...0)
    let nearZero = random.numbers(500, in: -60...0).map { -Double.exp2($0) }
    let subnormal = random.numbers(500, in: -745.2 ... -708)
    let halves = (1...2150).flatMap { count -> [Double] in
      let x = -Double(count) * (Double.log(2) / 2)
      return [x.nextDown, x, x.nextUp]
    }
    return whole + nearZero + subnormal + halves
  }()

  /// The argument and the distance of the farthest.
  private func farthest(_ distances: [(Double, Double)]) -> (Double, Double) {
    distances.max { $0.1 < $1.1 } ?? (0, .infinity)
  }

  @Test("is within 1 ULP over the whole range", arguments: kinds)
  func wholeRange(kind: Int) {
    let passes = allPasses()[kind]
    let worst = farthest(
      Self.arguments.map { x in
        let value = passes.exponential(x, .init(anchor: 0, temperature: 1))
        return (x, ExactExponential(Pair(x)).ulps(of: value))
      }
    )
    #expect(worst.1 <= 1, "exp(\(worst.0))")
  }

  @Test(
    "is within 1 ULP of what anchor and temperature make of a logit",
    arguments: kinds,
    [1, 0.1, 7, 1e-3, 1e10, 1e-150, 1e150, 1e305]
  )
  func measured(kind: Int, temperature: Double) {
    let passes = allPasses()[kind]
    var random = Random(seed: 2)
    let worst = farthest(
      (0..<1000).map { _ in
        let anchor = Double.random(in: -1000...1000, using: &random) * temperature
        let below = Double.random(in: -745...0, using: &random) * temperature
        let logit = min(anchor, anchor + below)
        let value = passes.exponential(logit, .init(anchor: anchor, temperature: temperature))
        let x = Pair.difference(logit, anchor, over: temperature)
        return (x.high, ExactExponential(x).ulps(of: value))
      }
    )
    #expect(worst.1 <= 1, "exp(\(worst.0))")
  }

  @Test("beyond underflow is 0, and at the anchor 1", arguments: kinds)
  func ends(kind: Int) {
    let passes = allPasses()[kind]
    for anchor in [0, 0.1, -1e4, 1e300, -1.7e308] {
      for temperature in [1, 0.1, 7] {
        for logit in [-Double.infinity, -1.79e308, anchor - 1e15 - anchor.magnitude / 2] {
          #expect(passes.exponential(logit, .init(anchor: anchor, temperature: temperature)) == 0)
        }
        #expect(passes.exponential(anchor, .init(anchor: anchor, temperature: temperature)) == 1)
      }
    }
  }

  @Test("of a single logit keeps its digits far below every double", arguments: kinds)
  func leaf(kind: Int) {
    let passes = allPasses()[kind]
    var random = Random(seed: 3)
    let logits = Self.arguments.prefix(1000) + random.numbers(1000, in: -524_000...524_000)
    let worst = farthest(
      logits.map { x in
        let sum = passes.leaf([x], 1, .init(anchor: 0, temperature: 1), -1, -1)
        let distance = ExactExponential(Pair(x)).ulps(of: sum.high, times: -Int(sum.exponent))
        return (x, sum.low == 0 && sum.maximum == x ? distance : .infinity)
      }
    )
    #expect(worst.1 <= 1, "exp(\(worst.0))")
  }

  @Test("of a row is within 1 ULP, block by block", arguments: kinds, [1, 63, 64, 65, 200])
  func blocks(kind: Int, count: Int) {
    let passes = allPasses()[kind]
    var random = Random(seed: UInt64(count))
    for (anchor, temperature) in [(0, 1.0), (3.7, 1), (-1e4, 0.1), (0.3, 7)] {
      let logits = random.numbers(count, in: -1500...0).map { anchor + $0 * temperature }
      var exponentials = [Double](repeating: .nan, count: count)
      let sums = passes.sums(
        of: logits,
        .init(anchor: anchor, temperature: temperature),
        exponentials: &exponentials
      )
      for (index, logit) in logits.enumerated() {
        let sum = sums[index / 64]
        let x = Pair.difference(logit, anchor, over: temperature)
        let below = x.high - (sum.maximum - anchor) / temperature
        // The exponential is lifted by 2^500, and what is lower by more than 1040 counts as 0.
        let distance = ExactExponential(x)
          .ulps(of: exponentials[index], times: 500 - Int(sum.exponent))
        let isZero = exponentials[index] == 0
        #expect(below < -1039.9 && isZero || below > -1040.1 && distance <= 1, "exp(\(x.high))")
      }
    }
  }
}
