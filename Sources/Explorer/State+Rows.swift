import LogitModel

extension State {
  // MARK: Choosing

  mutating func showRow(_ index: Int) throws(Refusal) {
    let rows = problem.logits.count
    guard (0..<rows).contains(index) else { throw Refusal(.noSuchRow(rows)) }
    stopRun()
    receipt = nil
    refresh(showing: index)
  }

  /// The rows as the batch panel shows them; behind the curtain an order by losses would tell them.
  var shownRows: TableOrder {
    isCurtained ? TableOrder(count: problem.logits.count) : rowOrder
  }

  /// Where the row stands among them.
  var rowPlace: Int { shownRows.place(of: row) ?? 0 }

  /// Goes so many rows on in the order in which they are shown.
  mutating func moveRow(by offset: Int) throws(Refusal) {
    let rows = shownRows
    let place = rowPlace + offset
    guard rows.indices.contains(place) else { throw Refusal(.noSuchRow(rows.count)) }
    try showRow(rows[place])
  }

  /// The same by as many rows as the panel has, as far as there are rows.
  mutating func pageRows(by pages: Int) throws(Refusal) {
    let page = Layout(self).panels.first.map(BatchPanel.rows) ?? 1
    let place = rowPlace + pages * max(1, page)
    let offset = min(max(0, place), shownRows.count - 1) - rowPlace
    try moveRow(by: offset == 0 ? pages.signum() : offset)
  }

  mutating func sortRows(by column: RowSort) throws(Refusal) {
    guard !isCurtained || column == .index else { throw Refusal(.hiddenByCurtain) }
    rowSort = column
    sortRows()
    message = .rowsSortedBy(column)
  }

  /// Puts the rows in the order that is chosen, in which they stay until they are sorted again.
  mutating func sortRows() { rowOrder = sortedRows }

  /// The rows in the order that is chosen, as they are now.
  var sortedRows: TableOrder { rowSort.order(of: batch, rows: problem.logits.count) }

  // MARK: Adding and deleting

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
