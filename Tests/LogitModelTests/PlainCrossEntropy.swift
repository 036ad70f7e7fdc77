import LogitModel

/// Softmax, cross entropy and its gradient as they are written down, one class after the other and in
/// pairs of doubles, to stand beside the fast form.
struct PlainCrossEntropy {
  let probabilities: [Double]
  let gradient: [Double]
  let loss: Double

  init(_ logits: [Double], target: Int, temperature: Double = 1) {
    let argmax = logits.indices.max { logits[$0] < logits[$1] } ?? 0
    let shifts = logits.map { logit in
      logit == -.infinity
        ? .negativeInfinity : Pair.difference(logit, logits[argmax], over: temperature)
    }
    let exponentials = shifts.map { $0.high > -1000 ? ExactExponential($0).pair : .zero }
    func sum(without excluded: Int) -> Pair {
      var sum = CompensatedSum()
      for index in exponentials.indices where index != excluded { sum.add(exponentials[index]) }
      return sum.pair
    }
    let rest = sum(without: argmax)
    let total = rest + 1
    probabilities = exponentials.map { ($0 / total).value }
    let complement = sum(without: target) / total
    gradient = exponentials.indices.map { index in
      ((index == target ? -complement : exponentials[index] / total) / temperature).value
    }
    loss = (logOnePlus(rest) - shifts[target]).value
  }
}
