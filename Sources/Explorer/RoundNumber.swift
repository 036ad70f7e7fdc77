/// The least of 1, 2, 5 and their tenfolds and tenths that is not below a number: where an axis or a
/// bar's scale ends, so that it stands still while what it holds moves.
///
/// 0 for 0; what no such number holds is held by the greatest of all.
func roundNumber(holding value: Double) -> Double {
  guard value > 0 else { return 0 }
  // Ten times more would be infinite, and stay so.
  guard value < 9e307 else { return .greatestFiniteMagnitude }
  var decade = 1.0
  while decade < value { decade *= 10 }
  while decade / 10 >= value { decade /= 10 }
  return [0.2, 0.5].map { $0 * decade }.first { $0 >= value } ?? decade
}
