import Benchmark
import LogitModel

/// A logit somewhere in the row changed, the loss and the target's probability read.
struct OneLogit {
  /// Made beforehand, as they are for the peers.
  private let edits: [(index: Int, logit: Double)]
  private var row: IncrementalCrossEntropy

  init(classes: Int, target: Int) throws {
    var changes = Numbers(state: 2)
    edits = (0..<1024).map { _ in
      let logit = changes.logit()
      return (changes.index(below: classes), logit)
    }
    var numbers = Numbers(state: 1)
    row = try IncrementalCrossEntropy(logits: numbers.logits(classes), target: target)
  }

  mutating func run(times: Int) throws {
    // Every answer goes into what is kept, at the price of an addition.
    var sum = 0.0
    for time in 0..<times {
      let edit = edits[time & 1023]
      try row.setLogit(edit.logit, class: edit.index)
      sum += row.loss + row.positiveProbability
    }
    blackHole(sum)
  }
}
