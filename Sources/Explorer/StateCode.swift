import LogitModel
import TerminalUI

// The fields, all of them optional:
//   x                  the example that the start is made from; nothing: from no problem at all
//   s.…  o.…           what makes the problem at the start, and its baseline there (from that problem, with
//                      the logits of the example's baseline if it has one)
//   b.…  …             what makes the baseline from the one at the start, and the problem from the baseline,
//                      or from the problem at the start where that began with another baseline:
//                      title, z (logits), classes, y (targets), T, eps, w (weights), ignore, gamma,
//                      hinge (its margin), loss, reduction
//   row focus marked out step panel curve formula big keys digits hidden sort order unit top
//                      the same as in `State`, where they are not as a state begins; top is the first
//                      place in the table's window
//   first              how many classes the table shows
//   rowsort roworder   the same as sort and order, of the rows
//   rate path at from  η; the steps of the path of gradient descent, how many of them lead to the
//                      present if not all, and the logits it starts from, from the baseline's

extension State {
  /// A short text from which ``init(code:)`` makes this state again, to the last bit.
  ///
  /// It holds what the state shows, not how it came to be: no history, and of the view's options
  /// the unit alone. A shell takes every character as it is.
  package var code: String {
    StateCodeFields.write(problemFields + viewFields + descentFields)
  }

  private var problemFields: [(name: String, value: String)] {
    let startBaseline = ProblemTexts(start.baseline)
    let baseline = ProblemTexts(subject.baseline)
    let base = start.baseline == start.problem ? baseline : ProblemTexts(start.problem)
    return startFields
      + baseline.changes(from: startBaseline, prefix: "b.")
      + ProblemTexts(subject.problem).changes(from: base, prefix: "")
  }

  /// The start from the example that it is nearest to, or in full where that is shorter.
  private var startFields: [(name: String, value: String)] {
    let problem = ProblemTexts(start.problem)
    let baseline = ProblemTexts(start.baseline)
    var best =
      problem.changes(from: .blank, prefix: "s.") + baseline.changes(from: problem, prefix: "o.")
    for example in Examples.all(ofShape: start.problem) {
      let fields =
        [("x", example.name)]
        + problem.changes(from: ProblemTexts(example.problem), prefix: "s.")
        + baseline.changes(from: problem.baseline(of: example), prefix: "o.")
      if StateCodeFields.write(fields).utf8.count < StateCodeFields.write(best).utf8.count {
        best = fields
      }
    }
    return best
  }

  private var viewFields: [(name: String, value: String)] {
    let fresh = State(start: start, subject: subject, row: row)
    let fields: [(name: String, value: String?)] = [
      ("row", row == 0 ? nil : String(row)),
      ("focus", focus == fresh.focus ? nil : String(focus)),
      ("marked", subject.marked.isEmpty ? nil : Self.text(subject.marked.sorted())),
      ("out", leftOutText),
      ("step", step == fresh.step ? nil : NumberText.plain(step)),
      ("panel", panel == fresh.panel ? nil : panel.rawValue),
      ("curve", curveScope == fresh.curveScope ? nil : curveScope.rawValue),
      ("formula", formula == fresh.formula ? nil : formula.rawValue),
      ("big", isBig ? "1" : nil),
      ("keys", showsKeys ? "1" : nil),
      ("digits", digits == fresh.digits ? nil : String(digits)),
      ("hidden", hasCurtain ? "1" : nil),
      ("sort", sort == fresh.sort ? nil : sort.rawValue),
      ("order", order == sorted ? nil : Self.text(order)),
      ("unit", options.unit == fresh.options.unit ? nil : options.unit.rawValue),
      ("top", tableOffset == 0 ? nil : String(tableOffset)),
      ("first", top.map(String.init)),
      ("rowsort", rowSort == fresh.rowSort ? nil : rowSort.rawValue),
      ("roworder", rowOrder == sortedRows ? nil : Self.text(rowOrder)),
    ]
    return fields.compactMap { field in field.value.map { (field.name, $0) } }
  }

  private static func text(_ indices: some Sequence<Int>) -> String {
    indices.map(String.init).joined(separator: ",")
  }

  /// The remembered logits, row by row: `0@1=-2.5,3=1:2@0=7`.
  private var leftOutText: String? {
    let rows = Dictionary(grouping: subject.leftOut) { $0.key.row }
    let texts = rows.sorted { $0.key < $1.key }.map { row, places in
      let classes = places.sorted { $0.key.index < $1.key.index }
        .map { "\($0.key.index)=\(NumberText.plain($0.value))" }
      return "\(row)@" + classes.joined(separator: ",")
    }
    return texts.isEmpty ? nil : texts.joined(separator: ":")
  }
}

// MARK: Reading

extension State {
  /// The state that a code describes, on a screen of the usual size.
  package init(code: String) throws(StateCodeError) {
    var fields = try StateCodeFields(code)
    let start = try Self.start(&fields)
    let baseline = try Self.problem(&fields, "baseline", prefix: "b.", from: start.baseline)
    let base = start.baseline == start.problem ? baseline : start.problem
    let problem = try Self.problem(&fields, "problem", prefix: "", from: base)
    guard baseline.hasShape(of: problem) else { throw .baselineOfOtherShape }
    let classes = problem.classes.indices
    let rows = problem.logits.indices

    var subject = Subject(problem: problem, baseline: baseline)
    subject.marked = Set(try Self.indices(fields.take("marked"), in: "marked", classes) ?? [])
    subject.leftOut = try Self.leftOut(fields.take("out"), rows: rows, classes: classes)
    let row = try fields.integer("row", from: rows) ?? 0

    self.init(start: start, subject: subject, row: row)
    focus = try fields.integer("focus", from: classes) ?? focus
    tableOffset = try fields.integer("top", from: classes) ?? 0
    digits = try fields.integer("digits", from: Range(NumberFormat.range)) ?? digits
    hasCurtain = try fields.integer("hidden", from: 0..<2) == 1
    panel = try fields.choice("panel") ?? panel
    curveScope = try fields.choice("curve") ?? curveScope
    formula = try fields.choice("formula") ?? formula
    isBig = try fields.integer("big", from: 0..<2) == 1
    showsKeys = try fields.integer("keys", from: 0..<2) == 1
    options.unit = try fields.choice("unit") ?? options.unit
    sort = try fields.choice("sort") ?? sort
    sortClasses()
    order = try Self.order(&fields, "order", of: classes, "class") ?? order
    top = try fields.integer("first", from: ShownClasses.fewest..<Int.max)
    rowSort = try fields.choice("rowsort") ?? rowSort
    sortRows()
    rowOrder = try Self.order(&fields, "roworder", of: rows, "row") ?? rowOrder
    if let text = fields.take("step") {
      step = try StateCodeText.number(text, in: "step")
      guard step > 0, step.isFinite else {
        throw .wrongField("step", text: text, expected: "a number above 0")
      }
    }
    try readDescent(&fields)
    try fields.refuseUnread()
  }

  private static func start(_ fields: inout StateCodeFields) throws(StateCodeError) -> Subject {
    let name = fields.take("x")
    let example = name.flatMap(Examples.named)
    if let name, example == nil { throw .wrongField("x", text: name, expected: "an example") }
    let texts = try (example.map { ProblemTexts($0.problem) } ?? .blank)
      .changed(by: &fields, prefix: "s.")
    let problem = try texts.problem("start", prefix: "s.")
    let baseline = try texts.baseline(of: example).changed(by: &fields, prefix: "o.")
      .problem("baseline at the start", prefix: "o.")
    guard baseline.hasShape(of: problem) else { throw .baselineOfOtherShape }
    return Subject(problem: problem, baseline: baseline)
  }

  /// What the fields make of another problem.
  private static func problem(
    _ fields: inout StateCodeFields,
    _ which: String,
    prefix: String,
    from base: Problem
  ) throws(StateCodeError) -> Problem {
    try ProblemTexts(base).changed(by: &fields, prefix: prefix).problem(which, prefix: prefix)
  }

  /// Indices parted by commas, each once.
  private static func indices(
    _ text: String?,
    in field: String,
    _ range: Range<Int>
  ) throws(StateCodeError) -> [Int]? {
    guard let text else { return nil }
    var result: [Int] = []
    var seen: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let index = try StateCodeText.integer(item, in: field, from: range)
      guard seen.insert(index).inserted else { throw .repeated("\(index) in field \(field)") }
      result.append(index)
    }
    return result
  }

  /// All indices, in the order in which the field has them.
  private static func order(
    _ fields: inout StateCodeFields,
    _ name: String,
    of range: Range<Int>,
    _ each: String
  ) throws(StateCodeError) -> TableOrder? {
    guard let text = fields.take(name), let order = try indices(text, in: name, range) else {
      return nil
    }
    guard order.count == range.count else {
      throw .wrongField(name, text: text, expected: "every \(each) once")
    }
    return TableOrder(order)
  }

  private static func leftOut(
    _ text: String?,
    rows: Range<Int>,
    classes: Range<Int>
  ) throws(StateCodeError) -> [Subject.Place: Double] {
    guard let text else { return [:] }
    let outer = StateCodeList.rows("out")
    let inner = StateCodeList.classes("out")
    var result: [Subject.Place: Double] = [:]
    for row in try outer.places(outer.items(text), count: rows.count) {
      for place in try inner.places(inner.items(row.text), count: classes.count) {
        let logit = try StateCodeText.number(place.text, in: "out")
        guard logit.isFinite else {
          throw .wrongField("out", text: String(place.text), expected: "a finite number")
        }
        result[Subject.Place(row: row.index, index: place.index)] = logit
      }
    }
    return result
  }
}

extension StateCodeFields {
  mutating func integer(
    _ name: String,
    from range: Range<Int>
  ) throws(StateCodeError) -> Int? {
    guard let text = take(name) else { return nil }
    return try StateCodeText.integer(text, in: name, from: range)
  }

  fileprivate mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) throws(StateCodeError) -> Choice? {
    guard let text = take(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw .wrongField(name, text: text, expected: "one of " + choices)
    }
    return choice
  }
}

extension Problem {
  fileprivate func hasShape(of other: Problem) -> Bool {
    classes.count == other.classes.count && logits.count == other.logits.count
  }
}
