import Benchmark
import LogitModel

/// Loss, softmax and gradient of a row, into the same arrays every time.
struct FullEvaluation {
  private let logits: [Double]
  private let target: Int
  private var pass: CrossEntropyPass

  init(classes: Int, target: Int) {
    var numbers = Numbers(state: 1)
    logits = numbers.logits(classes)
    self.target = target
    pass = CrossEntropyPass(classes: classes)
  }

  mutating func run(times: Int) throws {
    for _ in 0..<times {
      try pass.evaluate(logits: logits, target: target)
      blackHole(pass.loss)
      blackHole(pass.probabilities)
      blackHole(pass.gradient)
    }
  }
}
