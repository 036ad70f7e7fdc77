import RealModule

/// What one negative does to the positive, under plain cross entropy.
public struct NegativeEffect: Equatable, Sendable {
  /// `∂s_k / ∂z_j = -s_k s_j / T`, at most 0: how fast the positive's probability falls as this
  /// logit rises.
  public let push: Double
  /// `s_j / (1 - s_k)`, in 0...1: this negative's part of all the negatives; it is the softmax over
  /// them alone.
  public let share: Double
  /// `-log(1 - s_j)` in nats, at least 0: how much the loss falls when this class is removed.
  public let without: Double
  /// `share · loss` in nats: this negative's part of the loss, 0 where the share is.
  ///
  /// +inf where the positive is at -inf and the share is not 0.
  ///
  /// It is the Aumann-Shapley value of the game "which negatives are present", so the parts sum to
  /// the loss.
  public let attribution: Double

  /// The four effects of one negative.
  ///
  /// - Parameters:
  ///   - push: The derivative of the positive's probability.
  ///   - share: The part of all the negatives.
  ///   - without: How much the loss falls without the class.
  ///   - attribution: The part of the loss.
  public init(push: Double, share: Double, without: Double, attribution: Double) {
    self.push = push
    self.share = share
    self.without = without
    self.attribution = attribution
  }
}

/// What each negative does to the positive k, whatever loss is chosen.
///
/// All the negatives act through one number, their logsumexp: the positive decides how much
/// gradient reaches them and they decide who gets it. This is about plain cross entropy, without
/// weights and smoothing.
public struct NegativeEffects: Equatable, Sendable {
  /// The class the others are negatives of.
  public let positive: Int
  /// The sum of the pushes, `-s_k (1 - s_k) / T`: how fast the positive's probability falls as all
  /// the negatives rise.
  public let pushSum: Double
  /// The sum of the attributions, which is the loss `-log s_k` in nats.
  public let attributionSum: Double

  package let softmax: Softmax
  /// The softmax of the negatives alone, shifted by their own maximum.
  package let others: Softmax
  package let margin: Pair
  private let argmaxWithout: Double

  package init(softmax: Softmax, others: Softmax, positive: Int) {
    self.softmax = softmax
    self.positive = positive
    self.others = others
    margin = others.margin(of: softmax.logits[positive])
    attributionSum = 0 - softmax.logProbability(positive).value
    pushSum = 0 - softmax.jacobian(positive, positive)
    argmaxWithout = softmax.surpriseWithoutArgmax(of: softmax.logits).value
  }

  /// The number of classes, the positive included.
  public var count: Int { softmax.count }

  /// The effects of a class; nil at the positive.
  ///
  /// All are 0 for a class at -inf.
  ///
  /// - Parameter index: The class, counted from 0; it must exist.
  /// - Complexity: O(1).
  public subscript(index: Int) -> NegativeEffect? {
    guard index != positive else { return nil }
    return NegativeEffect(
      push: softmax.jacobian(positive, index),
      share: others.isEmpty ? 0 : others.probability(index),
      without: index == softmax.argmax ? argmaxWithout : softmax.surpriseWithout(index).value,
      attribution: others.isEmpty ? 0 : attribution(index)
    )
  }

  private func attribution(_ index: Int) -> Double {
    // A share that is 0, be it by underflow, has no part of an infinite loss.
    guard attributionSum < .infinity else { return others.probability(index) > 0 ? .infinity : 0 }
    let part = others.exponential(index, times: Pair(attributionSum))
    return (part * others.reciprocal).value
  }
}

extension Softmax {
  /// `a - logsumexp` of a logit that is not among these classes.
  package func margin(of logit: Double) -> Pair {
    guard !isEmpty else { return Pair(.infinity) }
    return Pair.difference(logit, maximum, over: temperature) - logSum
  }
}
