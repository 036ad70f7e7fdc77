/// What the formula line writes out, of the class in focus.
package enum Formula: String, CaseIterable, Hashable, Sendable {
  case margin
  case softmax
  case term
  case gradient
  case push

  /// The formula so many places on, around the end.
  func next(_ offset: Int) -> Formula {
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + offset
    return all[(place + all.count) % all.count]
  }
}

/// A formula with its numbers put in: `symbols = numbers = value`.
struct FormulaText: Equatable, Sendable {
  var symbols: String
  /// The symbols replaced by numbers; nil where that would say nothing more.
  var numbers: String?
  var value: String

  init(_ symbols: String, numbers: String? = nil, value: String) {
    self.symbols = symbols
    self.numbers = numbers
    self.value = value
  }

  /// The whole formula, then ever shorter forms of it.
  var forms: [String] {
    let tail = (numbers.map { [$0] } ?? []) + [value]
    return [[symbols] + tail, tail, [value]].map { $0.joined(separator: " = ") }
  }
}
