import LogitModel
import ProblemFiles

/// What conditions can speak of: quantities by name, and classes.
package struct Vocabulary: Sendable {
  package enum Shape: Sendable {
    case number
    /// A number for each class.
    case list
    /// A number for each two classes.
    case table
  }

  package struct Entry: Sendable {
    package let shape: Shape
    /// Whether there is one of the baseline too.
    package let hasBaseline: Bool

    package init(shape: Shape, hasBaseline: Bool) {
      self.shape = shape
      self.hasBaseline = hasBaseline
    }
  }

  private let quantities: [String: Entry]
  private let classes: ClassNames

  package init(quantities: [String: Entry], classes: ClassNames) {
    self.quantities = quantities
    self.classes = classes
  }

  /// The word that means the positive, where no class has it for its name.
  package static let positive = "positive"

  /// The only class of a name, else the one of an index.
  package static func classIndex(_ text: String, in classes: ClassNames) -> Int? {
    let named = classes.indices(ofExactly: text)
    guard named.isEmpty else { return named.count == 1 ? named[0] : nil }
    return Int(text).flatMap { classes.indices.contains($0) ? $0 : nil }
  }

  // MARK: Problems

  /// What an author has to mend, each once; none where every word has a meaning.
  package func problems(in condition: Condition) -> [String] {
    var found = Findings()
    for comparison in condition.comparisons {
      _ = isList(comparison.left, &found)
      _ = isList(comparison.right, &found)
    }
    return found.problems
  }

  /// The same of a term that is to be one number.
  package func problems(in expression: Expression) -> [String] {
    var found = Findings()
    if isList(expression.term, &found) {
      found.add("it has a number for each class; take max, min or sum of it, or name a class")
    }
    return found.problems
  }

  private struct Findings {
    private(set) var problems: [String] = []

    mutating func add(_ problem: String) {
      if !problems.contains(problem) { problems.append(problem) }
    }
  }

  /// Whether the term has a number for each class.
  private func isList(_ term: Expression.Term, _ found: inout Findings) -> Bool {
    switch term {
    case .number, .nan: return false
    case .quantity(let quantity): return isList(quantity, &found)
    case .negated(let term): return isList(term, &found)
    case .operation(_, let left, let right):
      let sides = [isList(left, &found), isList(right, &found)]
      return sides.contains(true)
    case .call(let function, let term):
      let isList = isList(term, &found)
      guard function.isReduction else { return isList }
      if !isList { found.add("\(function.rawValue) is over classes, but it is given one number") }
      return false
    case .count(let left, _, let right):
      let sides = [isList(left, &found), isList(right, &found)]
      if !sides.contains(true) { found.add("count is over classes, but it is given one number") }
      return false
    }
  }

  private func isList(_ quantity: Expression.Quantity, _ found: inout Findings) -> Bool {
    for name in quantity.classes { check(class: name, &found) }
    let name = quantity.name.quoted
    guard let entry = quantities[quantity.name] else {
      let near = Spelling.nearest(to: quantity.name, among: quantities.keys)
      let hint = near.map { "; did you mean \($0.quoted)?" } ?? ""
      found.add("there is no quantity \(name)\(hint)")
      return false
    }
    if quantity.ofBaseline, !entry.hasBaseline { found.add("the baseline has no \(name)") }
    let wanted =
      switch entry.shape {
      case .number: 0...0
      case .list: 0...1
      case .table: 1...2
      }
    let count = quantity.classes.count
    if count > wanted.upperBound {
      let most = ["is one number and has no classes", "takes one class", "takes two classes"]
      found.add("\(name) \(most[wanted.upperBound])")
    } else if count < wanted.lowerBound {
      found.add("\(name) is a table; name two classes, or one for its row")
    }
    return count < wanted.upperBound
  }

  private func check(class name: String, _ found: inout Findings) {
    guard name != Self.positive, Self.classIndex(name, in: classes) == nil else { return }
    let isShared = !classes.indices(ofExactly: name).isEmpty
    let near = Spelling.nearest(to: name, among: classes)
    let hint = near.map { "; did you mean \($0.quoted)?" } ?? ""
    found.add(
      isShared
        ? "several classes are named \(name.quoted); give an index instead"
        : "there is no class \(name.quoted)\(hint)"
    )
  }
}

extension Expression.Function {
  /// Whether it makes one number of those of the classes.
  package var isReduction: Bool {
    switch self {
    case .max, .min, .sum: true
    case .abs, .log, .exp: false
    }
  }
}
