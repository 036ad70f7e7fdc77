extension Problem {
  /// Sets one logit, in place.
  ///
  /// - Parameters:
  ///   - value: A finite number, or -inf to leave the class out of the row.
  ///   - row: The row, counted from 0.
  ///   - index: The class, counted from 0.
  /// - Throws: ``ProblemError`` for a place out of range, NaN, +inf, or where only -inf would be
  ///   left; the problem is then unchanged.
  /// - Complexity: O(1), where at most the last such change is still looked at; else O(C), as for
  ///   -inf, and for a class whose target is above 1.
  public mutating func setLogit(
    _ value: Double,
    row: Int,
    class index: Int
  ) throws(ProblemError) {
    try validateRow(row)
    try validateClass(index)
    try validateLogit(value, row: row, class: index)
    if value == -.infinity {
      try requireFiniteLogit(row: row, without: index)
    }
    if case .distribution(let mass) = targets[row], mass[index] > 1 {
      var values = logits[row]
      values[index] = value
      try validateProducts(of: mass, values, row: row, temperature: settings.temperature)
    }
    replaceLogit(value, row: row, class: index)
  }

  /// Sets the logits of a row.
  ///
  /// - Parameters:
  ///   - values: C numbers, finite or -inf.
  ///   - row: The row, counted from 0.
  /// - Throws: ``ProblemError`` for a row out of range or values that are refused; the problem is
  ///   then unchanged.
  /// - Complexity: O(C).
  public mutating func setLogits(_ values: [Double], row: Int) throws(ProblemError) {
    try validateRow(row)
    try validateLogits(values, row: row)
    if case .distribution(let mass) = targets[row] {
      try validateProducts(of: mass, values, row: row, temperature: settings.temperature)
    }
    logits[row] = values
  }

  /// Sets or clears the target of a row.
  ///
  /// - Parameters:
  ///   - target: An index, a distribution, or nil for none.
  ///   - row: The row, counted from 0.
  /// - Throws: ``ProblemError`` for a row out of range or a target that is refused; the problem is
  ///   then unchanged.
  /// - Complexity: O(1), O(C) for a distribution.
  public mutating func setTarget(_ target: Target?, row: Int) throws(ProblemError) {
    try validateRow(row)
    try validate(target, row: row, under: settings)
    targets[row] = target
  }

  /// Replaces the settings.
  ///
  /// - Parameter settings: The new settings.
  /// - Throws: ``ProblemError`` for a setting out of range, or for an ignore index without which a
  ///   row's target is no class; the problem is then unchanged.
  /// - Complexity: O(C + rows); with distributions O(rows x C).
  public mutating func setSettings(_ settings: Settings) throws(ProblemError) {
    try validate(settings)
    for (row, target) in targets.enumerated() {
      try validate(target, row: row, under: settings)
    }
    self.settings = settings
  }

  /// Gives a class another name.
  ///
  /// - Parameters:
  ///   - index: The class, counted from 0.
  ///   - name: The new name; another class may have it too.
  /// - Throws: ``ProblemError/classOutOfRange(index:limit:)``; the problem is then unchanged.
  /// - Complexity: O(1).
  public mutating func renameClass(at index: Int, to name: String) throws(ProblemError) {
    try validateClass(index)
    classes[index] = name
  }

  /// Puts the logit into the row before the last one, brought up to date: whoever looks at the row that
  /// is replaced keeps it, and nothing is copied.
  private mutating func replaceLogit(_ value: Double, row: Int, class index: Int) {
    var next = SpareRow(logits: logits[row], row: row, index: index)
    if var old = spare, old.row == row {
      spare = nil
      old.logits[old.index] = logits[row][old.index]
      swap(&next.logits, &old.logits)
    }
    next.logits[index] = value
    swap(&logits[row], &next.logits)
    spare = next
  }

  /// Makes room beside the row, so that the first changes of one logit cost what all others do.
  ///
  /// - Complexity: O(C).
  package mutating func makeRoomForChanges(row: Int) {
    // What is replaced may be shared, and so may what that replaces.
    for _ in 0..<2 {
      replaceLogit(logits[row][0], row: row, class: 0)
    }
  }

  func requireFiniteLogit(row: Int, without index: Int) throws(ProblemError) {
    let others = logits[row].indices.lazy.filter { $0 != index }
    guard others.contains(where: { logits[row][$0].isFinite }) else {
      throw .noFiniteLogit(row: row)
    }
  }
}
