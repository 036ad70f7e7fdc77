extension Softmax {
  /// `-log(1 - s_i)` of any class but the largest: how much less a surprise each other class is
  /// without it.
  ///
  /// It is `log1p(s_i / (1 - s_i))`, whose odds need no digit that `1 - s_i` would have lost.
  package func surpriseWithout(_ index: Int) -> Pair {
    surpriseWithout(index, exponential(index))
  }

  /// The same where the exponential of that class is at hand.
  package func surpriseWithout(_ index: Int, _ exponential: Double) -> Pair {
    logOnePlus(Pair(exponential) / without(index, exponential))
  }

  /// The same of the largest class, from the logits; +inf where it is the only one.
  package func surpriseWithoutArgmax(of logits: [Double]) -> Pair {
    // Below it the odds overflow, and the others are shifted by their own maximum instead.
    guard rest.high <= 0x1p-1000 else { return logOnePlus(Pair(1) / rest) }
    let others = Softmax(logits, temperature: temperature, excluding: argmax)
    return softplus(others.margin(of: maximum))
  }
}
