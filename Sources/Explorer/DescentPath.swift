import LogitModel

/// A path of gradient descent, whose points know their logits again.
///
/// The points keep a fingerprint of their logits instead of the logits, which for many classes would
/// be megabytes. So undo leads back along the path and redo forward without the path being told.
struct DescentPath: Equatable, Sendable {
  static let initialRate = 0.5
  /// The most steps of a path: half a minute of running, which a state code makes again in no time.
  static let limit = 1000

  private(set) var descent: Descent
  private var fingerprints: [Int]

  init(_ problem: Problem, row: Int, rate: Double) throws(DescentError) {
    descent = try Descent(problem, row: row, rate: rate)
    fingerprints = [descent.origin.hashValue]
  }

  var isFull: Bool { descent.steps >= Self.limit }

  mutating func step() throws(DescentError) {
    try descent.step()
    fingerprints.append(descent.runner.logits.hashValue)
  }

  /// The number of steps that lead to the problem as it is; nil where none of them does.
  ///
  /// Where a path comes back to the same logits, as with a rate too large, the last time counts.
  func place(of problem: Problem, row: Int, rate: Double) -> Int? {
    guard row == descent.row, rate == descent.rate, problem.targets[row] == descent.target,
      problem.settings == descent.settings
    else { return nil }
    return fingerprints.lastIndex(of: problem.logits[row].hashValue)
  }

  /// Takes logits that differ by rounding from those of a point for that point's.
  mutating func adopt(_ logits: [Double], at place: Int) {
    fingerprints[place] = logits.hashValue
  }
}
