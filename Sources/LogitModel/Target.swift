/// What a row should have predicted.
public enum Target: Hashable, Sendable {
  /// The index of the one right class, counted from 0; or the problem's ignore index, which leaves
  /// the row out of the loss.
  case index(Int)

  /// One non-negative number for each class.
  ///
  /// They need not sum to 1, and are not scaled to do so.
  case distribution([Double])
}

extension Target {
  /// The class that has all the mass, if one has; of an index that one, the ignore index too.
  package var positive: Int? {
    switch self {
    case .index(let index): return index
    case .distribution(let mass):
      let support = mass.indices.filter { mass[$0] > 0 }
      return support.count == 1 ? support.first : nil
    }
  }
}
