/// How the losses of a batch's rows become one number, as in `torch.nn.functional.cross_entropy`.
public enum Reduction: String, CaseIterable, Sendable {
  /// The rows' losses stay as they are.
  case none
  /// The sum over the rows.
  case sum
  /// The sum divided by the rows' weights: the class weight of an index target, 1 for a
  /// distribution, 0 for an ignored row.
  case mean
}
