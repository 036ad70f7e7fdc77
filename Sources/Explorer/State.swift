import Lessons
import LogitModel
import TerminalUI

/// Everything that the screen is drawn from, and all that a key can change.
package struct State: Equatable, Sendable {
  var subject: Subject
  /// Where `reset` leads back to.
  let start: Subject
  var history = History()

  var row = 0
  var focus: Int
  var step = Step.initial
  /// η of gradient descent.
  var rate = DescentPath.initialRate
  /// The path last descended, which may lead to the present or to what has been since.
  var descent: DescentPath?
  /// Gradient descent that goes on by itself; nil while it is stopped.
  var run: Run?
  var panel = Panel.negatives
  var curveScope = CurveScope.negatives
  var formula = Formula.margin
  var digits = 4
  /// Whether the viewer has hidden the results.
  var hasCurtain = false
  /// Whether the numbers that matter fill the screen.
  var isBig = false
  /// Whether the keys are shown as they are pressed.
  var showsKeys = false
  /// The lesson that is open.
  var lesson: LessonVisit?
  /// The last keys pressed, while they are shown.
  var pressed: [Key] = []
  /// The column by which the table is sorted, and the classes in that order until it is sorted again.
  var sort = SortColumn.index
  var order: [Int]
  var options: ViewOptions
  var size: Size

  var mode = Mode.browsing
  var message: Phrase?
  var receipt: Receipt?
  /// The first class in the table's window.
  var tableOffset = 0
  var hasEdits = false
  /// The bar that the mouse is dragging.
  var drag: Drag?

  private var ambiguousNames: Set<String>
  private(set) var evaluation: Evaluation
  private(set) var baselineEvaluation: Evaluation
  /// The losses of all rows, where there are several.
  private(set) var batch: BatchEvaluation?
  /// What stood on the screen before the last key, if that key changed it: the difference is bold.
  var previous: Evaluation?

  /// A state as it opens; the baseline has the problem's shape, and is the problem where none is
  /// given.
  package init(
    problem: Problem,
    baseline: Problem? = nil,
    panel: Panel = .negatives,
    options: ViewOptions,
    size: Size
  ) {
    let start = Subject(problem: problem, baseline: baseline ?? problem)
    self.init(start: start, subject: start, row: 0)
    self.panel = panel
    self.options = options
    self.size = size
  }

  /// A state before any key, on one row of the problem.
  init(start: Subject, subject: Subject, row: Int) {
    self.start = start
    self.subject = subject
    self.row = row
    options = ViewOptions()
    size = Size(width: 80, height: 24)
    evaluation = subject.problem.evaluate(row: row)
    baselineEvaluation = subject.evaluateBaseline(row: row)
    batch = subject.problem.logits.count > 1 ? subject.problem.evaluateBatch() : nil
    order = Array(subject.problem.classes.indices)
    focus = 0
    ambiguousNames = Self.ambiguous(subject.problem.classes)
  }

  var problem: Problem { subject.problem }

  /// Whether the results are hidden, by the viewer or by a question of the lesson.
  var isCurtained: Bool { hasCurtain || lesson?.hidesResults == true }

  /// A class's name, made safe to show; where several share it, its index stands behind.
  func name(_ index: Int) -> String {
    let name = problem.classes[index]
    return ambiguousNames.contains(name) ? "\(visible(name))#\(index)" : visible(name)
  }

  /// The names that more than one class has.
  private static func ambiguous(_ names: [String]) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }

  /// Evaluates anew; to be called after every change of the subject or of the row.
  ///
  /// - Parameters:
  ///   - edited: Whether the subject has changed, and not the row alone.
  ///   - renamed: Whether the classes or their names may be others now.
  mutating func refresh(edited: Bool = true, renamed: Bool = false) {
    row = min(row, problem.logits.count - 1)
    focus = min(focus, problem.classes.count - 1)
    evaluation = problem.evaluate(row: row)
    baselineEvaluation = subject.evaluateBaseline(row: row)
    if edited { batch = problem.logits.count > 1 ? problem.evaluateBatch() : nil }
    if renamed { ambiguousNames = Self.ambiguous(problem.classes) }
    if order.count != problem.classes.count { sortClasses() }
  }

  /// Puts the classes in the order of the column chosen.
  mutating func sortClasses() { order = sorted }

  /// The classes by the column chosen, as far as the curtain lets that be seen.
  var sorted: [Int] {
    shownSort.order(evaluation: evaluation, baseline: baselineEvaluation)
  }

  /// The column by which the table is sorted now.
  var shownSort: SortColumn { isCurtained && sort.isResult ? .index : sort }
}

/// A bar being dragged: its class, and how things stood when the mouse took hold of it.
struct Drag: Equatable, Sendable {
  let index: Int
  let origin: Evaluation
}

/// A size of step for the nudging keys.
enum Step {
  static let sizes = [0.01, 0.05, 0.1, 0.5, 1]
  static let initial = 0.1
}

/// Whose shift the curve shows.
package enum CurveScope: String, CaseIterable, Hashable, Sendable {
  case negatives
  case focus = "class"
}
