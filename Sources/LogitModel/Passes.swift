import CSoftmax

/// The passes of the widest registers that this processor has.
///
/// Written once, before anything reads them.
let passes = allPasses()[0]

/// The passes that this processor can take, the fastest first.
package func allPasses() -> [csoftmax_passes] {
  var all = [UnsafePointer<csoftmax_passes>?](repeating: nil, count: 3)
  let count = csoftmax_all(&all)
  return all.prefix(count).compactMap { $0?.pointee }
}

extension csoftmax_passes {
  /// The sums of the blocks of a row, and where there is room for them their exponentials.
  package func sums(
    of logits: [Double],
    _ measure: csoftmax_measure,
    exponentials: UnsafeMutablePointer<Double>? = nil
  ) -> [csoftmax_sum] {
    let width = Int(csoftmax_width)
    let blocks = max(1, (logits.count + width - 1) / width)
    return [csoftmax_sum](unsafeUninitializedCapacity: blocks) { sums, count in
      logits.withUnsafeBufferPointer { logits in
        withUnsafePointer(to: self) {
          csoftmax_prepare(
            $0,
            logits.baseAddress,
            logits.count,
            measure,
            exponentials,
            sums.baseAddress
          )
        }
      }
      count = blocks
    }
  }

  /// `exp(a)` of one logit.
  package func exponential(_ logit: Double, _ measure: csoftmax_measure) -> Double {
    var exponential = 0.0
    withUnsafePointer(to: logit) { exponentials($0, 1, measure, &exponential) }
    return exponential
  }

  /// `Σ (maximum - z) / T`, each times `exp((z - maximum) / T)` if it is to be weighted.
  func depth(_ logits: [Double], below maximum: Double, temperature: Double, weighted: Bool) -> Pair
  {
    let sum = logits.withUnsafeBufferPointer {
      depth($0.baseAddress, $0.count, maximum, temperature, weighted ? 1 : 0)
    }
    return Pair(sum.high, correction: sum.low)
  }
}
