/// The sum of non-negative numbers, and the same sum without any one of them, in constant time
/// each.
///
/// Subtracting a number from a total that it dominates leaves rounding errors alone. Here the
/// largest is kept apart, so that the sum without it was never rounded against it; the sum without
/// another still holds the largest, and subtracting what is no larger than what remains costs at
/// most a bit.
package struct LeaveOneOutSum: Equatable, Sendable {
  package let largest: Int
  /// The sum of all but the largest.
  package let rest: Pair
  package let total: Pair
  private let terms: [Double]

  /// Adds up the terms, of which the one at `largest` is the largest.
  package init(_ terms: [Double], largest: Int) {
    var rest = CompensatedSum()
    for (index, term) in terms.enumerated() where index != largest {
      rest.add(term)
    }
    self.terms = terms
    self.largest = largest
    self.rest = rest.pair
    total = rest.pair + terms[largest]
  }

  package init(_ terms: [Double]) {
    self.init(terms, largest: terms.indexOfLargest)
  }

  package subscript(index: Int) -> Double { terms[index] }

  package func without(_ index: Int) -> Pair {
    index == largest ? rest : total - terms[index]
  }
}

extension [Double] {
  /// The first index of the largest element; 0 in an empty array.
  package var indexOfLargest: Int {
    var best = 0
    for index in indices where self[index] > self[best] {
      best = index
    }
    return best
  }
}
