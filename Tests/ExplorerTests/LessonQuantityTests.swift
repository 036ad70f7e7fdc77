import Foundation
import Lessons
import LogitModel
import Testing

@testable import Explorer

@Suite struct LessonQuantityTests {
  private func value(_ text: String, _ state: State) -> Double? {
    try? state.value(of: Expression.parse(text, line: 1))
  }

  /// Equal, NaN included; nil only to nil.
  private func same(_ left: Double?, _ right: Double?) -> Bool {
    left == right || left?.isNaN == true && right?.isNaN == true
  }

  /// What one number of the baseline and of now is, past the table.
  private func numbers(_ evaluation: Evaluation, _ problem: Problem, row: Int, focus: Int)
    -> [(String, Double?)]
  {
    let settings = problem.settings
    let forms = problem.floatingPointForms(row: row, class: evaluation.positive ?? focus).forms
    var numbers: [(String, Double?)] = [
      ("positive_probability", evaluation.positiveProbability),
      ("negative_probability", evaluation.negativeProbability),
      ("margin", evaluation.margin), ("loss", evaluation.loss),
      ("entropy", evaluation.entropy), ("target_entropy", evaluation.targetEntropy),
      ("cross_entropy", evaluation.crossEntropy), ("kl_divergence", evaluation.klDivergence),
      ("perplexity", evaluation.perplexity), ("effective_classes", evaluation.effectiveClasses),
      ("argmax_probability", evaluation.probabilities.max()),
      ("argmax", Double(evaluation.argmax)), ("positive", evaluation.positive.map(Double.init)),
      ("temperature", settings.temperature), ("label_smoothing", settings.labelSmoothing),
      ("gamma", settings.gamma), ("hinge_margin", settings.hingeMargin),
      ("batch_loss", problem.evaluateBatch().value),
    ]
    for loss in Losses.all {
      let value = problem.evaluateLoss(row: row, under: loss)?.value
      numbers.append(("losses.\(loss.name).value", value))
    }
    for (bits, pair) in zip([64, 32, 16], [0, 2, 4]) {
      numbers += [
        ("naive_loss_\(bits)", forms[pair].loss?.value),
        ("stable_loss_\(bits)", forms[pair + 1].loss?.value),
        ("eps_loss_\(bits)", forms[pair].epsilonLoss?.value),
        ("naive_probability_\(bits)", forms[pair].probability.value),
        ("stable_probability_\(bits)", forms[pair + 1].probability.value),
      ]
    }
    return numbers
  }

  private func lists(_ evaluation: Evaluation, _ problem: Problem, row: Int)
    -> [(String, (Int) -> Double?)]
  {
    let scaled = evaluation.logits.map { $0 / problem.settings.temperature }
    var lists: [(String, (Int) -> Double?)] = [
      ("logits", { evaluation.logits[$0] }), ("probabilities", { evaluation.probabilities[$0] }),
      ("log_probabilities", { evaluation.logProbabilities[$0] }),
      ("target", { evaluation.target?[$0] }), ("loss_terms", { evaluation.lossTerms?[$0] }),
      ("gradient", { evaluation.gradient?[$0] }), ("push", { evaluation.negatives?[$0]?.push }),
      ("share", { evaluation.negatives?[$0]?.share }),
      ("without", { evaluation.negatives?[$0]?.without }),
      ("attribution", { evaluation.negatives?[$0]?.attribution }),
      ("class_weights", { problem.settings.classWeights?[$0] ?? 1 }),
      ("sigmoids", { sigmoid(scaled[$0]) }),
    ]
    for loss in Losses.all {
      let value = problem.evaluateLoss(row: row, under: loss)
      lists.append(("losses.\(loss.name).terms", { value?.terms[$0] }))
      lists.append(("losses.\(loss.name).gradient", { value?.gradient[$0] }))
    }
    return lists
  }

  /// Where the learner is, of which the baseline has none.
  private func places(_ state: State) -> [(String, Double?)] {
    [
      ("row", Double(state.row)), ("rows", Double(state.problem.logits.count)),
      ("classes", Double(state.problem.classes.count)),
      ("descent_steps", Double(state.descentPlace ?? 0)), ("rate", state.rate),
    ]
  }

  private func baseline(_ state: State) throws -> Problem {
    var baseline = state.subject.baseline
    var settings = baseline.settings
    settings.loss = state.problem.settings.loss
    try baseline.setSettings(settings)
    return baseline
  }

  @Test(arguments: 0..<120)
  func `every quantity is that of the model, now and in the baseline`(_ seed: UInt64) throws {
    var random = RandomStates(seed: seed)
    let state = try random.state()
    let (row, focus) = (state.row, state.focus)
    let baseline = try baseline(state)
    let sides = [
      (prefix: "", problem: state.problem), (prefix: "baseline.", problem: baseline),
    ]
    var seen: Set<String> = ["class", "logsumexp"]
    for (prefix, problem) in sides {
      let evaluation = problem.evaluate(row: row)
      let expected =
        numbers(evaluation, problem, row: row, focus: focus)
        + (prefix.isEmpty ? places(state) : [])
      for (name, number) in expected {
        #expect(same(value(prefix + name, state), number), "\(prefix)\(name)")
        seen.insert(name)
      }
      for (name, entry) in lists(evaluation, problem, row: row) {
        for index in problem.classes.indices {
          // The brackets would take a name that is a number for another class.
          let key = try #require(LessonQuantity.named(name))
          guard case .list(let read) = key.source else {
            Issue.record("\(name) is no list")
            continue
          }
          let reading = Reading(state: state, ofBaseline: !prefix.isEmpty)
          #expect(same(read(reading)(index), entry(index)), "\(prefix)\(name)[\(index)]")
        }
        let entries = problem.classes.indices.compactMap(entry)
        let sum = entries.isEmpty ? nil : entries.reduce(0, +)
        #expect(same(value("sum \(prefix)\(name)", state), sum), "sum \(prefix)\(name)")
        seen.insert(name)
      }
    }
    #expect(seen.union(["jacobian", "positive_only_loss"]) == Set(LessonQuantity.all.map(\.name)))
  }

  /// The second runner has its own logits: those of the positive less η times its gradient.
  @Test func `the runner without the negatives' gradient is read where the path has come to`()
    throws
  {
    var state = try State.on()
    #expect(value("positive_only_loss", state) == nil)
    try state.play("g g g")
    var problem = try State.on().problem
    for _ in 0..<3 {
      let gradient = try #require(problem.evaluate(row: 0).gradient)
      try problem.setLogit(problem.logits[0][2] - state.rate * gradient[2], row: 0, class: 2)
    }
    let loss = try #require(problem.evaluate(row: 0).loss)
    #expect(abs(try #require(value("positive_only_loss", state)) - loss) < 1e-12)
    try state.play("u")
    #expect(try #require(value("positive_only_loss", state)) > loss)
  }

  @Test func `classes are read by name, by index and as the positive`() throws {
    let state = try State.on()
    let positive = try #require(state.evaluation.positive)
    let probabilities = state.evaluation.probabilities
    #expect(value("probabilities[dog]", state) == probabilities[1])
    #expect(value("probabilities[1]", state) == probabilities[1])
    #expect(value("probabilities[positive]", state) == probabilities[positive])
    #expect(value("class[dog]", state) == 1)
    #expect(value("jacobian[bird,dog]", state) == state.evaluation.jacobian(2, 1))
    #expect(value("max jacobian[bird]", state) == state.evaluation.jacobian(2, 2))
    #expect(value("logsumexp", state) == state.evaluation.shownLogSumExp)
  }

  /// The names are those of result files, which a learner finds there again.
  @Test func `every member of a row in a result file is a quantity`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/ProblemFiles/ResultRows.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let written = source.matches(of: /\(?"([a-z_]+)",/).map { String($0.output.1) }
    let groups: Set = ["negatives", "losses", "value", "terms"]
    #expect(Set(written).isSuperset(of: groups.union(["loss", "jacobian", "share"])))
    for name in Set(written).subtracting(groups) {
      #expect(LessonQuantity.named(name) != nil, "\(name)")
    }
    for loss in Losses.all {
      for part in ["value", "terms", "gradient"] {
        #expect(LessonQuantity.named("losses.\(loss.name).\(part)") != nil)
      }
    }
  }

  @Test func `no name stands twice, and each can be written in a condition`() throws {
    let names = LessonQuantity.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      let term = try Expression.parse(name, line: 1).term
      #expect(term.quantities.map(\.name) == [name])
    }
  }

  @Test func `labels have no word of the other language`() throws {
    let state = try State.on()
    let reading = Reading(state: state, ofBaseline: false)
    for quantity in LessonQuantity.all {
      let label = quantity.label(reading, [])
      #expect(label.en.unicodeScalars.allSatisfy { !(0xAC00...0xD7A3).contains($0.value) })
      #expect(!label.en.isEmpty && !label.ko.isEmpty, "\(quantity.name)")
    }
  }

  @Test func `the vocabulary knows the table and the classes`() throws {
    let vocabulary = LessonQuantity.vocabulary(classes: ["cat", "dog"])
    let condition = try Condition.parse("shar[dgo] < 1 and max loss < baseline.rate", line: 1)
    #expect(
      vocabulary.problems(in: condition) == [
        "there is no class 'dgo'", "there is no quantity 'shar'; did you mean 'share'?",
        "max is over classes, but it is given one number", "the baseline has no 'rate'",
      ]
    )
  }

  /// The format says which quantities are equal without any doubt, and knows of no kinds.
  @Test func `a count or an index alone is equal without a tolerance`() {
    let whole = LessonQuantity.all.filter { quantity in
      switch quantity.kind {
      case .index, .row: true
      case .count: quantity.name != "effective_classes"
      default: false
      }
    }
    let accepted = LessonQuantity.all.filter { quantity in
      let steps = lowerBird.replacing("positive_probability < 0.5", with: "\(quantity.name) = 1")
      return (try? Lesson.of(steps: steps)) != nil
    }
    #expect(accepted.map(\.name) == whole.map(\.name))
    #expect(!whole.isEmpty)
  }
}
