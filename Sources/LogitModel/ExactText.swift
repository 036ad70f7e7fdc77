/// A text that equals another only where each scalar does.
///
/// `String` takes a composed é and an e with an accent for equal; as names of classes they are two,
/// since a vocabulary can hold both.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 {
      hasher.combine(byte)
    }
    hasher.combine(0xFF as UInt8)
  }
}

extension [String] {
  /// Where a text stands, scalar for scalar.
  package func indices(ofExactly text: String) -> [Int] {
    let text = ExactText(text)
    return indices.filter { ExactText(self[$0]) == text }
  }
}

extension String {
  /// The parts between the separators, the empty ones too.
  ///
  /// A `Character` holds a separator and the combining mark after it as one, and so would hide it.
  package func parts(at separator: Unicode.Scalar) -> [Substring] {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map(Substring.init)
  }
}
