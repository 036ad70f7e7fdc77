/// What the last edit was, and what it did to the loss beside what the gradient foretold.
struct Receipt: Equatable, Sendable {
  var what: Phrase
  /// The gradient before the edit times the change of the logits; only for edits of finite logits.
  var expected: Double?
  var actual: Double?
}
