extension Problem {
  /// Adds a class to every row.
  ///
  /// Index targets at or after it move up by one, and so does an ignore index that names a class or
  /// the place after the last; distributions get 0 there.
  ///
  /// - Parameters:
  ///   - name: The name of the new class.
  ///   - newLogits: One for each row, finite or -inf.
  ///   - weight: Its class weight, at least 0 and finite; kept only where the problem has weights.
  ///   - index: The index that the new class gets, from 0 to C.
  /// - Throws: ``ProblemError`` for an index out of range, another number of logits than rows, or a
  ///   number that is refused; the problem is then unchanged.
  /// - Complexity: O(rows x C).
  public mutating func insertClass(
    named name: String,
    logits newLogits: [Double],
    weight: Double = 1,
    at index: Int
  ) throws(ProblemError) {
    guard (0...classes.count).contains(index) else {
      throw .classOutOfRange(index: index, limit: classes.count)
    }
    guard newLogits.count == logits.count else {
      throw .newClassLogitCount(count: newLogits.count, expected: logits.count)
    }
    let place = ProblemError.Class(index: index, name: name)
    for (row, value) in newLogits.enumerated() where !(value < .infinity) {
      throw .invalidLogit(row: row, class: place, value: value)
    }
    guard weight >= 0, weight.isFinite else { throw .invalidWeight(class: place, value: weight) }

    let ignoreIndex = settings.ignoreIndex
    let ignoreIsClass = (0...classes.count).contains(ignoreIndex)
    let shifted = { (old: Int) in old >= index ? old + 1 : old }
    settings.ignoreIndex = ignoreIsClass ? shifted(ignoreIndex) : ignoreIndex
    for row in logits.indices {
      logits[row].insert(newLogits[row], at: index)
      switch targets[row] {
      case .index(let old):
        targets[row] = .index(old == ignoreIndex ? settings.ignoreIndex : shifted(old))
      case .distribution(var mass):
        mass.insert(0, at: index)
        targets[row] = .distribution(mass)
      case nil:
        break
      }
    }
    classes.insert(name, at: index)
    settings.classWeights?.insert(weight, at: index)
  }

  /// Takes a class out of every row.
  ///
  /// The exact opposite of ``insertClass(named:logits:weight:at:)``: no target loses anything, as a
  /// class that is one is not removed.
  ///
  /// - Parameter index: The class, counted from 0.
  /// - Throws: ``ProblemError`` where fewer than two classes would be left, where a row would hold
  ///   only -inf, and for a class that is a row's target, has mass in one, or is the ignore index;
  ///   the problem is then unchanged.
  /// - Complexity: O(rows x C).
  public mutating func removeClass(at index: Int) throws(ProblemError) {
    try validateClass(index)
    guard classes.count > 2 else { throw .tooFewClasses(count: classes.count - 1) }
    let ignoreIndex = settings.ignoreIndex
    guard index != ignoreIndex else { throw .classIsIgnored(class: reference(to: index)) }
    for row in logits.indices {
      try requireFiniteLogit(row: row, without: index)
      switch targets[row] {
      case .index(index):
        throw .classIsTarget(row: row, class: reference(to: index))
      case .distribution(let mass) where mass[index] > 0:
        throw .classIsTarget(row: row, class: reference(to: index))
      default:
        break
      }
    }

    let ignoreIsClass = (0...classes.count).contains(ignoreIndex)
    let shifted = { (old: Int) in old > index ? old - 1 : old }
    settings.ignoreIndex = ignoreIsClass ? shifted(ignoreIndex) : ignoreIndex
    for row in logits.indices {
      logits[row].remove(at: index)
      switch targets[row] {
      case .index(let old):
        targets[row] = .index(old == ignoreIndex ? settings.ignoreIndex : shifted(old))
      case .distribution(var mass):
        mass.remove(at: index)
        targets[row] = .distribution(mass)
      case nil:
        break
      }
    }
    classes.remove(at: index)
    settings.classWeights?.remove(at: index)
  }
}
