import LogitModel

extension State {
  /// Copies the row behind itself and goes there; the baseline's row too, so that the copy has the
  /// same to be compared with.
  mutating func addRow() throws(Refusal) {
    try edit(.insertRow(subject.row(row), at: row + 1), .rowAdded(row + 1, copyOf: row))
  }

  /// Deletes the row and goes to the one before.
  mutating func deleteRow() throws(Refusal) {
    try edit(.removeRow(row), .rowDeleted(row))
  }
}
