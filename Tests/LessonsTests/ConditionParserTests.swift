import LogitModel
import ProblemFiles
import Testing

@testable import Lessons

@Suite struct ConditionParserTests {
  /// The condition as it is understood, in one spelling.
  private func spelling(_ text: String) throws -> String {
    try Condition.parse(text, line: 1).comparisons.map { comparison in
      spelling(comparison.left) + " " + comparison.relation.rawValue + " "
        + spelling(comparison.right)
    }.joined(separator: " and ")
  }

  /// Every bracket written, so that the order of operations shows.
  private func spelling(_ term: Expression.Term) -> String {
    switch term {
    case .number(let value): NumberText.plain(value)
    case .nan: "nan"
    case .quantity(let quantity): spelling(quantity)
    case .negated(let term): "-\(spelling(term))"
    case .operation(let sign, let left, let right):
      "(\(spelling(left)) \(sign.rawValue) \(spelling(right)))"
    case .call(let function, let term): "\(function.rawValue){\(spelling(term))}"
    case .count(let left, let relation, let right):
      "count{\(spelling(left)) \(relation.rawValue) \(spelling(right))}"
    }
  }

  private func spelling(_ quantity: Expression.Quantity) -> String {
    let classes = quantity.classes.isEmpty ? "" : "\(quantity.classes)"
    return (quantity.ofBaseline ? "baseline." : "") + quantity.name + classes
  }

  private func error(_ text: String) -> FileError? {
    do throws(FileError) {
      _ = try Condition.parse(text, line: 7)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Grammar

  @Test(arguments: [
    ("loss < 0.5", "loss < 0.5"),
    ("loss <= .5", "loss <= 0.5"),
    ("loss ≥ 2e-3", "loss >= 0.002"),
    ("loss ≠ 2e−3", "loss != 0.002"),
    ("loss>1E+2", "loss > 100"),
    ("argmax = class[dog]", "argmax = class[\"dog\"]"),
    ("loss = inf", "loss = inf"),
    ("loss != -inf", "loss != -inf"),
    ("naive_loss_16 = nan", "naive_loss_16 = nan"),
    ("0.2 < s ≤ 0.3", "0.2 < s and s <= 0.3"),
    ("a < b and b > c and c = d", "a < b and b > c and c = d"),
    ("a < b = c and d > e", "a < b and b = c and d > e"),
  ])
  func `comparisons are chained and joined`(_ text: String, _ meaning: String) throws {
    #expect(try spelling(text) == meaning)
  }

  @Test(arguments: [
    ("a + b * c", "(a + (b * c))"),
    ("a − b − c", "((a - b) - c)"),
    ("a - (b - c)", "(a - (b - c))"),
    ("a · b ⋅ c × d / e", "((((a * b) * c) * d) / e)"),
    ("(a + b) * c", "((a + b) * c)"),
    ("−a * b", "(-a * b)"),
    ("--a", "--a"),
    ("+a - +b", "(a - b)"),
    ("max share", "max{share}"),
    ("max share / 2", "(max{share} / 2)"),
    ("max(share) / 2", "(max{share} / 2)"),
    ("max(share / 2)", "max{(share / 2)}"),
    ("exp −margin + 1", "(exp{-margin} + 1)"),
    ("log max probabilities", "log{max{probabilities}}"),
    ("|a − b|", "abs{(a - b)}"),
    ("abs(a)", "abs{a}"),
    ("max |share − baseline.share|", "max{abs{(share - baseline.share)}}"),
    ("||a| − b|", "abs{(abs{a} - b)}"),
    ("|a − |b||", "abs{(a - abs{b})}"),
    ("|max |a| − |b − |c|||", "abs{(max{abs{a}} - abs{(b - abs{c})})}"),
    ("count(x > 0) + 1", "(count{x > 0} + 1)"),
    ("count (|x| ≤ max x)", "count{abs{x} <= max{x}}"),
  ])
  func `operators bind as in arithmetic, functions to the next factor`(
    _ text: String,
    _ meaning: String
  ) throws {
    #expect(spelling(try Expression.parse(text, line: 1).term) == meaning)
  }

  @Test(arguments: [
    ("share[dog]", ["dog"]), ("share[2]", ["2"]), ("share[ 2 ]", ["2"]),
    ("share[\"my class\"]", ["my class"]), ("share[my class]", ["my class"]),
    ("jacobian[bird,dog]", ["bird", "dog"]), ("jacobian[ bird , \"a,b]\" ]", ["bird", "a,b]"]),
    ("share [고양이]", ["고양이"]), ("share[C++]", ["C++"]), ("share[−1]", ["−1"]),
  ])
  func `classes stand in square brackets as they are named`(_ text: String, _ names: [String])
    throws
  {
    guard case .quantity(let quantity) = try Expression.parse(text, line: 1).term else {
      Issue.record("\(text) is no quantity")
      return
    }
    #expect(quantity.classes == names)
  }

  @Test func `the names of the losses have parts, the baseline's a prefix`() throws {
    let term = try Expression.parse("baseline.losses.brier.gradient[dog]", line: 1).term
    let quantity = Expression.Quantity(
      name: "losses.brier.gradient",
      ofBaseline: true,
      classes: ["dog"]
    )
    #expect(term == .quantity(quantity))
  }

  @Test(arguments: [("true", true), (" false ", false)])
  func `a truth stands alone`(_ text: String, _ isPossible: Bool) throws {
    let condition = try Condition.parse(text, line: 3)
    #expect(condition.comparisons.isEmpty && condition.isPossible == isPossible)
  }

  @Test func `a condition knows its text and line, and equals itself even with NaN`() throws {
    let condition = try Condition.parse("naive_loss_16 = nan", line: 12)
    #expect(condition.text == "naive_loss_16 = nan" && condition.line == 12)
    #expect(try condition == Condition.parse("naive_loss_16 = nan", line: 12))
    #expect(try condition != Condition.parse("naive_loss_16 = inf", line: 12))
  }

  // MARK: Round trips

  private func written(_ term: Expression.Term) -> String {
    func number(_ value: Double) -> String { value.isNaN ? "nan" : NumberText.plain(value) }
    return term.text(number: number) { quantity in
      let names = quantity.classes.map { "\"\($0)\"" }.joined(separator: ", ")
      return (quantity.ofBaseline ? "baseline." : "") + quantity.name
        + (names.isEmpty ? "" : "[\(names)]")
    }
  }

  @Test(arguments: [
    "max |share − baseline share|", "a − (b − c)", "a⋅(b + c)/d", "−(a + b)", "a − (−b)",
    "count(x ≥ 0)", "log(1 − s)", "||a| − b|",
  ])
  func `a term is written as people would`(_ text: String) throws {
    // Written with "baseline" as a word of its own, as on the screen.
    let source = text.replacing("baseline share", with: "baseline.share")
    let term = try Expression.parse(source, line: 1).term
    #expect(
      term.text(number: NumberText.plain) { ($0.ofBaseline ? "baseline " : "") + $0.name } == text
    )
  }

  @Test(arguments: 0..<400)
  func `what is written reads back the same`(_ seed: UInt64) throws {
    var random = Dice(seed: seed)
    let term = random.term(depth: 4)
    let text = written(term)
    #expect(try Expression.parse(text, line: 1).term == term, "\(text)")
  }

  // MARK: Errors

  @Test(arguments: [
    ("", "column 1 of '': the end stands where a number or a quantity is expected"),
    ("loss <", "column 7 of 'loss <': the end stands where a number or a quantity is expected"),
    ("loss", "column 5 of 'loss': the end stands where a relation such as < or = is expected"),
    ("loss 3", "column 6 of 'loss 3': '3' stands where a relation such as < or = is expected"),
    (
      "loss < 3 4",
      "column 10 of 'loss < 3 4': '4' stands where an operator, a relation or \"and\" is expected"
    ),
    ("loss = = 3", "column 8 of 'loss = = 3': '=' stands where a number or a quantity is expected"),
    ("(loss < 3", "column 7 of '(loss < 3': '<' stands where an operator or ) is expected"),
    ("|loss < 3", "column 7 of '|loss < 3': '<' stands where an operator or | is expected"),
    ("true and a < b", "column 6 of 'true and a < b': 'and' stands where nothing is expected"),
    (
      "a < b and",
      "column 10 of 'a < b and': the end stands where a number or a quantity is expected"
    ),
    ("share[dog < 1", "column 6 of 'share[dog < 1': the bracket [ is not closed with ]"),
    (
      "share[\"dog] < 1",
      "column 6 of 'share[\"dog] < 1': the bracket [ is not closed with ]"
    ),
    ("share[] < 1", "column 7 of 'share[] < 1': a class is missing; write a name or an index"),
    ("loss % 2 < 1", "column 6 of 'loss % 2 < 1': '%' has no meaning in a condition"),
    ("loss < 1.2.3", "column 11 of 'loss < 1.2.3': '.3' stands where an operator, a relation"),
    ("loss < .", "column 8 of 'loss < .': '.' is not a number"),
    ("loss < 1e999", "column 8 of 'loss < 1e999': '1e999' is beyond what a double holds, 1.8e308"),
    ("baseline < 1", "column 1 of 'baseline < 1': baseline needs a quantity behind a point"),
    ("count x > 0", "column 7 of 'count x > 0': 'x' stands where ( with a comparison"),
    ("count(x) > 0", "column 8 of 'count(x) > 0': ')' stands where a relation such as < or ="),
  ])
  func `an error names the column, what stands there and what is expected`(
    _ text: String,
    _ message: String
  ) {
    let error = error(text)
    #expect(error?.line == 7)
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "no error")")
  }

  @Test(arguments: ["(", "-", "|", "max ", "max("])
  func `nesting has an end`(_ opening: String) {
    let text = String(repeating: opening, count: 60) + "x < 1"
    #expect(error(text)?.message.hasSuffix("nested deeper than 32") == true)
  }

  @Test func `so has length`() {
    let text = String(repeating: "x + ", count: 200) + "x < 1"
    #expect(error(text)?.message == "805 letters are too many for a condition; 500 is the most")
  }

  @Test(arguments: 0..<40)
  func `words at random are read or refused`(_ seed: UInt64) {
    var random = Dice(seed: seed)
    let words = [
      "loss", "share", "[dog]", "[", "]", "\"", "(", ")", "|", "max", "count", "count(",
      "baseline.",
      "baseline", ".", "3", "1e", "e5", "−", "-", "+", "*", "/", "<", "<=", "=", "!", "!=", "≤",
      "and",
      "true", "nan", "inf", ",", " ", "가", "\u{301}", "🐈‍⬛", "\u{0}",
    ]
    var read = 0
    for _ in 0..<500 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in random.pick(words) + random.pick(["", " "]) }.joined()
      guard let error = error(text) else {
        read += 1
        continue
      }
      #expect(!error.message.unicodeScalars.contains { $0.value < 0x20 }, "\(error.message)")
    }
    #expect(read < 500)
  }
}

/// Terms drawn at random.
extension Dice {
  fileprivate mutating func term(depth: Int) -> Expression.Term {
    let kind =
      depth == 0 ? Int.random(in: 0...2, using: &self) : Int.random(in: 0...9, using: &self)
    switch kind {
    case 0: return .number(pick([0, 0.1, 2, 1e-30, 1e300, .infinity]))
    case 1: return pick([.nan, quantity([])])
    case 2: return quantity(pick([["dog"], ["2"], ["my class"], ["a,b", "c]"]]))
    case 3: return .negated(term(depth: depth - 1))
    case 4, 5, 6:
      let sign = pick([Expression.Operator.plus, .minus, .times, .over])
      return .operation(sign, term(depth: depth - 1), term(depth: depth - 1))
    case 7, 8: return .call(pick(Expression.Function.allCases), term(depth: depth - 1))
    default:
      let relation = pick(Condition.Relation.allCases)
      return .count(term(depth: depth - 1), relation, term(depth: depth - 1))
    }
  }

  private mutating func quantity(_ classes: [String]) -> Expression.Term {
    .quantity(
      Expression.Quantity(
        name: pick(["loss", "share", "losses.brier.value"]),
        ofBaseline: Bool.random(using: &self),
        classes: classes
      )
    )
  }
}
