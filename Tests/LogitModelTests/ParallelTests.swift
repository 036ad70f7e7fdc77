import Testing

@testable import LogitModel

/// Half of a long row's blocks may be taken by another processor.
@Suite("On two processors")
struct ParallelTests {
  @Test("a long row gives the same to the last bit", arguments: [131_072, 200_001, 262_143])
  func isTheSame(count: Int) {
    var random = Random(seed: 5)
    let logits = random.numbers(count, in: -20...20)
    var shared = [Double](repeating: 0, count: count)
    var alone = shared
    let sums = passes.sums(
      of: logits,
      .init(anchor: 0, temperature: 1),
      exponentials: &shared
    )
    let blocks = (count + 63) / 64
    var start = 0
    var isSame = sums.count == blocks
    while start < count {
      // A block at a time is short enough for one processor.
      let end = min(start + 64, count)
      let part = Array(logits[start..<end])
      var exponentials = [Double](repeating: 0, count: part.count)
      let sum = passes.sums(
        of: part,
        .init(anchor: 0, temperature: 1),
        exponentials: &exponentials
      )[0]
      alone.replaceSubrange(start..<end, with: exponentials)
      let other = sums[start / 64]
      isSame =
        isSame && sum.high == other.high && sum.low == other.low && sum.maximum == other.maximum
      start = end
    }
    #expect(isSame && shared == alone)
  }

  @Test("and the same probabilities as one class at a time gives, within 4 ULP")
  func probabilities() throws {
    var random = Random(seed: 6)
    let logits = random.numbers(150_000, in: -5...5)
    var pass = CrossEntropyPass(classes: logits.count)
    try pass.evaluate(logits: logits, target: 7)
    let exact = Softmax(logits, temperature: 1)
    let worst = stride(from: 0, to: logits.count, by: 997).map { index in
      let value = exact.probability(index)
      return (pass.probabilities[index] - value).magnitude / value.ulp
    }.max()
    #expect(try #require(worst) <= 4)
  }
}
