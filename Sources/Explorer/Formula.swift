/// What the formula line writes out, of the class in focus.
package enum Formula: String, CaseIterable, Hashable, Sendable {
  case margin
  case softmax
  case term
  case gradient
  case push

  /// The formula so many places on, around the end.
  func next(_ offset: Int) -> Formula { Self.allCases.around(self, by: offset) }
}

/// A formula with its numbers put in: `name = symbols = numbers = value`.
struct FormulaText: Equatable, Sendable {
  /// What it is a formula of, where the symbols do not say it.
  var name: String?
  var symbols: String?
  /// The symbols replaced by numbers; nil where that would say nothing more.
  var numbers: String?
  var value: String

  /// The name without its class, which is the one in focus.
  var shortName: String?

  /// The whole formula, then ever shorter forms of it.
  var forms: [String] {
    [
      [name, symbols, numbers, value], [shortName ?? name, symbols, numbers, value],
      [name, numbers, value], [numbers, value], [value],
    ]
    .map { $0.compactMap { $0 }.joined(separator: " = ") }
  }
}
