import LogitModel
import TerminalUI

@testable import Explorer

/// States drawn at random: near an example or not, edited a little or wholly other.
struct RandomStates {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func state() throws -> State {
    let start = try start()
    let baseline = try chance(2) ? start.baseline : chance(3) ? problem() : edited(start.problem)
    // No key gives the problem another shape than the baseline has.
    let shape = (rows: baseline.logits.count, classes: baseline.classes.count)
    let now = try chance(3) ? baseline : chance(4) ? problem(shape) : edited(baseline, kinds: 6)

    var subject = Subject(problem: now, baseline: baseline)
    for row in now.logits.indices {
      for index in now.classes.indices {
        if chance(4) { subject.marked.insert(index) }
        if chance(4) { subject.leftOut[.init(row: row, index: index)] = finite() }
      }
    }
    let row = Int.random(in: now.logits.indices, using: &generator)
    var state = State(start: start, subject: subject, row: row)
    state.focus = Int.random(in: now.classes.indices, using: &generator)
    state.step = pick(Step.sizes + [finite().magnitude + 1e-300])
    state.panel = pick(Panel.allCases)
    state.curveScope = pick(CurveScope.allCases)
    state.formula = pick(Formula.allCases)
    state.isBig = chance(4)
    state.showsKeys = chance(2)
    state.digits = Int.random(in: NumberFormat.range, using: &generator)
    state.hasCurtain = chance(2)
    state.rate = pick([DescentPath.initialRate, 0.1, 3])
    if chance(2) { try descend(&state) }
    state.sort = pick(SortColumn.allCases)
    state.sortClasses()
    if chance(2) { state.order = TableOrder(state.order.shuffled(using: &generator)) }
    if chance(3) { state.top = Int.random(in: 2...8, using: &generator) }
    state.rowSort = pick(RowSort.allCases)
    state.sortRows()
    if chance(3) { state.rowOrder = TableOrder(state.rowOrder.shuffled(using: &generator)) }
    state.options.unit = pick(Unit.allCases)
    return state
  }

  /// An example with its baseline, or problems of one shape.
  private mutating func start() throws -> Subject {
    if chance(2) {
      let example = pick(Examples.all)
      return Subject(problem: example.problem, baseline: example.baseline ?? example.problem)
    }
    let problem = try problem()
    let shape = (rows: problem.logits.count, classes: problem.classes.count)
    return Subject(
      problem: problem,
      baseline: try chance(2)
        ? problem : chance(2) ? self.problem(shape) : edited(problem, kinds: 6)
    )
  }

  /// Leads a state, if it can descend, to its end or to any other place of a path from where it is.
  private mutating func descend(_ state: inout State) throws {
    guard var path = try? DescentPath(state.problem, row: state.row, rate: state.rate) else {
      return
    }
    var places = [state.logits]
    for _ in 0..<Int.random(in: 1...5, using: &generator) where (try? path.step()) != nil {
      places.append(path.descent.runner.logits)
    }
    guard places.count > 1 else { return }
    try state.subject.problem.setLogits(
      chance(2) ? places[places.count - 1] : pick(places),
      row: state.row
    )
    state.descent = path
    state.refresh()
  }

  private mutating func edited(_ problem: Problem, kinds: Int = 9) throws -> Problem {
    var result = problem
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let row = Int.random(in: result.logits.indices, using: &generator)
      let index = Int.random(in: result.classes.indices, using: &generator)
      switch Int.random(in: 0..<kinds, using: &generator) {
      case 0, 1: try result.setLogit(finite(), row: row, class: index)
      case 2: try? result.setLogit(-.infinity, row: row, class: index)
      case 3: try result.setTarget(target(result.classes.count), row: row)
      case 4: try result.renameClass(at: index, to: name())
      case 5: try? result.setSettings(settings(result.classes.count))
      case 6:
        let logits = result.classes.map { _ in finite() }
        try result.insertRow(logits: logits, target: nil, at: row)
      case 7: try? result.removeRow(at: row)
      default:
        try result.insertClass(
          named: name(),
          logits: result.logits.map { _ in finite() },
          at: index
        )
      }
    }
    return result
  }

  mutating func problem(_ shape: (rows: Int, classes: Int)? = nil) throws -> Problem {
    let rows = shape?.rows ?? Int.random(in: 1...4, using: &generator)
    let count = shape?.classes ?? Int.random(in: 2...6, using: &generator)
    var logits: [[Double]] = []
    for _ in 0..<rows {
      var row = (0..<count).map { _ in chance(6) ? -.infinity : finite() }
      if !row.contains(where: \.isFinite) { row[0] = finite() }
      logits.append(row)
    }
    return try Problem(
      title: chance(2) ? "" : name(),
      classes: chance(3) ? nil : (0..<count).map { _ in name() },
      logits: logits,
      targets: (0..<rows).map { _ in target(count) },
      settings: settings(count)
    )
  }

  private mutating func target(_ count: Int) -> Target? {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return nil
    case 1: return .index(-100)
    case 2, 3: return .index(Int.random(in: 0..<count, using: &generator))
    default:
      var values = (0..<count).map { _ in
        chance(3) ? 0 : Double.random(in: 0...1, using: &generator)
      }
      // Above 1 a mass could overflow times a large logit.
      values[0] = Double.random(in: 0.5...1, using: &generator)
      return .distribution(values)
    }
  }

  private mutating func settings(_ count: Int) -> Problem.Settings {
    var settings = Problem.Settings()
    if chance(2) { settings.temperature = pick([0.5, 2, 1e-9, 0.1 + 0.2]) }
    if chance(2) { settings.labelSmoothing = Double.random(in: 0...1, using: &generator) }
    if chance(2) {
      settings.classWeights = (0..<count).map { _ in Double.random(in: 0...2, using: &generator) }
    }
    if chance(3) { settings.gamma = pick([0, 0.5, 5]) }
    if chance(3) { settings.hingeMargin = pick([0.1, 3]) }
    if chance(3) { settings.loss = pick(Losses.all) }
    if chance(3) { settings.reduction = pick(Reduction.allCases) }
    return settings
  }

  private mutating func finite() -> Double {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return pick([0, -0.0, 1, -1, 1e300, -1e-300, .leastNonzeroMagnitude])
    case 1:
      let number = Double(bitPattern: generator.next())
      return number.isFinite ? number : 0.1
    case 2: return Double(Int.random(in: -50...50, using: &generator)) / 10
    default: return Double.random(in: -5...5, using: &generator)
    }
  }

  private mutating func name() -> String {
    pick([
      "cat", "dog", "0", "1", "", "a,b", "=", "x=1", "@", "/end", "100%", "고양이", "é", "e\u{301}",
      "🐈‍⬛", " ", "new\nline", "\u{1B}[2J", "_", "-", "it's",
    ])
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &generator) == 0
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: list.indices, using: &generator)]
  }
}
