extension Problem {
  func validate() throws(ProblemError) {
    let count = logits.first?.count ?? 0
    guard count >= 2 else { throw .tooFewClasses(count: count) }
    guard classes.count == count else {
      throw .classNameCount(count: classes.count, expected: count)
    }
    for (row, values) in logits.enumerated() {
      try validateLogits(values, row: row)
    }
    try validate(settings)
    guard targets.count == logits.count else {
      throw .targetCount(count: targets.count, expected: logits.count)
    }
    for (row, target) in targets.enumerated() {
      try validate(target, row: row, under: settings)
    }
  }

  func validateLogits(_ values: [Double], row: Int) throws(ProblemError) {
    guard values.count == classes.count else {
      throw .logitCount(row: row, count: values.count, expected: classes.count)
    }
    var hasFinite = false
    var hasOther = false
    for value in values {
      hasFinite = hasFinite || value.isFinite
      hasOther = hasOther || !(value < .infinity)
    }
    if hasOther {
      for (index, value) in values.enumerated() {
        try validateLogit(value, row: row, class: index)
      }
    }
    guard hasFinite else { throw .noFiniteLogit(row: row) }
  }

  func validateLogit(_ value: Double, row: Int, class index: Int) throws(ProblemError) {
    // False for NaN too.
    guard value < .infinity else {
      throw .invalidLogit(row: row, class: reference(to: index), value: value)
    }
  }

  func validate(_ settings: Settings) throws(ProblemError) {
    guard settings.temperature > 0, settings.temperature.isFinite else {
      throw .invalidTemperature(settings.temperature)
    }
    guard (0...1).contains(settings.labelSmoothing) else {
      throw .invalidLabelSmoothing(settings.labelSmoothing)
    }
    guard settings.gamma >= 0, settings.gamma.isFinite else {
      throw .invalidGamma(settings.gamma)
    }
    guard settings.hingeMargin > 0, settings.hingeMargin.isFinite else {
      throw .invalidHingeMargin(settings.hingeMargin)
    }
    guard let weights = settings.classWeights else { return }
    guard weights.count == classes.count else {
      throw .weightCount(count: weights.count, expected: classes.count)
    }
    for (index, weight) in weights.enumerated() where !isMass(weight) {
      throw .invalidWeight(class: reference(to: index), value: weight)
    }
  }

  func validate(_ target: Target?, row: Int, under settings: Settings) throws(ProblemError) {
    switch target {
    case nil:
      return
    case .index(let index):
      guard classes.indices.contains(index) || index == settings.ignoreIndex else {
        throw .targetOutOfRange(row: row, index: index, classes: classes.count)
      }
    case .distribution(let mass):
      guard mass.count == classes.count else {
        throw .targetLength(row: row, count: mass.count, expected: classes.count)
      }
      for (index, value) in mass.enumerated() where !isMass(value) {
        throw .invalidTarget(row: row, class: reference(to: index), value: value)
      }
      let sum = mass.reduce(0, +)
      guard sum > 0, sum.isFinite else { throw .invalidTargetSum(row: row, sum: sum) }
      try validateProducts(of: mass, logits[row], row: row, temperature: settings.temperature)
      guard settings.holdsWeightedSum(of: mass, under: settings.loss) else {
        throw .invalidTargetSum(row: row, sum: .infinity)
      }
    }
  }

  /// Up to a target of 1 every loss is at least 0; beyond it terms of both signs arise, and where they
  /// overflow no double holds what is left of them.
  func validateProducts(
    of mass: [Double],
    _ logits: [Double],
    row: Int,
    temperature: Double
  ) throws(ProblemError) {
    var sum = 0.0
    for (mass, logit) in zip(mass, logits) where mass > 1 && logit.isFinite {
      sum += (logit / temperature).magnitude * mass
    }
    guard sum.isFinite else { throw .invalidTargetSum(row: row, sum: sum) }
  }

  func validateRow(_ row: Int) throws(ProblemError) {
    guard logits.indices.contains(row) else {
      throw .rowOutOfRange(row: row, rows: logits.count)
    }
  }

  func validateClass(_ index: Int) throws(ProblemError) {
    guard classes.indices.contains(index) else {
      throw .classOutOfRange(index: index, limit: classes.count - 1)
    }
  }

  func reference(to index: Int) -> ProblemError.Class {
    ProblemError.Class(index: index, name: classes[index])
  }

  private func isMass(_ value: Double) -> Bool { value >= 0 && value.isFinite }
}

extension Problem.Settings {
  /// Whether a double holds the target times the class weights, where the loss takes them.
  func holdsWeightedSum(of mass: [Double], under loss: any Loss) -> Bool {
    guard loss.usesWeightsAndSmoothing, let classWeights else { return true }
    return zip(mass, classWeights).reduce(0) { $0 + $1.0 * $1.1 }.isFinite
  }
}
