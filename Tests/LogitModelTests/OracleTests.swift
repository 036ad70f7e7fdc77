import LogitModel
import Testing

@Suite("Exact reference values")
struct OracleTests {
  @Test("every quantity is within 3 ULP of the exact value, 64 where it underflows")
  func withinBounds() throws {
    let worst = try Self.worst()
    #expect(worst.count == 40)
    print(Self.table(worst))
    for quantity in worst {
      #expect(quantity.normal.ulps <= 3, "\(quantity.name) in \(quantity.normal.place)")
      #expect(quantity.subnormal.ulps <= 64, "\(quantity.name) in \(quantity.subnormal.place)")
    }
  }

  @Test("rows with +inf, NaN or only -inf are refused")
  func refused() throws {
    let oracle = try Oracle.shared.get()
    let infinite = oracle.cases.filter { $0.logits.contains(.infinity) }
    #expect(infinite.count == 1)
    for row in infinite {
      #expect(throws: ProblemError.self) { try row.problem() }
    }
    #expect(oracle.undefined.count == 3)
    for row in oracle.undefined {
      let logits = row.z.map(\.value)
      #expect(throws: ProblemError.self) { try Problem(logits: [logits]) }
      #expect(softmax(logits).allSatisfy { $0.isNaN })
    }
  }

  private struct Worst {
    let name: String
    var normal: Distance
    var subnormal: Distance
  }

  /// The worst distance of each quantity, in the order in which they are first met.
  private static func worst() throws -> [Worst] {
    let oracle = try Oracle.shared.get()
    let cases = (oracle.cases + oracle.vocab).filter { !$0.logits.contains(.infinity) }
    let distances =
      try cases.flatMap { try $0.distances() } + oracle.batches.flatMap { try $0.distances() }
    var places: [String: Int] = [:]
    var worst: [Worst] = []
    for distance in distances {
      let name = distance.quantity
      let place = places[name] ?? worst.count
      if place == worst.count {
        let none = Distance(name, "-", 0, 0)
        worst.append(Worst(name: name, normal: none, subnormal: none))
        places[name] = place
      }
      if distance.isSubnormal {
        worst[place].subnormal = max(worst[place].subnormal, distance)
      } else {
        worst[place].normal = max(worst[place].normal, distance)
      }
    }
    return worst
  }

  private static func table(_ worst: [Worst]) -> String {
    let rows = worst.map { quantity in
      let name = quantity.name + String(repeating: " ", count: 17 - quantity.name.count)
      return "\(name) \(quantity.normal.ulps)  \(quantity.normal.place)"
    }
    return (["worst ULP by quantity, and where:"] + rows).joined(separator: "\n  ")
  }
}
