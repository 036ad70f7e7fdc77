/// Numbers within ±10 by the rule that `rows.py` follows too, so that all measure the same rows.
struct Numbers {
  private var state: UInt64

  init(state: UInt64) { self.state = state }

  private mutating func next() -> UInt64 {
    state = 6_364_136_223_846_793_005 &* state &+ 1_442_695_040_888_963_407
    return state
  }

  mutating func logit() -> Double { (Double(next() >> 11) * 0x1p-53 - 0.5) * 20 }

  mutating func logits(_ count: Int) -> [Double] {
    var logits: [Double] = []
    logits.reserveCapacity(count)
    for _ in 0..<count { logits.append(logit()) }
    return logits
  }

  /// A class anywhere in the row.
  mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
