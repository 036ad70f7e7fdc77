import CSoftmax

/// The sums of a row's exponentials, block by block and upwards to one, so that a logit that changes
/// touches one sum on each level.
///
/// Each node is made of its children alone. However many logits have changed one by one, the sums are
/// to the bit those of a tree that is built anew: nothing drifts.
package struct ExponentialTree: Sendable {
  static let width = Int(csoftmax_width)
  private static let reach = Double(csoftmax_reach)

  private let isAnchored: Bool
  private(set) var measure: csoftmax_measure
  /// The sums of the blocks of logits, then of so many of those, and so on below the top.
  private(set) var levels: [[csoftmax_sum]]
  /// The sum over the whole row.
  private(set) var top: csoftmax_sum

  /// Adds up a row that holds no NaN and no +inf.
  ///
  /// Where there is room for C numbers the exponentials are left there, as ``finish`` takes them. If it
  /// is not anchored it is faster, and a number added to all logits may change a last bit.
  ///
  /// - Complexity: O(C).
  package init(
    _ logits: [Double],
    temperature: Double,
    isAnchored: Bool = true,
    exponentials: UnsafeMutablePointer<Double>? = nil
  ) {
    self.isAnchored = isAnchored
    let guess =
      !isAnchored ? nil : Self.isShort(logits) ? logits.max() : logits.last { $0 > -.infinity }
    let anchor = guess.flatMap { $0.isFinite ? $0 : nil } ?? 0
    measure = csoftmax_measure(anchor: anchor, temperature: temperature)
    levels = []
    top = csoftmax_sum(maximum: -.infinity, exponent: 0, high: 0, low: 0)
    build(logits, exponentials)
  }

  /// Makes probabilities of the exponentials, and from those the gradient of the negatives.
  func finish(_ probabilities: inout [Double], _ gradient: inout [Double]) {
    withUnsafePointer(to: passes) {
      csoftmax_finish(
        $0,
        probabilities.count,
        levels.first ?? [top],
        top,
        measure.temperature,
        &probabilities,
        &gradient
      )
    }
  }

  /// Takes in that one logit is another now.
  ///
  /// - Returns: Whether the row is measured from another anchor since, and all was added up anew.
  /// - Complexity: O(log C).
  @discardableResult
  package mutating func update(_ index: Int, in logits: [Double]) -> Bool {
    var place = index / Self.width
    var sum = leaf(place, of: logits, skipping: -1, -1)
    for level in levels.indices {
      levels[level][place] = sum
      place /= Self.width
      sum = join(place, above: levels[level])
    }
    top = sum
    guard anchor(of: logits) != measure.anchor else { return false }
    build(logits)
    return true
  }

  private mutating func build(
    _ logits: [Double],
    _ exponentials: UnsafeMutablePointer<Double>? = nil
  ) {
    addUp(logits, exponentials)
    let anchor = anchor(of: logits)
    guard anchor != measure.anchor else { return }
    measure.anchor = anchor
    addUp(logits, exponentials)
  }

  private mutating func addUp(_ logits: [Double], _ exponentials: UnsafeMutablePointer<Double>?) {
    var sums = passes.sums(of: logits, measure, exponentials: exponentials)
    levels = []
    while sums.count > 1 {
      levels.append(sums)
      sums = (0..<Self.blocks(sums.count)).map { join($0, above: sums) }
    }
    top = sums[0]
  }

  /// Whether adding it up takes no longer than a few changes.
  static func isShort(_ logits: [Double]) -> Bool { logits.count <= width * width }

  private static func blocks(_ count: Int) -> Int { max(1, (count + width - 1) / width) }

  /// What the logits are measured from.
  ///
  /// A logit of the row itself, so that a number added to all of them changes no bit of what is made of
  /// them. In a short row it is the largest, whose exponential is then exactly 1; in a long one, which
  /// should not be added up anew with every change of that, the last one that is near enough to it.
  private func anchor(of logits: [Double]) -> Double {
    let near = Self.reach / 4
    guard isAnchored || top.maximum.magnitude >= near * measure.temperature else { return 0 }
    if isAnchored, Self.isShort(logits) { return top.maximum.isFinite ? top.maximum : 0 }
    func isNear(_ logit: Double) -> Bool {
      ((logit - top.maximum) / measure.temperature).magnitude < near
    }
    return logits.last(where: isNear) ?? 0
  }

  // MARK: Nodes

  func leaf(
    _ block: Int,
    of logits: [Double],
    skipping first: Int,
    _ second: Int
  ) -> csoftmax_sum {
    let start = block * Self.width
    let end = min(start + Self.width, logits.count)
    func place(_ index: Int) -> Int { (start..<end).contains(index) ? index - start : -1 }
    return logits.withUnsafeBufferPointer {
      passes.leaf(
        $0.baseAddress.map { $0 + start },
        end - start,
        measure,
        place(first),
        place(second)
      )
    }
  }

  func join(_ node: Int, above children: [csoftmax_sum]) -> csoftmax_sum {
    let start = node * Self.width
    let end = min(start + Self.width, children.count)
    return children.withUnsafeBufferPointer {
      passes.join($0.baseAddress.map { $0 + start }, end - start)
    }
  }
}

extension ExponentialTree: Equatable {
  package static func == (a: Self, b: Self) -> Bool {
    func numbers(_ sum: csoftmax_sum) -> [Double] {
      [sum.maximum, sum.exponent, sum.high, sum.low]
    }
    return a.isAnchored == b.isAnchored && a.measure.anchor == b.measure.anchor
      && a.measure.temperature == b.measure.temperature && numbers(a.top) == numbers(b.top)
      && a.levels.map { $0.map(numbers) } == b.levels.map { $0.map(numbers) }
  }
}
