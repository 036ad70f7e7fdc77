import LogitModel
import Testing

@Suite("The passes of every kind of register")
struct PassesTests {
  private static let all = allPasses()

  /// Rows of whole and of broken registers and blocks, near and far apart, some with classes left out.
  private static let rows: [[Double]] = {
    var random = Random(seed: 11)
    return [1, 2, 3, 8, 31, 64, 65, 200, 4096].flatMap { count in
      [0.01, 5, 900].map { spread in
        random.numbers(count, in: -spread...spread).enumerated().map { index, logit in
          index % 7 == 3 ? -.infinity : logit
        }
      }
    }
  }()

  private static let measures: [(anchor: Double, temperature: Double)] = [
    (0, 1), (0.3, 1), (-1e4, 0.1), (2, 7),
  ]

  /// Whether two numbers times powers of 2 are within 4 ULP.
  private func agree(_ a: Double, _ b: Double, times exponent: Double) -> Bool {
    let scaled = Double(sign: .plus, exponent: Int(exponent), significand: a)
    return Distance("", "", scaled, b).ulps <= 4
  }

  @Test("the machine has at least the plain kind, and no kind twice")
  func kinds() {
    #expect((1...3).contains(Self.all.count))
  }

  @Test("the sums of blocks agree, also without two of their classes", arguments: rows)
  func leaves(logits: [Double]) {
    let block = Array(logits.prefix(64))
    for (anchor, temperature) in Self.measures {
      for (first, second) in [(-1, -1), (0, -1), (block.count - 1, block.count / 2)] {
        let sums = Self.all.map {
          $0.leaf(
            block,
            block.count,
            .init(anchor: anchor, temperature: temperature),
            first,
            second
          )
        }
        for sum in sums {
          let (value, first) = (sum.high + sum.low, sums[0].high + sums[0].low)
          #expect(sum.maximum == sums[0].maximum)
          #expect(agree(value, first, times: sum.exponent - sums[0].exponent))
        }
      }
    }
  }

  @Test("the sums of rows agree", arguments: rows)
  func sums(logits: [Double]) {
    for (anchor, temperature) in Self.measures {
      let totals = Self.all.map { passes in
        let sums = passes.sums(of: logits, .init(anchor: anchor, temperature: temperature))
        return passes.join(sums, sums.count)
      }
      for total in totals {
        let (value, first) = (total.high + total.low, totals[0].high + totals[0].low)
        #expect(total.maximum == totals[0].maximum)
        #expect(agree(value, first, times: total.exponent - totals[0].exponent))
      }
    }
  }

  @Test("the probabilities agree", arguments: rows)
  func probabilities(logits: [Double]) {
    let logits = logits + [0]
    for (anchor, temperature) in Self.measures where logits.count <= 4096 {
      let rows = Self.all.map { passes in
        var values = [Double](repeating: .nan, count: logits.count)
        var quotients = values
        let sums = passes.sums(
          of: logits,
          .init(anchor: anchor, temperature: temperature),
          exponentials: &values
        )
        let total = passes.join(sums, sums.count)
        passes.finish(logits.count, sums, total, temperature, &values, &quotients)
        return (values, quotients)
      }
      for (values, quotients) in rows {
        for index in logits.indices {
          #expect(agree(values[index], rows[0].0[index], times: 0))
          #expect(agree(quotients[index], rows[0].1[index], times: 0))
        }
      }
    }
  }

  @Test("the depths agree with each other and with a plain sum", arguments: rows, [false, true])
  func depths(logits: [Double], isWeighted: Bool) {
    let logits = logits.filter { $0 > -.infinity } + [1000]
    for temperature in [1, 0.1, 7] {
      var plain = CompensatedSum()
      for logit in logits {
        let shift = Pair.difference(logit, 1000, over: temperature)
        let weight = isWeighted && shift.high > -700 ? ExactExponential(shift).pair : Pair(1)
        if !isWeighted || shift.high > -700 { plain.add(-shift * weight) }
      }
      for passes in Self.all {
        let sum = passes.depth(logits, logits.count, 1000, temperature, isWeighted ? 1 : 0)
        #expect(agree(sum.high + sum.low, plain.value, times: 0))
      }
    }
  }
}
