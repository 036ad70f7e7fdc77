import LogitModel

/// Problems that are the same for the same seed.
struct RandomProblems: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A problem with odd names, numbers of every size, masked classes and every kind of target.
  mutating func problem() throws -> Problem {
    let count = Int.random(in: 2...6, using: &self)
    let names = ["a", "a", "", "\"q\"", "x,y", "\u{AC1C}\n", "\u{1B}[0m", "\u{1F600}", "\\"]
    let rows = (0..<Int.random(in: 1...4, using: &self)).map { _ in
      (0..<count).map { $0 > 0 && Int.random(in: 0..<5, using: &self) == 0 ? -.infinity : number() }
    }
    var settings = Problem.Settings()
    settings.temperature = Double.random(in: 0.01...10, using: &self)
    settings.labelSmoothing = Double.random(in: 0...1, using: &self)
    settings.gamma = Double.random(in: 0...5, using: &self)
    settings.hingeMargin = Double.random(in: 0.1...5, using: &self)
    settings.loss = Losses.all.randomElement(using: &self) ?? CrossEntropy()
    settings.reduction = Reduction.allCases.randomElement(using: &self) ?? .mean
    settings.ignoreIndex = -Int.random(in: 1...100, using: &self)
    if Bool.random(using: &self) {
      settings.classWeights = (0..<count).map { _ in Double.random(in: 0...3, using: &self) }
    }
    let targets = rows.map { _ in target(count, ignoreIndex: settings.ignoreIndex) }
    return try Problem(
      title: names.randomElement(using: &self) ?? "",
      classes: (0..<count).map { _ in names.randomElement(using: &self) ?? "" },
      logits: rows,
      targets: targets,
      settings: settings
    )
  }

  private mutating func number() -> Double {
    let exponent = Int.random(in: -300...300, using: &self)
    return Double(
      sign: Bool.random(using: &self) ? .plus : .minus,
      exponent: exponent,
      significand: Double.random(in: 1..<2, using: &self)
    )
  }

  private mutating func target(_ count: Int, ignoreIndex: Int) -> Target? {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: nil
    case 1: .index(ignoreIndex)
    case 2: .index(Int.random(in: 0..<count, using: &self))
    default: .distribution((0..<count).map { _ in Double.random(in: 0.1...1, using: &self) })
    }
  }
}
