import LogitModel
import TerminalUI

/// The positive's probability and the loss as functions of a shift δ of the negatives, or of the class in
/// focus.
///
/// The shift is counted from the baseline, so that the curve stands still and the present moves on it.
/// Plain cross entropy is a function of the margin alone, which any shift has in closed form; another
/// loss is evaluated at shifted logits, at as many places as its classes leave time for.
struct ShiftCurve {
  private let state: State
  private let evaluation: Evaluation
  private let baseline: Evaluation
  let scope: CurveScope
  /// Where the present is, as a shift from the baseline.
  let present: Double
  /// Whether the loss is the softplus of minus the margin.
  let isLogistic: Bool
  private let activation: Activation

  init(_ state: State) {
    self.state = state
    evaluation = state.evaluation
    baseline = state.baselineEvaluation
    scope = state.curveScope
    let settings = state.problem.settings
    activation = settings.loss.activation
    isLogistic =
      settings.loss is CrossEntropy && settings.classWeights == nil
      && state.evaluation.positive.map { state.evaluation.target?[$0] } == 1
    present =
      switch state.curveScope {
      case .negatives where settings.loss.activation == .softmax: Self.marginChange(state)
      case .negatives: Self.commonShift(state)
      case .focus: Self.change(state.focus, state)
      }
  }

  // MARK: The present and the baseline

  /// All negatives act on softmax through the margin alone: whatever is done to the logits, the present
  /// lies on the negatives' curve.
  private static func marginChange(_ state: State) -> Double {
    guard isComparable(state), let from = state.baselineEvaluation.margin,
      let to = state.evaluation.margin
    else { return 0 }
    return (from - to) * state.evaluation.temperature
  }

  /// What has been added to every negative, if it is the same.
  private static func commonShift(_ state: State) -> Double {
    guard isComparable(state) else { return 0 }
    let logits = state.evaluation.logits
    var (least, most) = (Double.infinity, -Double.infinity)
    for index in logits.indices where index != state.evaluation.positive && logits[index].isFinite {
      let change = change(index, state)
      (least, most) = (min(least, change), max(most, change))
    }
    // Neither is finite where no negative is.
    return most - least <= 1e-9 * max(1, abs(least)) && least.isFinite ? least : 0
  }

  private static func change(_ index: Int, _ state: State) -> Double {
    let change = state.evaluation.logits[index] - state.baselineLogit(index)
    return change.isFinite ? change : 0
  }

  /// Whether the baseline has the same positive, at the same temperature, and neither margin is infinite.
  private static func isComparable(_ state: State) -> Bool {
    let (now, before) = (state.evaluation, state.baselineEvaluation)
    guard before.positive == now.positive, before.temperature == now.temperature else {
      return false
    }
    return [before.margin, now.margin].allSatisfy { $0?.isFinite ?? false }
  }

  /// Whether the baseline lies on the curve of the probability, and on that of the loss.
  ///
  /// On one class's it does only where no other logit has moved; on that of a loss that sees more than
  /// the margin only where the negatives have moved as one.
  var showsBaseline: (probability: Bool, loss: Bool) {
    guard Self.isComparable(state) else { return (false, false) }
    let isAlone =
      scope == .negatives
      || evaluation.logits.indices.allSatisfy {
        $0 == state.focus || evaluation.logits[$0] == state.baselineLogit($0)
      }
    guard isAlone else { return (false, false) }
    func isSame(_ a: Double, _ b: Double?) -> Bool {
      b.map { abs(a - $0) <= 1e-9 * max(1, abs($0)) } ?? false
    }
    return (isSame(probability(0), ownProbability(baseline)), isSame(loss(0), baseline.loss))
  }

  /// The positive's probability as the loss sees it: its sigmoid where each class has one of its own.
  private func ownProbability(_ evaluation: Evaluation) -> Double? {
    guard activation == .sigmoid else { return evaluation.positiveProbability }
    return evaluation.positive.map { evaluation.sigmoids(of: $0).probability }
  }

  // MARK: The functions

  func margin(_ delta: Double) -> Double {
    let shift = delta - present
    let margin =
      switch scope {
      case .negatives: evaluation.margin(shiftingNegativesBy: shift)
      case .focus: evaluation.margin(shifting: state.focus, by: shift)
      }
    return margin ?? .nan
  }

  func probability(_ delta: Double) -> Double {
    guard activation == .sigmoid else { return sigmoid(margin(delta)) }
    guard let positive = evaluation.positive else { return .nan }
    let shift = isShifted(positive) ? delta - present : 0
    return sigmoid((evaluation.logits[positive] + shift) / evaluation.temperature)
  }

  /// The loss in nats; NaN where it is not defined.
  func loss(_ delta: Double) -> Double {
    guard !isLogistic else { return softplus(-margin(delta)) }
    let shift = delta - present
    var logits = evaluation.logits
    for index in logits.indices where isShifted(index) && logits[index].isFinite {
      let end = Double.greatestFiniteMagnitude
      logits[index] = min(end, max(-end, logits[index] + shift))
    }
    return state.problem.evaluateLoss(row: state.row, at: logits)?.value ?? .nan
  }

  private func isShifted(_ index: Int) -> Bool {
    switch scope {
    case .negatives: index != evaluation.positive
    case .focus: index == state.focus
    }
  }

  // MARK: What is drawn

  /// Wide enough for the bend, where the margin is 0; it moves in strides, once the present would leave
  /// it.
  var range: ClosedRange<Double> {
    let origin = margin(0)
    let bend = origin.isFinite ? abs(origin) : 0
    var stride = Self.stride(bend) * evaluation.temperature
    if activation == .identity {
      // A hinge bends where z is short of its margin, whatever the temperature.
      let reach = bend * evaluation.temperature + state.problem.settings.hingeMargin
      stride = max(stride, Self.stride(reach))
    }
    let centre = (present / stride).rounded() * stride
    // What no double holds is not drawn either.
    guard (centre - stride).isFinite, (centre + stride).isFinite else { return -1e300...1e300 }
    return centre - stride...centre + stride
  }

  private static func stride(_ bend: Double) -> Double {
    max(8, ((bend + 4) / 4).rounded(.up) * 4)
  }

  /// Whether there is time to evaluate the loss at the places that a curve needs.
  var showsLoss: Bool { isLogistic || state.affords(Self.fewestSamples) }

  private static let fewestSamples = 17

  /// The loss over a range, in nats; at the present alone where there is no time for more.
  func lossPoints(over range: ClosedRange<Double>) -> [(x: Double, y: Double)] {
    guard !isLogistic else { return Plot.Series(over: range, style: .text, loss).points }
    // Each place takes all classes; the places that are marked are among them.
    let samples = min(257, max(Self.fewestSamples, 60_000 / evaluation.logits.count))
    guard showsLoss else {
      return range.contains(present) ? [(x: present, y: evaluation.loss ?? .nan)] : []
    }
    let points = Plot.Series(over: range, samples: samples, style: .text, loss).points
    let marked = [0, present].filter(range.contains).map { (x: $0, y: loss($0)) }
    return (points + marked).sorted { $0.x < $1.x }
  }
}
