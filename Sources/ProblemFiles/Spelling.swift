/// Finds what was probably meant by a misspelt word.
package enum Spelling {
  /// The word that takes the fewest changes of a letter, if they are few for its length; of several
  /// the first by the alphabet.
  package static func nearest(to word: String, among known: some Collection<String>) -> String? {
    // A whole vocabulary is not searched for a hint.
    guard word.utf8.count <= 64, known.count <= 1000 else { return nil }
    let ranked = known.map { (word: $0, distance: distance(word, $0)) }
    guard
      let best = ranked.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) })
    else { return nil }
    // A short name is within a few letters of any other.
    let length = min(word.count, best.word.count)
    return length > 1 && best.distance <= length / 3 ? best.word : nil
  }

  /// The Levenshtein distance, in letters without regard to case.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.lowercased()), Array(right.lowercased()))
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (letter == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
