/// A running sum whose rounding errors are added up apart and returned at the end.
///
/// The error of a plain sum grows with the number of terms; this one's stays below one rounding for
/// any number of classes in use. An infinite term makes the sum infinite, never NaN.
/// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen
/// (1974).
package struct CompensatedSum {
  private var sum = 0.0
  private var dropped = 0.0

  package init() {}

  package mutating func add(_ term: Double) {
    add(Pair(term))
  }

  package mutating func add(_ term: Pair) {
    let step = Pair(sum: sum, term.high)
    // Of two infinities of unlike sign one came of overflow; the later one counts.
    sum = step.high.isNaN ? term.high : step.high
    dropped += step.low + term.low
  }

  package var pair: Pair { Pair(sum, correction: dropped) }

  package var value: Double { pair.value }
}
