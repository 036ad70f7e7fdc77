import LogitModel

/// By what the rows of a batch are put in order.
package enum RowSort: String, CaseIterable, Hashable, Sendable {
  case index
  /// The largest loss first; rows without one come last.
  case loss

  func order(of batch: BatchEvaluation?, rows: Int) -> TableOrder {
    guard self == .loss, let batch else { return TableOrder(count: rows) }
    return TableOrder(largestFirst: batch.losses.map { $0 ?? -.infinity })
  }
}
