/// How much of a loss each class carries: a target, smoothed and times the class weights where the
/// loss takes them.
///
/// A target that is one class is not written out: two numbers say what all C classes carry.
struct TargetMass: Equatable, Sendable {
  private enum Kind: Equatable, Sendable {
    /// One class carries this, each other one that.
    case one(Int, own: Pair, other: Pair)
    case each([Pair], LeaveOneOutSum)
  }

  private let count: Int
  private let kind: Kind

  /// `w_i ((1 - eps) y_i + eps / C)`.
  init(_ target: Target, classes count: Int, smoothing: Double = 0, weights: [Double]? = nil) {
    self.count = count
    let kept = Pair(sum: 1, -smoothing)
    let spread = smoothing > 0 ? Pair(smoothing) / Double(count) : .zero
    let smoothed = { (mass: Double) in smoothing > 0 ? kept * mass + spread : Pair(mass) }
    switch (target, weights) {
    case (.index(let index), nil):
      kind = .one(index, own: smoothed(1), other: spread)
    case (.index(let index), let weights?) where smoothing == 0:
      kind = .one(index, own: Pair(weights[index]), other: .zero)
    default:
      let masses = (0..<count).map { index in
        let mass = smoothed(target.mass(of: index))
        return weights.map { mass * $0[index] } ?? mass
      }
      kind = .each(masses, LeaveOneOutSum(masses.map(\.value)))
    }
  }

  /// The class that carries all of it, if one does.
  var onlyClass: Int? {
    if case .one(let index, _, .zero) = kind { index } else { nil }
  }

  subscript(index: Int) -> Pair {
    switch kind {
    case .one(let positive, let own, let other): index == positive ? own : other
    case .each(let masses, _): masses[index]
    }
  }

  /// The sum of all but one class's.
  func without(_ index: Int) -> Pair {
    switch kind {
    case .one(let positive, let own, let other):
      // The one class's is the largest, and never subtracted from what it dominates.
      index == positive
        ? Pair(product: other.value, Double(count - 1))
        : Pair(product: other.value, Double(count - 2)) + own.value
    case .each(_, let sum): sum.without(index)
    }
  }

  /// Classes that carry the same.
  struct Group {
    let mass: Pair
    let count: Double
    /// The sum of their `a_max - a_i`.
    let depth: Pair
  }

  /// The sum of what is made of each group of classes that carry something.
  func sum(over softmax: Softmax, _ part: (Group) -> Pair) -> Pair {
    var sum = CompensatedSum()
    switch kind {
    case .one(let positive, let own, let other):
      let depth = -softmax.shift(positive)
      if own.high > 0 { sum.add(part(Group(mass: own, count: 1, depth: depth))) }
      guard other.high > 0 else { break }
      let all = passes.depth(
        softmax.logits,
        below: softmax.maximum,
        temperature: softmax.temperature,
        weighted: false
      )
      let others = all.high.isFinite ? all - depth : Pair(.infinity)
      sum.add(part(Group(mass: other, count: Double(count - 1), depth: others)))
    case .each(let masses, _):
      for (index, mass) in masses.enumerated() where mass.high > 0 {
        sum.add(part(Group(mass: mass, count: 1, depth: -softmax.shift(index))))
      }
    }
    return sum.pair
  }
}

extension TargetMass {
  /// `Σ m_i (-log s_i)`; a class without mass adds exactly 0, whatever its probability.
  func surprise(under softmax: Softmax) -> Pair {
    let logSum = softmax.logSum
    return sum(over: softmax) { ($0.depth + logSum * $0.count) * $0.mass }
  }

  /// One class's part of that.
  func surprise(of index: Int, under softmax: Softmax) -> Double {
    let mass = self[index]
    guard mass.high > 0 else { return 0 }
    return ((softmax.logSum - softmax.shift(index)) * mass).value
  }
}
