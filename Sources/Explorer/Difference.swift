import LogitModel

/// How far a value is from what it was; 0 where no more than rounding parts them.
///
/// A shift of every logit changes nothing but z in mathematics, yet the last bits of everything in
/// floating point: shown as changes, they would teach what is not so.
func difference(_ now: Double, _ before: Double) -> Double {
  // Two infinities would differ by NaN.
  if now == before { return 0 }
  let change = now - before
  guard change.isFinite else { return change }
  return abs(change) <= 1e-13 * max(abs(now), abs(before)) ? 0 : change
}

/// How far a class's probability is from what it was: near 1 it is the complement that tells how much.
func probabilityDifference(_ now: Evaluation, _ before: Evaluation, of index: Int) -> Double {
  now.probabilities[index] > 0.5
    ? difference(-now.complements[index], -before.complements[index])
    : difference(now.probabilities[index], before.probabilities[index])
}
