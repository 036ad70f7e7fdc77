/// Gradient descent on the logits of one row, `z <- z - rate ∂L/∂z`, beside a second runner that is
/// without the negatives' part of the gradient.
///
/// L is the row's chosen loss before any reduction. Both runners start from the same logits. The
/// second moves the positive's logit by its own derivative and leaves every other logit where it is,
/// so that the two paths show what the negatives' gradient is for. A class at -inf stays there, and
/// no logit becomes NaN or infinite.
public struct Descent: Equatable, Sendable {
  /// Where a runner is after a number of steps.
  public struct Point: Hashable, Sendable {
    /// The loss in nats; +inf where the target has mass on a class at -inf.
    public let loss: Double
    /// `s_k` of the positive, in 0...1; nil without one.
    public let positiveProbability: Double?
    /// `1 - s_k`, exact where `s_k` rounds to 1; nil without a positive.
    public let negativeProbability: Double?

    /// A point of a path.
    ///
    /// - Parameters:
    ///   - loss: In nats.
    ///   - positiveProbability: `s_k`, or nil without a positive.
    ///   - negativeProbability: `1 - s_k`, or nil without a positive.
    public init(loss: Double, positiveProbability: Double?, negativeProbability: Double?) {
      self.loss = loss
      self.positiveProbability = positiveProbability
      self.negativeProbability = negativeProbability
    }
  }

  /// A way of descending: where it is, and where it has been.
  public struct Runner: Equatable, Sendable {
    /// C logits after the last step.
    public fileprivate(set) var logits: [Double]
    /// The start and one point for each step.
    public fileprivate(set) var path: [Point]
    fileprivate var gradient: ClassValues
  }

  /// η, above 0 and finite.
  public let rate: Double
  /// The index of the row in the problem that it was taken from.
  public let row: Int
  /// The runner that follows the whole gradient.
  public private(set) var runner: Runner
  /// The runner that moves the positive alone; nil without a positive, which a soft target has not.
  public private(set) var positiveOnly: Runner?

  /// The one row, with the logits that both runners start from.
  private let start: Problem
  private let positive: Int?

  /// A descent that has taken no step.
  ///
  /// - Parameters:
  ///   - problem: Its row's logits, target and settings are used.
  ///   - row: The row, counted from 0; it must exist.
  ///   - rate: η, above 0 and finite.
  /// - Throws: ``DescentError`` for a rate out of range, an ignored row, and a row without target
  ///   or whose target the loss is not defined for.
  /// - Complexity: O(C).
  public init(_ problem: Problem, row: Int, rate: Double) throws(DescentError) {
    guard rate > 0, rate.isFinite else { throw .invalidRate(rate) }
    var start = problem
    start.logits = [problem.logits[row]]
    start.targets = [problem.targets[row]]
    guard !start.isIgnored(row: 0) else { throw .ignoredRow(row) }
    guard let place = Self.measure(start, at: start.logits[0]) else { throw .noLoss(row) }
    self.rate = rate
    self.row = row
    self.start = start
    positive = place.positive
    runner = Runner(logits: start.logits[0], path: [place.point], gradient: place.gradient)
    positiveOnly = positive == nil ? nil : runner
  }

  /// How many steps have been taken.
  public var steps: Int { runner.path.count - 1 }

  /// C logits, those that both runners start from.
  public var origin: [Double] { start.logits[0] }

  /// The settings under which the loss is taken.
  public var settings: Problem.Settings { start.settings }

  /// The target of the row.
  public var target: Target? { start.targets[0] }

  /// The logits to which the next step leads.
  ///
  /// - Returns: C numbers, finite or, where a class is left out, -inf.
  /// - Throws: ``DescentError`` where the step changes no logit, and where a number that it leads to
  ///   is beyond what a double holds.
  /// - Complexity: O(C).
  public func next() throws(DescentError) -> [Double] {
    let logits = try moved(runner, only: nil)
    guard logits != runner.logits else { throw .standsStill }
    return logits
  }

  /// Takes one step with both runners.
  ///
  /// Where the second runner's own step would leave the range of doubles, it stays where it is.
  ///
  /// - Throws: ``DescentError`` where ``next()`` throws it; nothing has then moved.
  /// - Complexity: O(C).
  public mutating func step() throws(DescentError) {
    try advance(&runner, to: next())
    guard let positive, var second = positiveOnly else { return }
    let logits = try? moved(second, only: positive)
    try advance(&second, to: logits ?? second.logits)
    positiveOnly = second
  }

  private func advance(_ runner: inout Runner, to logits: [Double]) throws(DescentError) {
    guard let place = Self.measure(start, at: logits) else { throw .noLoss(row) }
    runner.logits = logits
    runner.gradient = place.gradient
    runner.path.append(place.point)
  }

  /// The runner's logits less rate times gradient, of one class or of all.
  private func moved(_ runner: Runner, only moving: Int?) throws(DescentError) -> [Double] {
    var logits = runner.logits
    // Of one class the gradient alone is asked for.
    let gradient = moving == nil ? runner.gradient.all : []
    for index in moving.map({ $0..<$0 + 1 }) ?? logits.indices where logits[index] > -.infinity {
      logits[index] -= rate * (moving == nil ? gradient[index] : runner.gradient[index])
      guard logits[index].isFinite else {
        throw .notFinite(row: row, class: start.reference(to: index), value: logits[index])
      }
    }
    guard case .distribution(let mass) = target else { return logits }
    do {
      let temperature = settings.temperature
      try start.validateProducts(of: mass, logits, row: row, temperature: temperature)
    } catch {
      throw .refused(error)
    }
    return logits
  }

  /// The loss and its gradient at some logits; nil where it is not defined.
  private static func measure(
    _ problem: Problem,
    at logits: [Double]
  ) -> (point: Point, gradient: ClassValues, positive: Int?)? {
    let softmax = Softmax(logits, temperature: problem.settings.temperature)
    guard let row = problem.lossRow(0, at: logits, softmax: softmax),
      let loss = problem.settings.loss.evaluate(row)
    else { return nil }
    let point = Point(
      loss: loss.value,
      positiveProbability: row.positive.map(softmax.probability),
      negativeProbability: row.positive.map(softmax.complement)
    )
    return (point, loss.gradient, row.positive)
  }
}
