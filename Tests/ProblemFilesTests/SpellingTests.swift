import Testing

@testable import ProblemFiles

@Suite("Misspelt words")
struct SpellingTests {
  @Test(
    "a misspelt word finds its neighbour, a strange one none",
    arguments: [
      ("logit", "logits"), ("Logits", "logits"), ("labelSmoothing", "label_smoothing"),
      ("temprature", "temperature"), ("colour", nil), ("", nil),
    ]
  )
  func spelling(_ word: String, _ near: String?) {
    let known = ["logits", "label_smoothing", "temperature", "target"]
    #expect(Spelling.nearest(to: word, among: known) == near)
  }

  @Test("of two that are as near the first by the alphabet")
  func tie() {
    #expect(Spelling.nearest(to: "target", among: ["targets", "targeta"]) == "targeta")
  }

  @Test("a short name is near to no other", arguments: ["b", "A", "ax", "xy"])
  func short(_ word: String) {
    #expect(Spelling.nearest(to: word, among: ["a", "ab"]) == nil)
  }
}
