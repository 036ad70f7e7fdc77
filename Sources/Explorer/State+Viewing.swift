import TerminalUI

extension State {
  // MARK: Step

  mutating func setStep(_ size: Double) throws(Refusal) {
    guard size > 0, size.isFinite else { throw Refusal(.stepOutOfRange) }
    step = size
    message = .stepIs(size)
  }

  /// The next size up or down from where it is, which need not be one of them.
  mutating func changeStep(_ offset: Int) {
    let sizes = Step.sizes
    step = (offset > 0 ? sizes.first { $0 > step } : sizes.last { $0 < step }) ?? step
    message = .stepIs(step)
  }

  // MARK: Order

  /// An order by results would tell them, and so would a run: behind the curtain the classes stand by
  /// their indices, and still.
  mutating func toggleCurtain() throws(Refusal) {
    guard lesson?.hidesResults != true else { throw Refusal(.lessonHides) }
    stopRun()
    hasCurtain.toggle()
    if sort.isResult { sortClasses() }
  }

  mutating func sort(by column: SortColumn) throws(Refusal) {
    guard !isCurtained || !column.isResult else { throw Refusal(.hiddenByCurtain) }
    sort = column
    sortClasses()
    message = .sortedBy(column)
  }

  mutating func setTop(_ count: Int?) throws(Refusal) {
    guard count ?? .max >= ShownClasses.fewest else { throw Refusal(.topTooSmall) }
    top = count
    message = top.map { .topIs($0) } ?? .topIsAll
  }

  mutating func sortByNext() {
    sort = SortColumn.allCases.filter { !isCurtained || !$0.isResult }.around(sort, by: 1)
    sortClasses()
    message = .sortedBy(sort)
  }

  // MARK: Panels

  mutating func showNextPanel(_ offset: Int) throws(Refusal) { try open(panel.next(offset)) }

  /// Opens a panel; the curve, once it is open, turns to the other shift.
  mutating func show(_ panel: Panel) throws(Refusal) {
    let isOpen = self.panel == panel
    try open(panel)
    if isOpen, panel == .curve { curveScope = curveScope == .negatives ? .focus : .negatives }
  }

  mutating func showCurve(of scope: CurveScope) throws(Refusal) {
    try open(.curve)
    curveScope = scope
  }

  private mutating func open(_ panel: Panel) throws(Refusal) {
    var other = self
    // The text of a lesson gives its place to a panel where there is no room for both.
    if lessonStep != nil, Layout(self).panels.isEmpty { other.lesson?.isAside = true }
    guard !Layout(other).panels.isEmpty else { throw Refusal(.noRoomForPanels) }
    self.panel = panel
    guard other.lesson?.isAside != lesson?.isAside else { return }
    // A panel that hides everything is not worth it.
    if lesson?.hidesResults == true { message = .lessonHides } else { lesson?.isAside = true }
  }

  // MARK: Presenting

  mutating func toggleKeys() {
    showsKeys.toggle()
    pressed = []
  }

  /// Keeps the last keys, as many as can be taken in at a glance; what is typed as text is none.
  mutating func note(_ key: Key) {
    guard showsKeys, mode == .browsing else { return }
    pressed = pressed.suffix(5) + [key]
  }

  // MARK: Leaving

  /// Where no command line leads back to the edits, they are left behind only if asked for twice.
  mutating func askBeforeLosing() throws(Refusal) {
    guard hasEdits, !isSaved, lesson == nil, !isLeaving, shareLine == nil else { return }
    isLeaving = true
    throw Refusal(.quitLosesEdits)
  }

  // MARK: Numbers and words

  mutating func setDigits(_ digits: Int) throws(Refusal) {
    guard NumberFormat.range.contains(digits) else { throw Refusal(.digitsOutOfRange) }
    self.digits = digits
  }

  mutating func setLanguage(_ language: Language) throws(Refusal) {
    guard language == .en || options.glyphs != .ascii else { throw Refusal(.asciiOnly) }
    options.language = language
  }
}
