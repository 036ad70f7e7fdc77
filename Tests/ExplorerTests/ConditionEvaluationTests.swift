import Lessons
import LogitModel
import Testing

@testable import Explorer

@Suite struct ConditionEvaluationTests {
  private func holds(_ text: String, _ state: State, tolerance: Double = 0.01) throws -> Bool {
    state.holds(try Condition.parse(text, line: 1), tolerance: tolerance)
  }

  private func value(_ text: String, _ state: State) throws -> Double {
    try state.value(of: Expression.parse(text, line: 1))
  }

  private func fault(_ text: String, _ state: State) throws -> ConditionFault? {
    let expression = try Expression.parse(text, line: 1)
    do throws(ConditionFault) {
      _ = try state.value(of: expression)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Terms

  @Test(arguments: [
    ("1 + 2 * 3 - 4 / 8", 6.5), ("-(1 - 3)", 2), ("|1 - 3|", 2), ("log(exp(2))", 2),
    ("exp(0)", 1), ("log(0)", -.infinity), ("1 / 0", .infinity),
    ("sum target", 1), ("max class", 4), ("min class", 0), ("sum(2 * class + 1)", 25),
    ("count(class > 1)", 3), ("count(class = class[dog])", 1), ("count(share > 0)", 4),
    ("sum share", 1), ("sum |share − baseline.share|", 0), ("positive", 2), ("argmax", 2),
    ("max class - min class", 4), ("count(1 > 0)", 1), ("sum(exp(log_probabilities))", 1),
  ])
  func `terms are worked out class by class and reduced`(_ text: String, _ number: Double) throws {
    let value = try value(text, State.on())
    #expect(value == number || abs(value - number) < 1e-12, "\(value)")
  }

  @Test func `an infinity less itself is NaN, and so is a reduction that meets it`() throws {
    let state = try State.on()
    #expect(try value("inf - inf", state).isNaN)
    // Only where the factor is 0 is the product NaN: at the first class, or at the last.
    for list in ["class * inf", "(max class - class) * inf"] {
      for reduction in ["max", "min", "sum"] {
        let text = "\(reduction)(\(list))"
        #expect(try value(text, state).isNaN, "\(text)")
      }
    }
    #expect(try value("log(0 - 1)", state).isNaN)
  }

  @Test(arguments: [
    ("los", ConditionFault.noQuantity("los")), ("baseline.rate", .noQuantity("rate")),
    ("share[frog2]", .noClass("frog2")), ("share[5]", .noClass("5")),
    ("share", .wrongShape), ("loss[dog]", .wrongShape), ("share[dog,cat]", .wrongShape),
    ("jacobian", .wrongShape), ("jacobian[bird]", .wrongShape),
    (
      "share[bird]",
      .missing(Expression.Quantity(name: "share", ofBaseline: false, classes: ["bird"]))
    ),
  ])
  func `what has no value says why`(_ text: String, _ reason: ConditionFault) throws {
    #expect(try fault(text, State.on()) == reason)
  }

  @Test func `without a target what needs one is missing`() throws {
    let state = try State.on(logits: [1, 2, 3], target: nil)
    for name in ["loss", "margin", "positive", "sum gradient", "max share", "batch_loss"] {
      guard case .missing(let quantity) = try fault(name, state) else {
        // Under a mean over nothing there is no batch loss either.
        Issue.record("\(name) has a value")
        continue
      }
      #expect(name.hasSuffix(quantity.name))
    }
    #expect(try fault("entropy", state) == nil)
    #expect(try fault("target[positive]", state) != nil)
  }

  // MARK: Comparisons

  @Test(arguments: [
    ("true", true), ("false", false),
    ("loss < 0.2232", true), ("loss < 0.2231", false), ("loss >= loss", true),
    ("loss > loss", false), ("0.2 < loss < 0.3", true), ("0.2 < loss < 0.21", false),
    ("loss > 0 and margin < 0", false), ("loss > 0 and margin > 0", true),
    ("loss = 0.233", true), ("loss = 0.234", false), ("loss != 0.234", true),
    ("loss != 0.233", false), ("argmax = class[bird]", true), ("argmax = class[dog]", false),
    ("loss = baseline.loss", true),
    ("nan = nan", true), ("nan != nan", false), ("nan < 1", false), ("nan >= nan", false),
    ("nan != 1", true), ("1 = nan", false), ("inf = inf", true), ("-inf = inf", false),
    ("inf - inf = nan", true), ("inf = 5", false), ("inf != 5", true), ("inf > 5", true),
    ("0.49 = 0.5", true), ("0.51 = 0.5", true), ("0.5101 = 0.5", false),
  ])
  func `numbers are compared as asked`(_ text: String, _ isTrue: Bool) throws {
    #expect(try holds(text, State.on()) == isTrue)
  }

  @Test(arguments: [
    // The positive's share is none and is left out.
    ("share > 0.05", true), ("share > 0.1", false), ("share < 0.6", true),
    ("probabilities > 0.01", true), ("probabilities <= 0.79", false),
    ("0.01 < probabilities", true),
    ("probabilities = baseline.probabilities", true), ("share = without", false),
    ("probabilities <= max probabilities", true), ("share[bird] > 0", false),
    ("share[bird] <= 0", false), ("share[bird] = nan", false), ("share[frog2] != 1", false),
    ("gone != 1", false), ("gone = gone", false), ("jacobian[bird] > -1", true),
    ("probabilities - share > 0", false),
  ])
  func `lists are compared class by class, and what is missing is nothing`(
    _ text: String,
    _ isTrue: Bool
  ) throws {
    #expect(try holds(text, State.on()) == isTrue)
  }

  @Test func `the class that is farthest off is named`() throws {
    let state = try State.on()
    let condition = try Condition.parse("probabilities < 0.04 and loss > 0", line: 1)
    let unmet = state.unmet(condition, tolerance: 0)
    #expect(unmet.count == 1)
    #expect(unmet.first?.comparison == condition.comparisons[0])
    #expect(
      unmet.first?.reason
        == .numbers(left: state.evaluation.probabilities[2], right: 0.04, index: 2)
    )
  }

  @Test func `changes are measured against the baseline`() throws {
    var state = try State.on()
    #expect(try holds("loss > baseline.loss", state) == false)
    state.command("negatives 0.4")
    #expect(try holds("loss > baseline.loss + 0.05", state))
    #expect(try holds("margin <= baseline.margin - 0.39", state))
    #expect(try holds("max |share − baseline.share| <= 0.001", state))
    #expect(try holds("baseline.positive_probability = 0.8", state))
    state.command("baseline")
    #expect(try holds("loss = baseline.loss", state, tolerance: 0))
  }

  @Test func `descent steps, rows and the rate are those of the screen`() throws {
    var state = try State.on()
    #expect(try value("descent_steps", state) == 0)
    state.command("rate 0.25")
    state.command("descend")
    state.command("descend")
    #expect(try value("descent_steps", state) == 2)
    #expect(try value("rate", state) == 0.25)
    state.command("row add")
    #expect(try value("rows", state) == 2)
    #expect(try value("row", state) == 1)
  }

  // MARK: At random

  @Test(arguments: 0..<60)
  func `conditions at random on states at random hold or do not`(_ seed: UInt64) throws {
    var random = RandomStates(seed: seed)
    let state = try random.state()
    var dice = SeededGenerator(seed: seed + 1000)
    let names = LessonQuantity.all.map(\.name) + ["nothing", "los"]
    let words =
      names.map { $0 + " " } + names.map { "baseline." + $0 + " " } + names.map { $0 + "[0]" }
      + names.map { $0 + "[positive]" }
    func factor() -> String {
      switch Int.random(in: 0..<8, using: &dice) {
      case 0: dice.pick(["0.5", "inf", "nan", "1e300"])
      case 1: "max " + dice.pick(words)
      case 2: "|\(dice.pick(words)) - \(dice.pick(words))|"
      case 3: "count(\(dice.pick(words)) > \(dice.pick(words)))"
      case 4: "log(\(dice.pick(words)))"
      default: dice.pick(words)
      }
    }
    for _ in 0..<40 {
      let relation = dice.pick(Condition.Relation.allCases).rawValue
      let sign = dice.pick(["+", "-", "*", "/"])
      let text = "\(factor()) \(sign) \(factor()) \(relation) \(factor())"
      let condition = try Condition.parse(text, line: 1)
      let unmet = state.unmet(condition, tolerance: 0.01)
      #expect(state.holds(condition, tolerance: 0.01) == unmet.isEmpty)
      for unmet in unmet {
        let phrase = state.feedback(unmet)
        #expect(!phrase.en.isEmpty && !phrase.ko.isEmpty, "\(text)")
      }
    }
  }
}
