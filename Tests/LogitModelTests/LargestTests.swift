import LogitModel
import RealModule
import Testing

@Suite("The classes of the largest probabilities")
struct LargestTests {
  private func largest(_ logits: [Double], _ count: Int) throws -> [Int] {
    try Problem(logits: [logits]).evaluate(row: 0).largest(count)
  }

  @Test("are those that sorting finds", arguments: UInt64(0)..<20)
  func sorted(seed: UInt64) throws {
    var random = Random(seed: seed)
    let count = Int.random(in: 2...60, using: &random)
    // Few different logits, so that many are equal.
    let logits = (0..<count).map { _ in Double(Int.random(in: -4...4, using: &random)) }
    let sorted = logits.indices.sorted { a, b in
      logits[a] == logits[b] ? a < b : logits[a] > logits[b]
    }
    for wanted in [0, 1, 2, 5, 100] {
      #expect(try largest(logits, wanted) == Array(sorted.prefix(wanted)))
    }
  }

  @Test("begin with the argmax and leave out what is at -inf")
  func masked() throws {
    #expect(try largest([-.infinity, 1, 3, -.infinity, 3], 5) == [2, 4, 1])
  }

  @Test("keep their order where probabilities underflow")
  func underflow() throws {
    #expect(try largest([-3000, 0, -2000, -1000], 4) == [1, 3, 2, 0])
  }

  @Test("equal probabilities have the largest entropy", arguments: [2, 7, 1000])
  func maximumEntropy(count: Int) throws {
    let even = try Problem(logits: [[Double](repeating: 3, count: count)]).evaluate(row: 0)
    #expect((even.maximumEntropy - even.entropy).magnitude < 1e-14)
    #expect(even.maximumEntropy == Double.log(Double(count)))
  }
}
