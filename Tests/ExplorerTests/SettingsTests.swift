import LogitModel
import TerminalUI
import Testing

@testable import Explorer

/// Edits of the settings, the classes and the baseline.
@Suite struct SettingsTests {
  // MARK: Settings

  @Test(arguments: [("t", 0.8), ("T", 1.25), ("t T", 1), ("T t", 1), ("t t", 0.64)])
  func `the temperature is scaled, there and back to the digit`(
    script: String,
    temperature: Double
  ) throws {
    var state = try State.on()
    try state.play(script)
    #expect(state.problem.settings.temperature == temperature)
    #expect(state.evaluation == state.problem.evaluate(row: 0))
  }

  @Test(arguments: [("E", 0.05), ("E E E", 0.15), ("E E e", 0.05), ("e", 0)])
  func `smoothing goes in steps of 0.05, without rounding`(
    script: String,
    smoothing: Double
  ) throws {
    var state = try State.on()
    try state.play(script)
    #expect(state.problem.settings.labelSmoothing == smoothing)
  }

  @Test func `smoothing stops at 1`() throws {
    var state = try State.on()
    try state.play(Array(repeating: "E", count: 23).joined(separator: " "))
    #expect(state.problem.settings.labelSmoothing == 1)
  }

  @Test func `a weight is typed, and weights that are all 1 are none`() throws {
    var state = try State.on()
    try state.play("j w <C-u> type:0.5 <Enter>")
    #expect(state.problem.settings.classWeights == [1, 0.5, 1, 1, 1])
    try state.play("w <BS> <BS> <BS> type:1 <Enter>")
    #expect(state.problem.settings.classWeights == nil)
  }

  @Test func `losses come in turn, forwards and back`() throws {
    var state = try State.on()
    for loss in Losses.all.dropFirst() + [CrossEntropy()] {
      try state.play("o")
      #expect(state.problem.settings.loss.name == loss.name)
      #expect(state.receipt?.what == loss.title)
    }
    try state.play("O")
    #expect(state.problem.settings.loss.name == Losses.all.last?.name)
    state.command("loss cross_entropy")
    #expect(state.problem.settings.loss.name == "cross_entropy")
  }

  @Test func `the values of two losses have no difference worth telling`() throws {
    var state = try State.on()
    try state.play("o")
    #expect(state.receipt?.actual == nil)
    try state.play("u")
    #expect(state.receipt?.actual == nil)
  }

  @Test(arguments: Reduction.allCases)
  func `a reduction is chosen by name`(reduction: Reduction) throws {
    var state = try State.on("batch")
    state.command("reduction \(reduction.rawValue)")
    #expect(state.problem.settings.reduction == reduction)
  }

  // MARK: Classes

  @Test(arguments: [
    ("owl 1.5", "owl", 1.5), ("snowy owl -2e-1", "snowy owl", -0.2), ("owl −2", "owl", -2.0),
    ("owl -inf", "owl", -Double.infinity), ("올빼미 0", "올빼미", 0.0),
  ])
  func `a class is added with its logit, and was not in the baseline`(
    text: String,
    name: String,
    logit: Double
  ) throws {
    var state = try State.on()
    let before = state.problem
    state.command("add \(text)")
    #expect(Array(state.problem.classes) == Array(before.classes) + [name])
    #expect(state.logits == before.logits[0] + [logit])
    #expect(state.subject.baseline.logits[0] == before.logits[0] + [-.infinity])
    #expect(state.focus == 5)
    #expect(Array(state.order) == [0, 1, 2, 3, 4, 5])
    #expect(state.evaluation.positive == 2)
  }

  @Test func `without a logit a new class gets that of the class in focus`() throws {
    var state = try State.on()
    try state.play("j a type:owl <Enter>")
    #expect(state.logits[5] == state.logits[1])
    try state.play("k x a type:2 <Enter>")
    #expect(state.problem.classes[6] == "2")
    #expect(state.logits[6] == state.logits.max())
  }

  @Test func `a class added or deleted is drawn at once`() throws {
    var state = try State.on(width: 120, height: 40)
    for (line, loss) in [("add owl 1", "cross_entropy"), ("add elk", "binary_cross_entropy")] {
      state.command("loss \(loss)")
      state.command(line)
      let name = try #require(line.split(separator: " ").dropFirst().first)
      #expect(state.rows.contains { $0.contains(name) })
    }
    try state.play("d")
    #expect(!state.rows.dropLast(30).contains { $0.contains(" elk ") })
  }

  @Test func `a class is deleted with its mark and its memory`() throws {
    var state = try State.on()
    try state.play("m x <End> m x <Home> j d")
    #expect(state.problem.classes == ["cat", "bird", "fish", "frog"])
    #expect(state.subject.marked == [0, 3])
    #expect(state.subject.leftOut.keys.map(\.index).sorted() == [0, 3])
    #expect(state.problem.targets == [.index(1)])
    #expect(state.subject.baseline.classes == state.problem.classes)
    try state.play("<Home> d")
    #expect(state.subject.marked == [2])
    #expect(state.subject.leftOut.keys.map(\.index) == [2])
  }

  @Test func `the positive is not deleted, and the line says why`() throws {
    var state = try State.on()
    try state.play("j j")
    let before = state
    try state.play("d")
    let place = ProblemError.Class(index: 2, name: "bird")
    #expect(state.message == Refusal(.classIsTarget(row: 0, class: place)).reason)
    #expect(state.silent == before)
  }

  @Test func `two classes are the fewest`() throws {
    var state = try State.on(logits: [0, 1])
    try state.play("j d")
    #expect(state.message == Refusal(.tooFewClasses(count: 1)).reason)
    #expect(state.problem.classes.count == 2)
  }

  @Test func `the baseline's own positive may go: what is left is the baseline`() throws {
    var state = try State.on()
    try state.play("y j j d")
    #expect(state.problem.classes == ["cat", "dog", "fish", "frog"])
    #expect(state.subject.baseline == state.problem)
  }

  @Test(arguments: ["i", "<F2>"])
  func `a class is renamed, in the baseline too`(key: String) throws {
    var state = try State.on()
    try state.play("\(key) <C-u> <Space> type:owl <Enter>")
    #expect(state.problem.classes[0] == "owl")
    #expect(state.subject.baseline.classes[0] == "owl")
    #expect(state.receipt?.what == .renamed("cat", "owl"))
  }

  @Test func `classes of one name are told apart by their index`() throws {
    var state = try State.on()
    state.command("rename dog")
    #expect(state.name(0) == "dog#0")
    #expect(state.name(1) == "dog#1")
    try state.play("u")
    #expect(state.name(1) == "dog")
  }

  // MARK: Baseline

  @Test func `the baseline is now, and is swapped with what has become of it`() throws {
    var state = try State.on()
    let start = state.problem
    try state.play("] b")
    let shifted = state.problem
    #expect(state.subject.baseline == shifted)
    #expect(state.baselineEvaluation == shifted.evaluate(row: 0))
    try state.play("t B")
    #expect(state.problem == shifted)
    #expect(state.subject.baseline.settings.temperature == 0.8)
    try state.play("B r")
    #expect(state.subject == Subject(problem: start, baseline: start))
  }

  @Test func `reset leads back to the start from other classes`() throws {
    var state = try State.on()
    let start = state.subject
    try state.play("x m j l d a type:owl <Enter> y b r")
    #expect(state.subject == start)
    #expect(Array(state.order) == [0, 1, 2, 3, 4])
    #expect(state.focus < 5)
  }
}
