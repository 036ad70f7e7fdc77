import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Edits of logits and target.
@Suite struct EditingTests {
  // MARK: Nudging and shifting

  @Test(arguments: [
    ("<Right>", 0.1), ("l", 0.1), ("<Left>", -0.1), ("h", -0.1), ("<S-Right>", 1), ("L", 1),
    ("<S-Left>", -1), ("H", -1), (". <Right>", 0.5), (", , h", -0.01),
  ])
  func `a nudge moves the logit in focus alone`(script: String, delta: Double) throws {
    var state = try State.on()
    var expected = state.logits
    expected[0] += delta
    try state.play(script)
    #expect(state.logits == expected)
    #expect(state.evaluation == state.problem.evaluate(row: 0))
    #expect(state.receipt?.what == .nudged("cat", delta))
    #expect(state.hasEdits)
  }

  @Test(arguments: [
    ("<Right>", "<Left>"), ("<Left>", "<Right>"), ("]", "["), (">", "<lt>"), ("{", "}"), ("H", "L"),
  ])
  func `as many steps back lead to the very logits of the baseline`(
    there: String,
    back: String
  ) throws {
    var state = try State.on()
    let start = state.logits
    for _ in 0..<7 { try state.play(there) }
    #expect(state.logits != start)
    for _ in 0..<7 { try state.play(back) }
    #expect(state.logits == start)
  }

  @Test(arguments: [("]", 0.1), ("[", -0.1), ("}", 1.0), ("{", -1.0)])
  func `the negatives move together, the positive stays`(key: String, delta: Double) throws {
    var state = try State.on()
    let before = state.evaluation
    let margin = try #require(before.margin)
    try state.play(key)
    let expected = before.logits.enumerated().map { $0 == 2 ? $1 : $1 + delta }
    #expect(state.logits == expected)
    // The positive's probability is a logistic curve in the shift.
    let probability = try #require(state.evaluation.positiveProbability)
    #expect(abs(probability - sigmoid(margin - delta)) <= 1e-15)
    #expect(state.receipt?.what == .shiftedNegatives(delta))
  }

  @Test func `marked classes move instead of the negatives`() throws {
    var state = try State.on()
    let before = state.logits
    try state.play("m j j m ]")
    #expect(state.logits == [before[0] + 0.1, before[1], before[2] + 0.1, before[3], before[4]])
    #expect(state.receipt?.what == .shiftedMarked(2, 0.1))
    try state.play("m <Home> m [")
    #expect(state.subject.marked.isEmpty)
    #expect(state.receipt?.what == .shiftedNegatives(-0.1))
  }

  @Test func `without a positive there are no negatives, but marks will do`() throws {
    var state = try State.on("three-logits")
    let before = state
    try state.play("]")
    #expect(state.message == .noPositive)
    #expect(state.silent == before)
    try state.play("m ]")
    #expect(state.logits == [before.logits[0] + 0.1, before.logits[1], before.logits[2]])
  }

  @Test(arguments: [(">", 0.1), ("<lt>", -0.1)])
  func `a shift of every logit changes nothing but z`(key: String, delta: Double) throws {
    var state = try State.on()
    let before = state.evaluation
    try state.play(key)
    let now = state.evaluation
    #expect(now.logits == before.logits.map { $0 + delta })
    for (a, b) in zip(now.probabilities, before.probabilities) { #expect(abs(a - b) <= 1e-15) }
    #expect(abs(try #require(now.loss) - #require(before.loss)) <= 1e-15)
    #expect(abs(try #require(state.receipt?.actual)) <= 1e-15)
  }

  @Test func `the slope foretells the change of the loss to first order`() throws {
    var state = try State.on()
    let before = try #require(state.evaluation.loss)
    try state.play("]")
    let receipt = try #require(state.receipt)
    let expected = try #require(receipt.expected)
    let actual = try #require(receipt.actual)
    // The negatives' gradients sum to 1 - s = 0.2; the loss is convex in the shift.
    #expect(abs(expected - 0.2 * 0.1) <= 1e-15)
    #expect(actual > expected)
    #expect(actual - expected < 0.25 * 0.1 * 0.1 / 2)
    #expect(actual == state.evaluation.loss.map { $0 - before })
  }

  // MARK: Typing

  @Test(arguments: ["-1.5", "−1.5", "-15e-1"])
  func `a logit is taken as typed`(text: String) throws {
    var state = try State.on()
    try state.play("= type:\(text) <Enter>")
    #expect(state.logits[0] == -1.5)
    #expect(state.receipt?.what == .logitSet("cat", -1.5))
  }

  @Test(arguments: [0.5, 0.001, 0.97, 1e-12])
  func `a typed probability is what the class then has, the other logits stay`(
    probability: Double
  ) throws {
    var state = try State.on()
    let before = state.logits
    try state.play("j p type:\(probability) <Enter>")
    #expect(abs(state.evaluation.probabilities[1] / probability - 1) <= 1e-14)
    #expect(state.logits.indices.filter { state.logits[$0] != before[$0] } == [1])
  }

  // MARK: Leaving out

  @Test func `a class left out comes back with the logit that it had`() throws {
    var state = try State.on()
    try state.play("<Right>")
    let before = state.logits
    try state.play("x")
    #expect(state.logits == [-.infinity] + before.dropFirst())
    #expect(state.evaluation.probabilities[0] == 0)
    #expect(state.receipt?.what == .leftOut("cat"))
    try state.play("j l k x")
    #expect(state.logits[0] == before[0])
    #expect(state.receipt?.what == .broughtBack("cat"))
  }

  @Test func `what the loss falls by without a negative is what the panel says`() throws {
    var state = try State.on()
    let without = try #require(state.evaluation.negatives?[0]?.without)
    try state.play("x")
    #expect(abs(try #require(state.receipt?.actual) + without) <= 1e-15)
  }

  @Test(arguments: ["<Right>", "H"])
  func `a class left out is not nudged`(key: String) throws {
    var state = try State.on()
    try state.play("x")
    let before = state
    try state.play(key)
    #expect(state.message == .isLeftOut("cat"))
    #expect(state.subject == before.subject)
    #expect(state.history == before.history)
  }

  @Test func `a shift passes over a class left out`() throws {
    var state = try State.on()
    try state.play("x ] >")
    #expect(state.logits[0] == -.infinity)
    #expect(state.receipt?.expected?.isFinite == true)
  }

  @Test func `a typed logit brings a class back too`() throws {
    var state = try State.on()
    try state.play("x = type:2 <Enter>")
    #expect(state.logits[0] == 2)
  }

  @Test func `the last class that is left stays`() throws {
    var state = try State.on(logits: [1, -.infinity])
    let before = state
    try state.play("x")
    #expect(state.message == Refusal(ProblemError.noFiniteLogit(row: 0)).reason)
    #expect(state.silent == before)
  }

  @Test func `an infinite change is no number to foretell with`() throws {
    var state = try State.on()
    state.command("negatives -inf")
    #expect(state.evaluation.positiveProbability == 1)
    #expect(state.receipt?.expected == nil)
  }

  @Test func `between two infinite losses there is no change to tell of`() throws {
    var state = try State.on()
    try state.play("<Home> j j x k l u")
    #expect(state.evaluation.loss == .infinity)
    #expect(state.receipt == Receipt(what: .undone))
  }

  // MARK: Target

  @Test func `a class becomes the positive`() throws {
    var state = try State.on()
    try state.play("j y")
    #expect(state.problem.targets == [.index(1)])
    #expect(state.evaluation.positive == 1)
  }

  @Test(arguments: [
    ("dog", Target.index(1)), (" 3 ", .index(3)), ("cat=1", .distribution([1, 0, 0, 0, 0])),
    ("cat=0.3,dog=0.7", .distribution([0.3, 0.7, 0, 0, 0])),
    ("cat = 0.3 , 4 = 0.7", .distribution([0.3, 0, 0, 0, 0.7])),
    ("0.1,0.2,0.3,0.4,0", .distribution([0.1, 0.2, 0.3, 0.4, 0])),
  ])
  func `a target is typed as a class or as a distribution`(text: String, target: Target) throws {
    var state = try State.on()
    state.command("target \(text)")
    #expect(state.problem.targets == [target])
  }

  @Test(arguments: [
    "zebra", "9", "-1", "cat=x", "cat=0.5,zebra=0.5", "cat=-1,dog=2", "cat=0", "0.5,0.5", "cat,dog",
    "cat=nan", "cat=inf", "=1", ",",
  ])
  func `a target that is none is refused`(text: String) throws {
    var state = try State.on()
    let before = state
    state.command("target \(text)")
    #expect(state.message != nil)
    try state.play("<Esc>")
    #expect(state.silent == before)
  }

  @Test func `a target is asked for as it would be typed`() throws {
    let names = ["a,b", "x=y", "twin", "twin", "plain", ""]
    let problem = try Problem(
      classes: names,
      logits: [names.map { _ in 0 }],
      targets: [.distribution([0.1, 0.2, 0.3, 0.15, 0.25, 0])]
    )
    let text = TargetText(problem)
    let target = try #require(problem.targets[0])
    #expect(text.write(target) == "0=0.1,1=0.2,2=0.3,3=0.15,plain=0.25")
    #expect(try text.read(text.write(target)) == target)
  }

  @Test func `names that only look equal are two classes`() throws {
    let problem = try Problem(classes: ["\u{E9}", "e\u{301}", "b"], logits: [[0, 0, 0]])
    let text = TargetText(problem)
    #expect(try text.read("\u{E9}") == .index(0))
    #expect(try text.read("e\u{301}") == .index(1))
    #expect(try text.read("e\u{301}=0.75,\u{E9}=0.25") == .distribution([0.25, 0.75, 0]))
    #expect(text.write(.distribution([0.25, 0.75, 0])) == "\u{E9}=0.25,e\u{301}=0.75")
  }

  @Test func `a mark after a comma or an equals sign does not hide it`() throws {
    let problem = try Problem(classes: ["\u{301}a", "b,\u{301}", "="], logits: [[0, 0, 0]])
    let text = TargetText(problem)
    #expect(try text.read("2=0.5,\u{301}a=0.5") == .distribution([0.5, 0, 0.5]))
    let target = Target.distribution([0.5, 0.25, 0.25])
    #expect(text.write(target) == "\u{301}a=0.5,1=0.25,2=0.25")
    #expect(try text.read(text.write(target)) == target)
  }

  @Test(arguments: ["0x10", "1e999", "inf", "infinity", "nan", "−0x1p3"])
  func `a typed number is a decimal one`(text: String) {
    #expect(NumberText.read(text) == nil)
  }

  @Test(arguments: [
    (" 1.5 ", 1.5), ("−2", -2), ("-inf", -Double.infinity), ("−inf", -Double.infinity),
  ])
  func `either minus and blanks around it are read`(text: String, number: Double) {
    #expect(NumberText.read(text) == number)
  }

  @Test func `a name that two classes share does not say which`() throws {
    let problem = try Problem(classes: ["twin", "twin"], logits: [[0, 0]])
    #expect(throws: Refusal(.ambiguousClass("twin"))) {
      try TargetText(problem).read("twin=0.5,1=0.5")
    }
    #expect(throws: Refusal(.ambiguousClass("twin"))) { try TargetText(problem).read("twin") }
  }
}
