/// The Latin keys of the places that were struck when a Hangul input method was on.
///
/// A jamo gives the key of its place on the standard two-set layout, a compound jamo or a syllable the
/// sequence that composed it; any other character is itself. Shift is seen in ㅃㅉㄸㄲㅆㅒㅖ alone.
package func latinKeys(for character: Character) -> [Character] {
  var keys = ""
  for scalar in character.unicodeScalars {
    guard let struck = TwoSetLayout.keys(scalar) else { return [character] }
    keys += struck
  }
  return Array(keys)
}

private enum TwoSetLayout {
  /// The keys of the jamo in the order of their code points: initials, vowels, finals, as a syllable is
  /// made of them, and the compatibility jamo that input methods show before it is composed.
  private static let initials = [
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
  ]
  private static let vowels = [
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b",
    "m", "ml", "l",
  ]
  private static let finals = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
  ]
  private static let consonants = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
  ]

  static func keys(_ scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    switch value {
    case 0x3131...0x314E: return consonants[value - 0x3131]
    case 0x314F...0x3163: return vowels[value - 0x314F]
    case 0x1100...0x1112: return initials[value - 0x1100]
    case 0x1161...0x1175: return vowels[value - 0x1161]
    case 0x11A8...0x11C2: return finals[value - 0x11A7]
    case 0xAC00...0xD7A3:
      let (rest, final) = (value - 0xAC00).quotientAndRemainder(dividingBy: 28)
      let (initial, vowel) = rest.quotientAndRemainder(dividingBy: 21)
      return initials[initial] + vowels[vowel] + finals[final]
    default: return nil
    }
  }
}
