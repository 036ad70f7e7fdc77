import Lessons
import LogitModel
import TerminalUI

extension State {
  /// The cells that a line of feedback keeps to.
  static let feedbackWidth = 76

  /// How far a comparison is from holding and in which direction, in one line.
  func feedback(_ unmet: Unmet) -> Phrase {
    let words = ConditionWords(state: self)
    let lines =
      switch unmet.reason {
      case .fault(let fault): [words.line(fault, unmet.comparison)]
      case .numbers(let left, let right, let index):
        Miss(words, unmet, left: left, right: right, index: index).lines
      }
    func fit(_ texts: [String]) -> String {
      truncated(fitting(texts, to: Self.feedbackWidth), to: Self.feedbackWidth)
    }
    return Phrase { language in fit(lines.map { $0[language] }) }
  }
}

/// Terms of conditions in the words of the screen.
private struct ConditionWords {
  let state: State

  func label(_ quantity: Expression.Quantity) -> Phrase {
    guard let entry = LessonQuantity.named(quantity.name) else {
      return Phrase(verbatim: quantity.name)
    }
    let reading = Reading(state: state, ofBaseline: quantity.ofBaseline)
    let label = entry.label(reading, quantity.classes.map { className($0, reading) })
    return quantity.ofBaseline ? .ofBaseline(label) : label
  }

  private func className(_ text: String, _ reading: Reading) -> Phrase {
    if let index = reading.classIndex(text) { return Phrase(verbatim: reading.name(index)) }
    return text == Vocabulary.positive ? .positiveInWords : Phrase(verbatim: visible(text))
  }

  /// The term with its quantities' names; of one class where classes are compared.
  func text(_ term: Expression.Term, of index: Int?) -> Phrase {
    let term = index.map { term.read(of: state.problem.reference(to: $0)) } ?? term
    return Phrase { language in
      term.text(number: state.numbers.trimmed) { label($0)[language] }
    }
  }

  /// What is said where a side has no value.
  func line(_ fault: ConditionFault, _ comparison: Condition.Comparison) -> Phrase {
    switch fault {
    case .noQuantity(let name): return .noQuantity(visible(name))
    case .noClass(let name): return .noSuchClass(visible(name))
    case .missing(let quantity): return .noValue(label(quantity), cause(quantity))
    case .nothing, .wrongShape:
      let sides = (text(comparison.left, of: nil), text(comparison.right, of: nil))
      let sign = comparison.relation.sign
      return .cannotTell(Phrase { "\(sides.0[$0]) \(sign) \(sides.1[$0])" })
    }
  }

  private func cause(_ quantity: Expression.Quantity) -> Phrase {
    let reading = Reading(state: state, ofBaseline: quantity.ofBaseline)
    let evaluation = reading.evaluation
    if evaluation.isIgnored { return .rowIsIgnored }
    guard evaluation.target != nil else { return .rowHasNoTarget }
    guard let positive = evaluation.positive else { return .noOnePositive }
    return quantity.classes.contains { reading.classIndex($0) == positive }
      ? .isThePositive(reading.name(positive)) : .notDefinedHere
  }
}

/// The lines about two numbers that are not to each other as they should be.
private struct Miss {
  private let words: ConditionWords
  private let relation: Condition.Relation
  /// What is to move, and what it is compared with.
  private let subject: (term: Expression.Term, value: Double)
  private let target: (term: Expression.Term, value: Double)
  private let index: Int?
  private let tolerance: Double
  private let form: TermForm
  /// What nats are multiplied by, and the unit's name where one is to be said.
  private let factor: Double
  private let unit: Phrase
  /// Whether the curtain hides what the numbers would tell.
  private let isHidden: Bool

  init(_ words: ConditionWords, _ unmet: Unmet, left: Double, right: Double, index: Int?) {
    self.words = words
    self.index = index
    tolerance = unmet.tolerance
    isHidden = words.state.isCurtained && unmet.isOfResults
    let comparison = unmet.comparison
    // A limit that stands first is a limit all the same.
    let isTurned = comparison.left.quantities.isEmpty && !comparison.right.quantities.isEmpty
    let sides = [(term: comparison.left, value: left), (term: comparison.right, value: right)]
    subject = sides[isTurned ? 1 : 0]
    target = sides[isTurned ? 0 : 1]
    relation = isTurned ? comparison.relation.mirrored : comparison.relation

    let state = words.state
    form = TermForm(of: comparison.left, state).joined(TermForm(of: comparison.right, state))
    let isInBits = form == .nats && state.options.unit != .nats
    // The numbers that a text shows are those of the lesson, in nats.
    let showsNumbers = sides.contains { !$0.term.quantities.isEmpty && $0.term.holdsNumber }
    let shown = isInBits && !showsNumbers ? state.options.unit : .nats
    factor = form == .nats ? shown.perNat : 1
    unit = isInBits && subject.value.isFinite ? .behindNumber(shown) : Phrase(verbatim: "")
  }

  /// From the longest to the shortest.
  var lines: [Phrase] {
    let name = words.text(subject.term, of: index)
    guard !isHidden else {
      return [.asked(name, wanted(.text), amount: nil)]
    }
    let cut = Phrase { truncated(name[$0], to: 24) }
    let long = stands(name)
    let short = stands(cut)
    return [
      .asked(long, wanted(.textAndValue), amount: amount),
      .asked(long, wanted(.value), amount: amount), .asked(long, wanted(.value), amount: nil),
      .asked(short, wanted(.value), amount: amount), .asked(short, wanted(.value), amount: nil),
    ]
  }

  private func stands(_ name: Phrase) -> Phrase {
    let isName = if case .quantity = subject.term { form != .count } else { false }
    return .stands(name, isName: isName, at: write(subject.value), unit)
  }

  private func wanted(_ kind: Target) -> Phrase {
    .wanted(relation, target(kind), isClass)
  }

  private var isClass: Bool { form == .index }

  // MARK: The target

  private enum Target {
    case text, value, textAndValue
  }

  private func target(_ kind: Target) -> Phrase {
    let value = Phrase(verbatim: write(target.value) + slack)
    guard !target.term.quantities.isEmpty, kind != .value else { return value }
    let text = words.text(target.term, of: index)
    if kind == .text || text == value { return text }
    return Phrase { "\(text[$0]) (\(value[$0]))" }
  }

  /// How near is near enough.
  private var slack: String {
    guard relation == .equal, target.value.isFinite, tolerance > 0, !form.isOrdinal,
      form != .count || tolerance >= 1
    else { return "" }
    return " ± " + words.state.numbers.trimmed(tolerance * factor)
  }

  // MARK: Numbers

  private func write(_ value: Double) -> String {
    form.write(value * factor, words.state)
  }

  /// How far there is to go; nil where a number does not tell.
  private var amount: Phrase? {
    let distance = (target.value - subject.value) * factor
    guard distance.isFinite, distance != 0, !form.isOrdinal, relation != .notEqual else {
      return nil
    }
    let size = form.distance(distance.magnitude, words.state)
    return .amount(size, isMore: distance > 0, ofThings: form == .count)
  }
}

extension Expression.Term {
  /// The term of one class, as it stands outside of reductions.
  fileprivate func read(of name: String) -> Self {
    switch self {
    case .number, .nan, .count: self
    case .quantity(let quantity):
      switch (LessonQuantity.named(quantity.name)?.source, quantity.classes.count) {
      case (.list, 0), (.table, 1): .quantity(quantity.read(of: name))
      default: self
      }
    case .negated(let term): .negated(term.read(of: name))
    case .operation(let sign, let left, let right):
      .operation(sign, left.read(of: name), right.read(of: name))
    case .call(let function, let term):
      function.isReduction ? self : .call(function, term.read(of: name))
    }
  }

  fileprivate var holdsNumber: Bool {
    switch self {
    case .number: true
    case .nan, .quantity: false
    case .negated(let term), .call(_, let term): term.holdsNumber
    case .operation(_, let left, let right), .count(let left, _, let right):
      left.holdsNumber || right.holdsNumber
    }
  }
}

extension Expression.Quantity {
  fileprivate func read(of name: String) -> Self {
    Self(name: self.name, ofBaseline: ofBaseline, classes: classes + [name])
  }
}

extension Problem {
  /// What a condition would name the class by.
  fileprivate func reference(to index: Int) -> String {
    Vocabulary.classIndex(classes[index], in: classes) == index ? classes[index] : String(index)
  }
}
