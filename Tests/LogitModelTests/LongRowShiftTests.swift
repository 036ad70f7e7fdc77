import LogitModel
import Testing

@Suite("A number added to a long row")
struct LongRowShiftTests {
  @Test(
    "changes no bit",
    arguments: [64, 65, 4096, 4097, 5000],
    [1e4, -1e4, 0x1p40]
  )
  func shift(count: Int, offset: Double) throws {
    var random = Random(seed: UInt64(count))
    // Multiples of 2^-10, so that no sum is rounded.
    let logits = (0..<count).map { _ in
      Double(Int.random(in: -8192...8192, using: &random)) / 1024
    }
    let problem = try Problem(
      logits: [logits, logits.map { $0 + offset }],
      targets: [.index(3), .index(3)],
      settings: .init(temperature: 0.7)
    )
    let plain = problem.evaluate(row: 0)
    let shifted = problem.evaluate(row: 1)
    #expect(plain.probabilities == shifted.probabilities)
    #expect(plain.loss == shifted.loss)
    #expect(plain.gradient == shifted.gradient)
    #expect(plain.margin == shifted.margin)
    #expect(plain.entropy == shifted.entropy)
    #expect(plain.softmax.rest == shifted.softmax.rest)
  }

  @Test("that has changed since changes no bit either", arguments: [200, 5000])
  func changed(count: Int) {
    var random = Random(seed: UInt64(count))
    var logits = (0..<count).map { _ in Double(Int.random(in: -64...64, using: &random)) / 8 }
    var shifted = logits.map { $0 + 1e4 }
    var tree = ExponentialTree(logits, temperature: 1)
    var shiftedTree = ExponentialTree(shifted, temperature: 1)
    for step in 0..<500 {
      let index = step % 3 == 0 ? count - 1 : Int.random(in: 0..<count, using: &random)
      logits[index] = Double(Int.random(in: -800...800, using: &random)) / 8
      shifted[index] = logits[index] + 1e4
      tree.update(index, in: logits)
      shiftedTree.update(index, in: shifted)
      let softmax = tree.softmax(of: logits)
      #expect(softmax.rest == shiftedTree.softmax(of: shifted).rest)
      #expect(softmax.maximum + 1e4 == shiftedTree.softmax(of: shifted).maximum)
    }
  }
}
