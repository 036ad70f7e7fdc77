import CSoftmax

extension ExponentialTree {
  // MARK: Sums without some classes

  /// The sum over all classes but one or two; a class below 0 is none.
  func sum(of logits: [Double], skipping first: Int, _ second: Int = -1) -> csoftmax_sum {
    let skipped = [first, second].filter { $0 >= 0 }
    guard !skipped.isEmpty else { return top }
    guard !levels.isEmpty else { return leaf(0, of: logits, skipping: first, second) }
    var changed: [Int: csoftmax_sum] = [:]
    for block in skipped.map({ $0 / Self.width }) {
      changed[block] = leaf(block, of: logits, skipping: first, second)
    }
    for level in levels {
      var above: [Int: csoftmax_sum] = [:]
      for node in Set(changed.keys.map { $0 / Self.width }) {
        let start = node * Self.width
        var children = Array(level[start..<min(start + Self.width, level.count)])
        for (place, sum) in changed where place / Self.width == node {
          children[place - start] = sum
        }
        above[node] = join(0, above: children)
      }
      changed = above
    }
    return changed[0] ?? top
  }

  /// The first class of the largest logit but for one class.
  private func firstIndex(of maximum: Double, in logits: [Double], excluding excluded: Int) -> Int?
  {
    let blocks = levels.first ?? [top]
    for block in blocks.indices where blocks[block].maximum >= maximum {
      let start = block * Self.width
      for index in start..<min(start + Self.width, logits.count)
      where index != excluded && logits[index] == maximum {
        return index
      }
    }
    return nil
  }

  /// The classes of the largest logits but for one class, the first of equal ones first.
  ///
  /// - Complexity: O(C / 64) and what is sorted of the blocks that may hold one.
  package func largest(_ count: Int, of logits: [Double], excluding excluded: Int?) -> [Int] {
    guard count > 0 else { return [] }
    var kept: [Int] = []
    let blocks = levels.first ?? [top]
    for block in blocks.indices {
      if kept.count == count, let last = kept.last, blocks[block].maximum <= logits[last] {
        continue
      }
      let start = block * Self.width
      let others = (start..<min(start + Self.width, logits.count)).filter { $0 != excluded }
      kept += others
      kept.sort { logits[$0] == logits[$1] ? $0 < $1 : logits[$0] > logits[$1] }
      kept.removeLast(max(0, kept.count - count))
    }
    return kept
  }

  // MARK: Softmax

  /// The softmax of the row that the tree is of, without a class if one is to be left out.
  ///
  /// - Complexity: O(log C), and C / 64 comparisons.
  package func softmax(of logits: [Double], excluding excluded: Int? = nil) -> Softmax {
    let sum = sum(of: logits, skipping: excluded ?? -1)
    let argmax = firstIndex(of: sum.maximum, in: logits, excluding: excluded ?? -1)
    guard let argmax, sum.maximum > -.infinity else {
      return Softmax(emptyRow: logits, temperature: measure.temperature, excluding: excluded)
    }
    guard sum.high > 0, sum.maximum == measure.anchor || !Self.isShort(logits) else {
      // What is left is measured by its own largest, from which the anchor may be far away.
      var others = logits
      if let excluded { others[excluded] = -.infinity }
      let softmax = ExponentialTree(others, temperature: measure.temperature).softmax(of: others)
      return softmax.of(logits, excluding: excluded)
    }
    return Softmax(
      logits,
      temperature: measure.temperature,
      excluding: excluded,
      argmax: argmax,
      rest: ratio(of: self.sum(of: logits, skipping: argmax, excluded ?? -1), to: sum.maximum)
    )
  }

  /// A sum divided by the exponential of one logit, which overflows to +inf and underflows to 0.
  func ratio(of sum: csoftmax_sum, to logit: Double) -> Pair {
    sum.divided(by: one(logit))
  }

  /// The sum of a single logit.
  func one(_ logit: Double) -> csoftmax_sum {
    withUnsafePointer(to: logit) { passes.leaf($0, 1, measure, -1, -1) }
  }
}

extension csoftmax_sum {
  /// The quotient of a sum and a single logit's, rounded.
  func quotient(by one: csoftmax_sum) -> Double {
    let down = exponent - one.exponent
    guard high > 0, one.high > 0, down.magnitude < 1000 else { return divided(by: one).value }
    return high / one.high * Double(bitPattern: UInt64(1023 + Int(down)) << 52)
  }

  /// The quotient of a sum and a single logit's.
  func divided(by one: csoftmax_sum) -> Pair {
    guard high > 0 else { return .zero }
    // What is out of reach is too far away for a quotient.
    guard one.high > 0 else { return one.maximum > maximum ? .zero : Pair(.infinity) }
    let quotient = Pair(high, correction: low) / one.high
    let down = Int(exponent - one.exponent)
    guard down.magnitude < 1000 else {
      // One power of 2 may be out of range where what it scales is not.
      let (bounded, half) = (min(max(down, -2000), 2000), min(max(down / 2, -1000), 1000))
      return quotient * Double(sign: .plus, exponent: half, significand: 1)
        * Double(sign: .plus, exponent: bounded - half, significand: 1)
    }
    return quotient * Double(sign: .plus, exponent: down, significand: 1)
  }
}
