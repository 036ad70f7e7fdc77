import LogitModel

extension State {
  mutating func makePositive() throws(Refusal) {
    try edit(.target(.index(focus), row: row), .madePositive(name(focus)))
  }

  mutating func setTarget(_ text: String) throws(Refusal) {
    let target = try TargetText(problem).read(text)
    try edit(.target(target, row: row), .targetSet)
    // Legal, as in PyTorch, yet seldom what was meant.
    if case .distribution(let values) = target {
      let sum = values.reduce(0, +)
      if abs(sum - 1) > 1e-9 { message = .targetSums(sum) }
    }
  }

  mutating func changeSettings(
    _ what: Phrase,
    _ change: (inout Problem.Settings) -> Void
  ) throws(Refusal) {
    var settings = problem.settings
    change(&settings)
    try edit(.settings(settings), what)
  }

  mutating func setTemperature(_ value: Double) throws(Refusal) {
    try changeSettings(.temperatureSet(value)) { $0.temperature = value }
  }

  mutating func setSmoothing(_ value: Double) throws(Refusal) {
    try changeSettings(.smoothingSet(value)) { $0.labelSmoothing = value }
  }

  mutating func setWeight(_ value: Double) throws(Refusal) {
    var weights =
      problem.settings.classWeights ?? Array(repeating: 1, count: problem.classes.count)
    weights[focus] = value
    let all = weights.allSatisfy { $0 == 1 } ? nil : weights
    try changeSettings(.weightSet(name(focus), value)) { $0.classWeights = all }
  }

  mutating func setLoss(_ name: String) throws(Refusal) {
    guard let loss = Losses.named(name) else { throw Refusal(.noSuchLoss(name)) }
    try changeSettings(loss.title) { $0.loss = loss }
    if evaluation.loss == nil, evaluation.target != nil {
      message = .lossNeedsPositive(loss.sign)
    } else if loss is AllClassNLL {
      message = .notTheNLLOfPyTorch
    }
  }

  mutating func changeLoss(_ offset: Int) throws(Refusal) {
    try setLoss(Losses.all.map(\.name).around(problem.settings.loss.name, by: offset))
  }

  /// A multiple of a step, without the rounding that steps leave behind.
  mutating func changeSmoothing(_ change: Double) throws(Refusal) {
    let value = ((problem.settings.labelSmoothing + change) * 1e9).rounded() / 1e9
    try setSmoothing(min(1, max(0, value)))
  }

  mutating func scaleTemperature(_ factor: Double) throws(Refusal) {
    // Steps there and back come to the same temperature, without the rounding in between.
    let value = problem.settings.temperature * factor
    let text = DecimalDigits(value).rounded(significant: 12).scientific(significant: 12)
    try setTemperature(value.isFinite ? NumberText.read(text) ?? value : value)
  }

  mutating func setGamma(_ value: Double) throws(Refusal) {
    try changeSettings(.gammaSet(value)) { $0.gamma = value }
  }

  mutating func setHingeMargin(_ value: Double) throws(Refusal) {
    try changeSettings(.hingeMarginSet(value)) { $0.hingeMargin = value }
  }

  mutating func setReduction(_ reduction: Reduction) throws(Refusal) {
    try changeSettings(.reductionSet(reduction)) { $0.reduction = reduction }
  }
}

// MARK: Classes

extension State {
  /// Adds a class to every row; the baseline gets it left out, since it was not there.
  ///
  /// The text is a name, and perhaps a logit behind a blank; else it gets that of the class in focus.
  mutating func addClass(_ text: String) throws(Refusal) {
    var words = text.split(separator: " ")
    let typed = words.count > 1 ? words.last.flatMap { NumberText.read($0) } : nil
    if typed != nil {
      words.removeLast()
    } else if words.count > 1, let last = words.last, Double(last) != nil {
      // inf, nan, 0x10: meant as a logit, and none.
      throw Refusal(.notANumber(String(last)))
    }
    let name = words.joined(separator: " ")
    guard !name.isEmpty else { throw Refusal(.nameIsEmpty) }
    let place = problem.classes.count
    let focused = problem.logits[row][focus]
    try replaceSubject(.classAdded(name)) { subject throws(ProblemError) in
      let logits = subject.problem.logits.map { row in
        typed ?? (focused.isFinite ? focused : row.max() ?? 0)
      }
      try subject.problem.insertClass(named: name, logits: logits, at: place)
      let absent = subject.baseline.logits.map { _ in -Double.infinity }
      try subject.baseline.insertClass(named: name, logits: absent, at: place)
    }
    focus = place
  }

  mutating func deleteClass() throws(Refusal) {
    let index = focus
    try replaceSubject(.classDeleted(name(index))) { subject throws(ProblemError) in
      try subject.problem.removeClass(at: index)
      do {
        try subject.baseline.removeClass(at: index)
      } catch {
        // It was the baseline's positive: what is left can only be compared with itself.
        subject.baseline = subject.problem
      }
      subject.marked = Set(
        subject.marked.compactMap { $0 == index ? nil : $0 > index ? $0 - 1 : $0 }
      )
      subject.leftOut = Dictionary(
        uniqueKeysWithValues: subject.leftOut.compactMap { place, logit in
          guard place.index != index else { return nil }
          let shifted = place.index > index ? place.index - 1 : place.index
          return (Subject.Place(row: place.row, index: shifted), logit)
        }
      )
    }
  }

  mutating func rename(_ name: String) throws(Refusal) {
    guard !name.isEmpty else { throw Refusal(.nameIsEmpty) }
    let index = focus
    let old = self.name(index)
    try replaceSubject(.renamed(old, name)) { subject throws(ProblemError) in
      try subject.problem.renameClass(at: index, to: name)
      try subject.baseline.renameClass(at: index, to: name)
    }
  }

  private mutating func replaceSubject(
    _ what: Phrase,
    _ change: (inout Subject) throws(ProblemError) -> Void
  ) throws(Refusal) {
    var new = subject
    do {
      try change(&new)
    } catch {
      throw Refusal(error)
    }
    try edit(.subject(new), what)
  }

  // MARK: Baseline

  mutating func swapBaseline() throws(Refusal) {
    try replaceSubject(.swapped) { subject throws(ProblemError) in
      swap(&subject.problem, &subject.baseline)
    }
  }

  mutating func reset() throws(Refusal) {
    try edit(.subject(start), .wasReset)
  }
}
