import Testing

@testable import TerminalUI

@Suite struct HangulKeysTests {
  /// The letters of the standard two-set layout, row by row.
  @Test(arguments: [
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"), ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"), ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"),
    ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
  ])
  func `a jamo is the key of its place`(jamo: String, latin: String) {
    #expect(jamo.map { latinKeys(for: $0) } == latin.map { [$0] })
  }

  @Test(
    arguments: [
      ("한", "gks"), ("글", "rmf"), ("ㅘ", "hk"), ("ㅢ", "ml"), ("ㄳ", "rt"), ("ㅄ", "qt"), ("값", "rkqt"),
      ("괜", "rhos"), ("뷁", "qnpfr"), ("까", "Rk"), ("가", "rk"), ("힣", "glg"),
    ] as [(Character, String)]
  )
  func `a syllable is the keys that compose it`(syllable: Character, latin: String) {
    #expect(latinKeys(for: syllable) == Array(latin))
  }

  @Test func `a syllable and its conjoining jamo are the same keys`() {
    for value in UInt32(0xAC00)...0xD7A3 {
      guard let syllable = Unicode.Scalar(value) else { continue }
      let index = value - 0xAC00
      var parts = String.UnicodeScalarView()
      for part in [0x1100 + index / 588, 0x1161 + index / 28 % 21, 0x11A7 + index % 28] {
        if part != 0x11A7, let scalar = Unicode.Scalar(part) { parts.append(scalar) }
      }
      #expect(latinKeys(for: Character(String(parts))) == latinKeys(for: Character(syllable)))
    }
  }

  @Test(arguments: ["a", "Q", "é", "日", "?", " "] as [Character])
  func `any other character is itself`(character: Character) {
    #expect(latinKeys(for: character) == [character])
  }
}
