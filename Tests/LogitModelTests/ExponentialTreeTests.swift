import LogitModel
import Testing

@Suite("A tree of exponentials")
struct ExponentialTreeTests {
  /// One change after the other, of any class, the largest and the last ones more often.
  private func changes(
    _ count: Int,
    of logits: inout [Double],
    using random: inout Random,
    _ change: (Int, [Double]) -> Void
  ) {
    let steps: [Double] = [0, 0, 0, 20, -20, 50, -50, 1e6, -1e6, -.infinity]
    for step in 0..<count {
      let last = logits.count - 1
      let places = [Int.random(in: 0...last, using: &random), last, last / 2, 0]
      let argmax = step % 200 == 7 ? logits.indices.max { logits[$0] < logits[$1] } : nil
      let index = argmax ?? places[step % 7 < 4 ? 0 : step % 4]
      let near = Double.random(in: -5...5, using: &random)
      logits[index] = near + steps[Int.random(in: 0..<steps.count, using: &random)]
      change(index, logits)
    }
  }

  @Test(
    "is after any number of changes the one that is built anew",
    arguments: [(2, 20_000), (10, 100_000), (65, 20_000), (200, 20_000), (5000, 5000)],
    [false, true]
  )
  func noDrift(size: (classes: Int, changes: Int), isAnchored: Bool) {
    var random = Random(seed: UInt64(size.classes))
    var logits = random.numbers(size.classes, in: -5...5)
    var tree = ExponentialTree(logits, temperature: 0.7, isAnchored: isAnchored)
    var (differences, count) = (0, 0)
    changes(size.changes, of: &logits, using: &random) { index, logits in
      tree.update(index, in: logits)
      count += 1
      guard size.changes - count < 100 || count % (size.changes / 200) == 0 else { return }
      let anew = ExponentialTree(logits, temperature: 0.7, isAnchored: isAnchored)
      if tree != anew { differences += 1 }
    }
    #expect(differences == 0)
  }

  /// How far the softmax without a class is from the plain form of the others.
  private func farthest(
    _ logits: [Double],
    excluding excluded: Int,
    _ temperature: Double
  ) throws -> Distance {
    let tree = ExponentialTree(logits, temperature: temperature)
    let softmax = tree.softmax(of: logits, excluding: excluded)
    var others = logits
    others[excluded] = -.infinity
    let argmax = try #require(others.indices.max { others[$0] < others[$1] })
    let plain = PlainCrossEntropy(others, target: argmax, temperature: temperature)
    #expect(others[softmax.argmax] == others[argmax])
    #expect(softmax.maximum == others[argmax])
    var distances = [Distance("log sum", "", softmax.logSum.value, plain.loss)]
    for index in logits.indices {
      let (actual, exact) = (softmax.probability(index), plain.probabilities[index])
      distances.append(Distance("probability", "class \(index)", actual, exact))
    }
    return try #require(distances.max())
  }

  @Test("gives the softmax without each class in turn", arguments: UInt64(0)..<20)
  func excluding(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, _) = random.row(spread: [0.01, 3, 40, 1000][Int(seed % 4)])
    for index in logits.indices where logits.count > 1 {
      let distance = try farthest(logits, excluding: index, [1, 0.1, 7][Int(seed % 3)])
      #expect(distance.ulps <= 4, "\(distance) without \(index)")
    }
  }

  @Test("gives the softmax without a class of a long row", arguments: [64, 65, 200, 4097, 5000])
  func excludingOfLong(count: Int) throws {
    var random = Random(seed: UInt64(count))
    var logits = random.numbers(count, in: -3...3)
    logits[count / 3] = 900
    for index in [0, count / 3, count / 2, count - 1] {
      let distance = try farthest(logits, excluding: index, 1)
      #expect(distance.ulps <= 4, "\(distance) without \(index)")
    }
  }

  @Test(
    "keeps the digits of the others when one is far above them",
    arguments: [1e6, 1e300],
    [3, 65, 5000]
  )
  func farAbove(distance: Double, count: Int) throws {
    var random = Random(seed: 3)
    for place in [0, count - 1] {
      var logits = random.numbers(count, in: -2...2)
      logits[place] = distance
      #expect(try farthest(logits, excluding: place, 0.1).ulps <= 4)
      logits = logits.map { $0 - distance }
      logits[place] = 0.3
      #expect(try farthest(logits, excluding: place, 7).ulps <= 4)
    }
  }

  @Test("without the only class that is left has none")
  func lone() {
    for count in [2, 200] {
      var logits = [Double](repeating: -.infinity, count: count)
      logits[1] = 4
      let tree = ExponentialTree(logits, temperature: 1)
      let softmax = tree.softmax(of: logits, excluding: 1)
      #expect(softmax.isEmpty)
      #expect(softmax.logSumExp == -.infinity)
      #expect(tree.softmax(of: logits).probability(1) == 1)
    }
  }

  @Test("finds the largest as sorting does", arguments: [2, 40, 64, 65, 300, 5000])
  func largest(count: Int) {
    var random = Random(seed: UInt64(count))
    // Few different logits, so that many are equal, across blocks too.
    for levels in [1, 3, 10_000] {
      let logits = (0..<count).map { _ in
        let level = Int.random(in: 0...levels, using: &random)
        return level == 0 ? -.infinity : Double(level)
      }
      let tree = ExponentialTree(logits, temperature: 1)
      let sorted = logits.indices.sorted { a, b in
        logits[a] == logits[b] ? a < b : logits[a] > logits[b]
      }
      for excluded in [nil, 0, count - 1, sorted[0]] {
        let others = sorted.filter { $0 != excluded }
        for wanted in [0, 1, 2, 10, 100] {
          let found = tree.largest(wanted, of: logits, excluding: excluded)
          #expect(found == Array(others.prefix(wanted)))
        }
      }
    }
  }
}
