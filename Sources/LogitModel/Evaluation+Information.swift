import RealModule

extension Evaluation {
  /// `log C`, the entropy of C equal probabilities: no softmax has more, and a guess that spreads
  /// evenly costs this much whatever the class.
  public var maximumEntropy: Double { .log(Double(logits.count)) }

  /// The classes of the largest probabilities, which are those of the largest logits.
  ///
  /// Logits are compared, so that classes whose probabilities underflow keep their order. Classes at
  /// -inf are left out.
  ///
  /// - Parameter count: The most classes that are wanted.
  /// - Returns: At most that many indices, the largest logit first, the first class first where they
  ///   are equal.
  /// - Complexity: O(C · count); nothing is sorted but what is returned.
  public func largest(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var kept: [Int] = []
    for index in logits.indices where logits[index] > -.infinity {
      if kept.count == count, let last = kept.last {
        guard logits[index] > logits[last] else { continue }
        kept.removeLast()
      }
      let place = kept.firstIndex { logits[index] > logits[$0] } ?? kept.endIndex
      kept.insert(index, at: place)
    }
    return kept
  }
}
