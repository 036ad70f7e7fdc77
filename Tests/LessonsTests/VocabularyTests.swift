import LogitModel
import Testing

@testable import Lessons

@Suite struct VocabularyTests {
  private let vocabulary = Vocabulary(
    quantities: [
      "loss": .init(shape: .number, hasBaseline: true),
      "rate": .init(shape: .number, hasBaseline: false),
      "share": .init(shape: .list, hasBaseline: true),
      "gradient": .init(shape: .list, hasBaseline: true),
      "jacobian": .init(shape: .table, hasBaseline: true),
    ],
    classes: ["cat", "dog", "bird", "cat"]
  )

  @Test(arguments: [
    "loss < baseline.loss and max share > 0.1", "share[dog] > share[1]", "share[positive] = nan",
    "share > 0.1", "|gradient − baseline.gradient| <= 0.01", "count(gradient > 0) = 2",
    "jacobian[bird,dog] < 0", "sum jacobian[bird] = 0", "true",
  ])
  func `what has a meaning has no problems`(_ text: String) throws {
    #expect(try vocabulary.problems(in: Condition.parse(text, line: 1)).isEmpty)
  }

  @Test(arguments: [
    ("los < 1", ["there is no quantity 'los'; did you mean 'loss'?"]),
    ("frog < 1", ["there is no quantity 'frog'"]),
    (
      "gradeint[dgo] < 1",
      [
        "there is no class 'dgo'", "there is no quantity 'gradeint'; did you mean 'gradient'?",
      ]
    ),
    ("share[brid] < 1", ["there is no class 'brid'"]),
    ("share[birds] < 1", ["there is no class 'birds'; did you mean 'bird'?"]),
    ("share[4] < 1", ["there is no class '4'"]),
    ("share[cat] < 1", ["several classes are named 'cat'; give an index instead"]),
    ("baseline.rate < 1", ["the baseline has no 'rate'"]),
    ("loss[dog] < 1", ["'loss' is one number and has no classes"]),
    ("share[dog,bird] < 1", ["'share' takes one class"]),
    ("max jacobian < 1", ["'jacobian' is a table; name two classes, or one for its row"]),
    ("jacobian[0,1,2] < 1", ["'jacobian' takes two classes"]),
    ("max loss < 1", ["max is over classes, but it is given one number"]),
    ("max sum share < 1", ["max is over classes, but it is given one number"]),
    ("count(loss > 1) = 1", ["count is over classes, but it is given one number"]),
    ("los < 1 and los > 2", ["there is no quantity 'los'; did you mean 'loss'?"]),
  ])
  func `what has none is named, with what was probably meant`(
    _ text: String,
    _ problems: [String]
  ) throws {
    #expect(try vocabulary.problems(in: Condition.parse(text, line: 1)) == problems)
  }

  @Test(arguments: [
    ("loss + 1", true), ("max share", true), ("share[dog]", true), ("count(share > 0)", true),
    ("share", false), ("2 * share", false), ("|share|", false), ("jacobian[bird]", false),
  ])
  func `a number that is asked for is one number`(_ text: String, _ isNumber: Bool) throws {
    let problems = try vocabulary.problems(in: Expression.parse(text, line: 1))
    #expect(problems.isEmpty == isNumber, "\(problems)")
  }

  @Test(arguments: [
    ("dog", ["cat", "dog"], 1), ("1", ["cat", "dog"], 1), ("1", ["1", "0"], 0),
    ("cat", ["cat", "cat"], nil), ("2", ["cat", "dog"], nil), ("-1", ["cat", "dog"], nil),
    ("e\u{301}", ["\u{E9}", "e\u{301}"], 1),
  ])
  func `a class is meant by its name, else by its index`(
    _ text: String,
    _ classes: [String],
    _ index: Int?
  ) {
    #expect(Vocabulary.classIndex(text, in: ClassNames(classes)) == index)
  }
}
