import LogitModel

extension Subject {
  /// All that a subject has of one row, in the problem and in the baseline.
  struct Row: Equatable, Sendable {
    let logits: [Double]
    let target: Target?
    let baselineLogits: [Double]
    let baselineTarget: Target?
    /// By the index of the class.
    let leftOut: [Int: Double]

    var cost: Int { 64 + 32 * logits.count + 32 * leftOut.count }
  }

  func row(_ index: Int) -> Row {
    let places = leftOut.filter { $0.key.row == index }
    return Row(
      logits: problem.logits[index],
      target: problem.targets[index],
      baselineLogits: baseline.logits[index],
      baselineTarget: baseline.targets[index],
      leftOut: Dictionary(uniqueKeysWithValues: places.map { ($0.key.index, $0.value) })
    )
  }

  /// Gives the problem and the baseline a row, or neither where one of them refuses it.
  mutating func insert(_ row: Row, at index: Int) throws(ProblemError) {
    var new = self
    try new.problem.insertRow(logits: row.logits, target: row.target, at: index)
    try new.baseline.insertRow(logits: row.baselineLogits, target: row.baselineTarget, at: index)
    new.moveLeftOut(from: index, by: 1)
    for (place, logit) in row.leftOut { new.leftOut[Place(row: index, index: place)] = logit }
    self = new
  }

  /// Takes a row from both, and gives what there was of it.
  mutating func removeRow(at index: Int) throws(ProblemError) -> Row {
    var new = self
    try new.problem.removeRow(at: index)
    try new.baseline.removeRow(at: index)
    let removed = row(index)
    for place in removed.leftOut.keys { new.leftOut[Place(row: index, index: place)] = nil }
    new.moveLeftOut(from: index + 1, by: -1)
    self = new
    return removed
  }

  /// Lets the remembered logits follow their rows.
  private mutating func moveLeftOut(from first: Int, by offset: Int) {
    leftOut = Dictionary(
      uniqueKeysWithValues: leftOut.map { place, logit in
        let row = place.row < first ? place.row : place.row + offset
        return (Place(row: row, index: place.index), logit)
      }
    )
  }
}
