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
  var order: TableOrder
  /// How many classes the table shows; nil for all.
  var top: Int?
  /// The same of the rows of a batch.
  var rowSort = RowSort.index
  var rowOrder: TableOrder
  var options: ViewOptions
  var size: Size

  var mode = Mode.browsing
  var message: Phrase?
  var receipt: Receipt?
  /// The first class in the table's window.
  var tableOffset = 0
  /// Where the class in focus was last seen in the table.
  var lastPlace = PlaceHint()
  /// The search that is being typed, and the text of the last one.
  var search: Search?
  var lastSearch = ""
  var hasEdits = false
  /// Whether a file has the problem as it is now.
  var isSaved = false
  /// Whether it has been said that leaving loses the edits.
  var isLeaving = false
  /// The bar that the mouse is dragging.
  var drag: Drag?

  private var naming: ClassNaming
  private(set) var evaluation: Evaluation
  private(set) var baselineEvaluation: Evaluation
  /// The losses of all rows, where there are several.
  private(set) var batch: BatchEvaluation?
  /// The sums of the row that is shown.
  private var tree: ExponentialTree
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
    self.subject.problem.makeRoomForChanges(row: row)
    options = ViewOptions()
    size = Size(width: 80, height: 24)
    tree = self.subject.problem.tree(row: row)
    evaluation = self.subject.problem.evaluate(row: row, tree: tree)
    baselineEvaluation = subject.evaluateBaseline(row: row)
    batch = subject.problem.logits.count > 1 ? subject.problem.evaluateBatch() : nil
    order = TableOrder(count: subject.problem.classes.count)
    rowOrder = TableOrder(count: subject.problem.logits.count)
    focus = 0
    naming = ClassNaming(subject.problem.classes)
  }

  var problem: Problem { subject.problem }

  /// Whether the results are hidden, by the viewer or by a question of the lesson.
  var isCurtained: Bool { hasCurtain || lesson?.hidesResults == true }

  /// A class's name, made safe to show; where several share it, its index stands behind.
  func name(_ index: Int) -> String {
    let name = problem.classes[index]
    return naming.isShared(name) ? "\(visible(name))#\(index)" : visible(name)
  }

  /// The cells that the longest of the names takes, within bounds.
  func nameWidth(_ bounds: ClosedRange<Int>) -> Int {
    min(max(naming.width, bounds.lowerBound), bounds.upperBound)
  }

  /// Evaluates what a patch has changed; all of it without one, as where another row is shown.
  mutating func refresh(after patch: Patch? = nil, showing shown: Int? = nil) {
    let isSameRow = shown == nil || shown == row
    row = min(shown ?? row, problem.logits.count - 1)
    focus = min(focus, problem.classes.count - 1)
    if isSameRow, let index = patch?.onlyLogit {
      tree.update(index, in: problem.logits[row])
    } else {
      tree = problem.tree(row: row)
    }
    evaluation = problem.evaluate(row: row, tree: tree)
    if !isSameRow || patch?.isOfOneRow != true {
      baselineEvaluation = subject.evaluateBaseline(row: row)
    }
    refreshBatch(after: patch)
    if patch?.replacesClasses == true { naming = ClassNaming(problem.classes) }
    if order.count != problem.classes.count { sortClasses() }
    if rowOrder.count != problem.logits.count { sortRows() }
  }

  /// The classes of the largest logits but for one class, by the sums at hand.
  func largestLogits(_ count: Int, excluding excluded: Int?) -> [Int] {
    tree.largest(count, of: evaluation.logits, excluding: excluded)
  }

  private mutating func refreshBatch(after patch: Patch?) {
    guard problem.logits.count > 1 else {
      batch = nil
      return
    }
    guard patch?.isOfOneRow == true, let batch, batch.losses.count == problem.logits.count else {
      batch = problem.evaluateBatch()
      return
    }
    self.batch = problem.batch(batch, withRow: row, evaluation)
  }

  /// Puts the classes in the order of the column chosen.
  mutating func sortClasses() {
    // Of a million classes two orders are better not kept at once.
    order = TableOrder(count: problem.classes.count)
    order = sorted
  }

  /// The classes by the column chosen, as far as the curtain lets that be seen.
  var sorted: TableOrder {
    shownSort.order(problem.settings.loss, evaluation: evaluation, baseline: baselineEvaluation)
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
