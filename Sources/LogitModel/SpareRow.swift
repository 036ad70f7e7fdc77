/// A row of logits as it was before one of them changed.
///
/// Whoever has evaluated it may look at it still. When nobody does any more, the next change takes its
/// storage: rows take turns, and none of a million logits is copied for the sake of one.
struct SpareRow: Sendable {
  var logits: [Double]
  let row: Int
  /// The class whose logit has changed since.
  let index: Int
}
