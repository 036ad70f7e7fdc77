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
      guard let first = mass.firstIndex(where: { $0 > 0 }) else { return nil }
      return mass[(first + 1)...].contains { $0 > 0 } ? nil : first
    }
  }

  /// What a class has of it: 1 or 0 where it is an index.
  package func mass(of index: Int) -> Double {
    switch self {
    case .index(let positive): index == positive ? 1 : 0
    case .distribution(let mass): mass[index]
    }
  }
}
