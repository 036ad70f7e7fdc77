/// Everything the program shows of one row: softmax, loss, gradient, negatives and information.
///
/// What belongs to single classes has C elements and is derived when it is asked for. Softmax, margin,
/// negatives and information are the same whatever loss is chosen; ``loss``, ``lossTerms`` and
/// ``gradient`` are the chosen loss's. Numbers of nats, unless said otherwise. Nothing is NaN.
public struct Evaluation: Sendable {
  /// The logits z; -inf leaves a class out.
  public let logits: [Double]
  /// True where the row's target is the ignore index.
  public let isIgnored: Bool
  /// What each negative does to the positive; nil without a positive.
  public let negatives: NegativeEffects?

  package let softmax: Softmax
  /// The row as the loss sees it; nil without a target and for an ignored row.
  private let row: LossRow?
  /// The chosen loss with its terms and gradient.
  private let value: LossValue?
  private let chosenLoss: any Loss

  package init(
    tree: ExponentialTree,
    logits: [Double],
    target: Target?,
    settings: Problem.Settings
  ) {
    self.logits = logits
    softmax = tree.softmax(of: logits)
    isIgnored = target == .index(settings.ignoreIndex)
    chosenLoss = settings.loss
    if let target, !isIgnored {
      row = LossRow(logits: logits, softmax: softmax, target: target, settings: settings)
    } else {
      row = nil
    }
    value = isIgnored ? .zero(classes: logits.count) : row.flatMap(settings.loss.evaluate)
    negatives = row?.positive.map { [softmax] in
      NegativeEffects(
        softmax: softmax,
        others: tree.softmax(of: logits, excluding: $0),
        positive: $0
      )
    }
  }

  /// T, above 0.
  public var temperature: Double { softmax.temperature }
  /// `log Σ exp(z_i / T)`.
  public var logSumExp: Double { softmax.logSumExp }
  /// The softmax `s_i`, in 0...1.
  public var probabilities: ClassValues { softmax.probabilities }
  /// `log s_i`, at most 0; exact where `s_i` rounds to 0 or 1.
  public var logProbabilities: ClassValues { softmax.logProbabilities }
  /// `1 - s_i` as the sum of the other probabilities, exact where `s_i` rounds to 1.
  public var complements: ClassValues { softmax.complements }
  /// The first class of the largest logit.
  public var argmax: Int { softmax.argmax }

  /// The target after label smoothing; nil without a target and for an ignored row.
  public var target: ClassValues? { row?.target }
  /// The class of an index target, or the one class that has all the mass of a distribution.
  public var positive: Int? { row?.positive }

  /// The chosen loss; nil without a target and where it is not defined for the target, 0 for an
  /// ignored row, +inf where the target has mass on a class at -inf.
  public var loss: Double? { value?.value }
  /// The loss before it is rounded, so that a batch rounds once.
  package var exactLoss: Pair? { value?.exactValue }
  /// What each class adds to ``loss``; nil where that is, zeros for an ignored row.
  public var lossTerms: ClassValues? { value?.terms }
  /// The derivative of ``loss`` with respect to each logit, before any reduction; nil where that
  /// is, zeros for an ignored row.
  public var gradient: ClassValues? { value?.gradient }

  /// `s_k` of the positive; nil without one.
  public var positiveProbability: Double? { positive.map(softmax.probability) }
  /// `1 - s_k`, the sum of the negatives' probabilities; nil without a positive.
  public var negativeProbability: Double? { positive.map(softmax.complement) }
  /// `a_k - logsumexp(a_N)` with a = z / T, of which ``positiveProbability`` is the
  /// ``sigmoid(_:)``.
  ///
  /// nil without a positive, -inf where the positive is at -inf, +inf where all the negatives are.
  public var margin: Double? { negatives?.margin.value }
  /// `-log s_k`, the ``softplus(_:)`` of minus the margin: plain cross entropy without weights and
  /// smoothing, which is the loss that the negatives' effects share out; nil without a positive.
  public var positiveLoss: Double? { negatives?.attributionSum }
}

extension Evaluation: Equatable {
  /// True where they are of equal rows under equal settings.
  ///
  /// - Parameters:
  ///   - a: An evaluation.
  ///   - b: Another.
  /// - Returns: Whether they are equal.
  /// - Complexity: O(C).
  public static func == (a: Self, b: Self) -> Bool {
    a.softmax == b.softmax && a.isIgnored == b.isIgnored && a.row == b.row
      && AnyHashable(a.chosenLoss) == AnyHashable(b.chosenLoss)
  }
}

extension Evaluation {
  private var information: Information {
    Information(softmax: softmax, target: row?.smoothedTarget)
  }

  /// The entropy of the softmax, in 0...log C.
  ///
  /// - Complexity: O(C), as that of all measures of information.
  public var entropy: Double { information.entropy }
  /// `exp(entropy)`, a number of classes in 1...C.
  public var effectiveClasses: Double { information.effectiveClasses }
  /// `exp(crossEntropy)`, at least 1 for a target that sums to 1; nil without a target.
  public var perplexity: Double? { information.perplexity }
  /// The entropy of the smoothed target; nil without a target.
  public var targetEntropy: Double? { information.targetEntropy }
  /// `-Σ y_i log s_i` with the smoothed target and no weights; nil without a target.
  public var crossEntropy: Double? { information.crossEntropy }
  /// `Σ y_i log(y_i / s_i)` with the smoothed target; nil without a target.
  public var klDivergence: Double? { information.klDivergence }
}
