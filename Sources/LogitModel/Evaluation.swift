/// Everything the program shows of one row: softmax, loss, gradient, negatives and information.
///
/// Arrays have C elements. Softmax, margin, negatives and information are the same whatever loss is
/// chosen; ``loss``, ``lossTerms`` and ``gradient`` are the chosen loss's. Numbers of nats, unless
/// said otherwise. Nothing is NaN.
public struct Evaluation: Equatable, Sendable {
  /// The logits z; -inf leaves a class out.
  public let logits: [Double]
  /// T, above 0.
  public let temperature: Double
  /// `log Σ exp(z_i / T)`.
  public let logSumExp: Double
  /// The softmax `s_i`, in 0...1.
  public let probabilities: [Double]
  /// `log s_i`, at most 0; exact where `s_i` rounds to 0 or 1.
  public let logProbabilities: [Double]
  /// `1 - s_i` as the sum of the other probabilities, exact where `s_i` rounds to 1.
  public let complements: [Double]
  /// The first class of the largest logit.
  public let argmax: Int

  /// The target after label smoothing; nil without a target and for an ignored row.
  public let target: [Double]?
  /// True where the row's target is the ignore index.
  public let isIgnored: Bool
  /// The class of an index target, or the one class that has all the mass of a distribution.
  public let positive: Int?

  /// The chosen loss; nil without a target and where it is not defined for the target, 0 for an
  /// ignored row, +inf where the target has mass on a class at -inf.
  public let loss: Double?
  /// What each class adds to ``loss``; nil where that is, zeros for an ignored row.
  public let lossTerms: [Double]?
  /// The derivative of ``loss`` with respect to each logit, before any reduction; nil where that
  /// is, zeros for an ignored row.
  public let gradient: [Double]?

  /// `s_k` of the positive; nil without one.
  public let positiveProbability: Double?
  /// `1 - s_k`, the sum of the negatives' probabilities; nil without a positive.
  public let negativeProbability: Double?
  /// `a_k - logsumexp(a_N)` with a = z / T, of which ``positiveProbability`` is the
  /// ``sigmoid(_:)``.
  ///
  /// nil without a positive, -inf where the positive is at -inf, +inf where all the negatives are.
  public let margin: Double?
  /// `-log s_k`, the ``softplus(_:)`` of minus the margin: plain cross entropy without weights and
  /// smoothing, which is the loss that the negatives' effects share out; nil without a positive.
  public let positiveLoss: Double?
  /// What each negative does to the positive; nil without a positive.
  public let negatives: NegativeEffects?

  /// The entropy of the softmax, in 0...log C.
  public let entropy: Double
  /// `exp(entropy)`, a number of classes in 1...C.
  public let effectiveClasses: Double
  /// `exp(crossEntropy)`, at least 1 for a target that sums to 1; nil without a target.
  public let perplexity: Double?
  /// The entropy of the smoothed target; nil without a target.
  public let targetEntropy: Double?
  /// `-Σ y_i log s_i` with the smoothed target and no weights; nil without a target.
  public let crossEntropy: Double?
  /// `Σ y_i log(y_i / s_i)` with the smoothed target; nil without a target.
  public let klDivergence: Double?

  package let softmax: Softmax

  package init(
    logits: [Double],
    softmax: Softmax,
    isIgnored: Bool,
    row: LossRow?,
    loss: any Loss
  ) {
    self.logits = logits
    self.softmax = softmax
    self.isIgnored = isIgnored
    temperature = softmax.temperature
    logSumExp = softmax.logSumExp
    probabilities = softmax.probabilities
    logProbabilities = softmax.logProbabilities
    complements = softmax.complements
    argmax = softmax.argmax

    let value = isIgnored ? LossValue.zero(classes: logits.count) : row.flatMap(loss.evaluate)
    self.loss = value?.value
    lossTerms = value?.terms
    gradient = value?.gradient

    target = row?.target
    positive = row?.positive
    positiveProbability = positive.map { [probabilities] in probabilities[$0] }
    negativeProbability = positive.map { [complements] in complements[$0] }
    negatives = positive.map { NegativeEffects(logits: logits, softmax: softmax, positive: $0) }
    margin = negatives?.margin.value
    positiveLoss = negatives?.attributionSum

    let information = Information(softmax: softmax, target: row?.smoothedTarget)
    entropy = information.entropy
    effectiveClasses = information.effectiveClasses
    perplexity = information.perplexity
    targetEntropy = information.targetEntropy
    crossEntropy = information.crossEntropy
    klDivergence = information.klDivergence
  }
}
