extension Problem {
  /// Adds a row.
  ///
  /// - Parameters:
  ///   - values: C numbers, finite or -inf, one of them finite.
  ///   - target: An index, a distribution, or nil for none.
  ///   - row: The place that the new row gets, from 0 to the number of rows.
  /// - Throws: ``ProblemError`` for a place out of range, or for logits or a target that are
  ///   refused; the problem is then unchanged.
  /// - Complexity: O(rows + C).
  public mutating func insertRow(
    logits values: [Double],
    target: Target?,
    at row: Int
  ) throws(ProblemError) {
    guard (0...logits.count).contains(row) else {
      throw .rowOutOfRange(row: row, rows: logits.count + 1)
    }
    try validateLogits(values, row: row)
    // A distribution is judged by the logits of its own row, which must be there for that.
    var longer = self
    longer.logits.insert(values, at: row)
    longer.targets.insert(target, at: row)
    try longer.validate(target, row: row, under: settings)
    self = longer
  }

  /// Takes a row out.
  ///
  /// The exact opposite of ``insertRow(logits:target:at:)``.
  ///
  /// - Parameter row: The row, counted from 0.
  /// - Throws: ``ProblemError/rowOutOfRange(row:rows:)``, and ``ProblemError/onlyRow`` where no row
  ///   would be left; the problem is then unchanged.
  /// - Complexity: O(rows).
  public mutating func removeRow(at row: Int) throws(ProblemError) {
    try validateRow(row)
    guard logits.count > 1 else { throw .onlyRow }
    logits.remove(at: row)
    targets.remove(at: row)
  }
}
