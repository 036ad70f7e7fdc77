import LogitModel
import Testing

@Suite("Gradient descent")
struct DescentTests {
  private func descent(
    _ logits: [Double],
    _ target: Target? = .index(1),
    rate: Double = 0.5,
    settings: Problem.Settings = .init()
  ) throws -> Descent {
    let problem = try Problem(logits: [logits], targets: [target], settings: settings)
    return try Descent(problem, row: 0, rate: rate)
  }

  private func expect(
    _ actual: [Double],
    _ exact: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(actual.count == exact.count, sourceLocation: sourceLocation)
    for (actual, exact) in zip(actual, exact) {
      let distance = (actual - exact).magnitude
      #expect(distance <= 1e-15 * max(1, exact.magnitude), sourceLocation: sourceLocation)
    }
  }

  /// A path worked out apart: losses, s(positive), and the logits after the last step.
  struct Worked: Sendable {
    let losses: [Double]
    let probabilities: [Double]
    let logits: [Double]
  }

  // With mpmath 1.3.0 at 60 digits, from z = [2, -1, 0.5] and y: `s = exp(z/T) / Σ exp(z/T)`, `L =
  // -Σ y log s`, `z <- z - rate (s Σy - y) / T`; without the negatives' gradient z[1] alone moves.

  static let plain = Worked(
    losses: [
      3.241311296657157, 2.478803525119643, 1.8207290432621897, 1.2973166423250357,
      0.919525110181523,
    ],
    probabilities: [
      0.03911257327068745, 0.08384348222332726, 0.16190767020007293, 0.2732640753608289,
      0.39870833866378336,
    ],
    logits: [0.7054939224498604, 0.7209360994725418, 0.07356997807759783]
  )
  static let plainCutOff = Worked(
    losses: [
      3.241311296657157, 2.784705497094014, 2.35187415739001, 1.95249577614009,
      1.5967412721129715,
    ],
    probabilities: [
      0.03911257327068745, 0.061747271104267566, 0.09519059278128497, 0.14191943009027225,
      0.20255551697413857,
    ],
    logits: [2, 0.8310150663767438, 0.5]
  )
  static let warm = Worked(
    losses: [2.02797574385531, 1.222875985743348, 0.7264807120493745, 0.46596694964023055],
    probabilities: [
      0.13160164714691436, 0.29438230897103385, 0.4836079544111293, 0.6275280237315616,
    ],
    logits: [-0.008187536712143367, 2.135612134206384, -0.6274245974942404]
  )
  static let warmCutOff = Worked(
    losses: [2.02797574385531, 1.4907324514537132, 1.0729996688306052, 0.7768642761482448],
    probabilities: [
      0.13160164714691436, 0.2252076414500438, 0.34198114711606836, 0.4598457020252482,
    ],
    logits: [2, 2.4518143464304605, 0.5]
  )

  @Test(
    "worked paths, to the last digits",
    arguments: [(0.5, 1.0, plain, plainCutOff), (3, 2, warm, warmCutOff)]
  )
  func workedPath(rate: Double, temperature: Double, full: Worked, cutOff: Worked) throws {
    var descent = try descent([2, -1, 0.5], rate: rate, settings: .init(temperature: temperature))
    for _ in full.losses.dropFirst() { try descent.step() }
    let positiveOnly = try #require(descent.positiveOnly)
    for (runner, worked) in [(descent.runner, full), (positiveOnly, cutOff)] {
      expect(runner.path.map(\.loss), worked.losses)
      expect(runner.path.compactMap(\.positiveProbability), worked.probabilities)
      expect(runner.path.compactMap(\.negativeProbability), worked.probabilities.map { 1 - $0 })
      expect(runner.logits, worked.logits)
    }
    #expect(descent.origin == [2, -1, 0.5])
    #expect(descent.steps == full.losses.count - 1)
  }

  @Test("a soft target has one runner, and its worked path")
  func softTarget() throws {
    var descent = try descent([2, -1, 0.5], .distribution([0.25, 0.5, 0.25]))
    for _ in 0..<3 { try descent.step() }
    // As above, with y = [0.25, 0.5, 0.25] and rate 0.5.
    expect(
      descent.runner.path.map(\.loss),
      [2.116311296657157, 1.8750677143064383, 1.676300612498038, 1.5159604028750038]
    )
    expect(
      descent.runner.logits,
      [1.2918975479531345, -0.3417271609151359, 0.5498296129620013]
    )
    #expect(descent.positiveOnly == nil)
    #expect(descent.runner.path.allSatisfy { $0.positiveProbability == nil })
  }

  @Test("a distribution with all its mass on one class has a positive")
  func oneHotDistribution() throws {
    var one = try descent([2, -1, 0.5], .distribution([0, 1, 0]))
    var other = try descent([2, -1, 0.5], .index(1))
    for _ in 0..<3 {
      try one.step()
      try other.step()
    }
    #expect(one.runner == other.runner)
    #expect(one.positiveOnly == other.positiveOnly)
  }

  @Test(
    "with a small rate every loss falls, and cross entropy more slowly without the negatives",
    arguments: Losses.all.map(\.name),
    UInt64(1)...12
  )
  func falls(loss: String, seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: 3)
    let loss = try #require(Losses.named(loss))
    let problem = try Problem(
      logits: [logits],
      targets: [.index(positive)],
      settings: .init(temperature: [1, 2][Int(seed % 2)], loss: loss)
    )
    var descent = try Descent(problem, row: 0, rate: 0.02)
    for _ in 0..<30 where (try? descent.step()) == nil { break }
    let losses = descent.runner.path.map(\.loss)
    for (before, after) in zip(losses, losses.dropFirst()) {
      #expect(after <= before + 1e-14 * max(1, before))
    }
    let second = try #require(descent.positiveOnly).path
    #expect(second.count == losses.count)
    guard loss.name == CrossEntropy().name else { return }
    #expect(try #require(losses.last) < (try #require(second.last)).loss)
  }

  @Test("the second runner moves the positive and nothing else", arguments: UInt64(1)...8)
  func positiveAlone(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: 3)
    var descent = try descent(logits, .index(positive))
    for _ in 0..<5 { try descent.step() }
    let moved = try #require(descent.positiveOnly).logits
    for index in logits.indices where index != positive {
      #expect(moved[index] == logits[index])
      #expect(descent.runner.logits[index] < logits[index])
    }
    #expect(moved[positive] > logits[positive])
  }

  @Test("the next logits are told without a step, and each step is the same from anywhere")
  func next() throws {
    var descent = try descent([2, -1, 0.5])
    for _ in 0..<4 {
      let next = try descent.next()
      let afresh = try self.descent(descent.runner.logits).next()
      try descent.step()
      #expect(descent.runner.logits == next)
      #expect(afresh == next)
    }
  }

  @Test("a class left out stays out, also where it is the positive")
  func leftOut() throws {
    var descent = try descent([2, -1, -.infinity, 0.5])
    for _ in 0..<5 { try descent.step() }
    #expect(descent.runner.logits[2] == -.infinity)
    #expect(descent.positiveOnly?.logits[2] == -.infinity)
    #expect(descent.runner.logits.allSatisfy { !$0.isNaN && $0 < .infinity })

    var lost = try self.descent([2, -.infinity, 0.5])
    try lost.step()
    #expect(lost.runner.logits[1] == -.infinity)
    #expect(lost.runner.path.map(\.loss) == [.infinity, .infinity])
    #expect(lost.positiveOnly?.logits == [2, -.infinity, 0.5])
  }

  @Test(
    "a row of the batch descends its own loss, before the reduction",
    arguments: Reduction.allCases
  )
  func batchRow(reduction: Reduction) throws {
    let problem = try Problem(
      logits: [[0, 9], [2, -1]],
      targets: [.index(0), .index(1)],
      settings: .init(reduction: reduction)
    )
    var descent = try Descent(problem, row: 1, rate: 0.5)
    try descent.step()
    var alone = try self.descent([2, -1])
    try alone.step()
    #expect(descent.runner == alone.runner)
    #expect(descent.row == 1)
  }

  // MARK: What is refused

  @Test("a rate must be above 0 and finite", arguments: [0, -0.5, .infinity])
  func rates(rate: Double) {
    #expect(throws: DescentError.invalidRate(rate)) { try descent([1, 2], rate: rate) }
  }

  @Test("NaN is no rate")
  func notANumber() {
    #expect(throws: DescentError.self) { try descent([1, 2], rate: .nan) }
  }

  @Test("without a loss there is nothing to descend")
  func noLoss() throws {
    #expect(throws: DescentError.noLoss(0)) { try descent([1, 2], nil) }
    let problem = try Problem(logits: [[1, 2], [1, 2]], targets: [nil, .index(-100)])
    #expect(throws: DescentError.ignoredRow(1)) { try Descent(problem, row: 1, rate: 1) }
  }

  @Test(
    "a step that no double holds is refused, and nothing has moved",
    arguments: [1e308, 1.5e308]
  )
  func overflow(rate: Double) throws {
    var descent = try descent(
      [1e308, 0, -1e308],
      .index(2),
      rate: rate,
      settings: .init(temperature: 0.4)
    )
    let before = descent
    let place = ProblemError.Class(index: 0, name: "0")
    #expect(throws: DescentError.notFinite(row: 0, class: place, value: -.infinity)) {
      try descent.step()
    }
    #expect(throws: DescentError.self) { try descent.next() }
    #expect(descent == before)
  }

  @Test("where the gradient is 0, or too small, the descent stands still")
  func standstill() throws {
    var flat = try descent([1000, 0], .index(0))
    #expect(throws: DescentError.standsStill) { try flat.step() }
    #expect(flat.steps == 0)
    var slow = try descent([0, 0], .index(0), rate: 1e-300)
    try slow.step()
    var tiny = try descent([1, 1], .index(0), rate: 1e-300)
    #expect(throws: DescentError.standsStill) { try tiny.step() }
  }

  @Test("a target beyond 1 whose products would overflow is refused")
  func products() throws {
    var descent = try descent([1, 0], .distribution([1e300, 0]), rate: 1e8)
    #expect(throws: DescentError.self) { try descent.step() }
    #expect(descent.steps == 0)
  }

  @Test("every reason is one line that names what to do")
  func descriptions() {
    let place = ProblemError.Class(index: 1, name: "dog")
    let errors: [(DescentError, String)] = [
      (.invalidRate(0), "learning rate is 0.0"), (.ignoredRow(2), "row 2 is ignored"),
      (.noLoss(3), "row 3 has no loss"), (.standsStill, "changes no logit"),
      (
        .notFinite(row: 0, class: place, value: .infinity),
        "class \"dog\" (1): the step leads to inf"
      ),
      (.refused(.invalidTargetSum(row: 4, sum: .infinity)), "row 4"),
    ]
    for (error, part) in errors {
      #expect(error.description.contains(part))
      #expect(!error.description.contains("\n"))
    }
  }
}
