import Testing

@testable import ProblemFiles

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "the shortest form that reads back the same",
    arguments: [
      (0.0, "0"), (-0.0, "-0"), (2, "2"), (0.1, "0.1"), (-1.5, "-1.5"), (1e-30, "1e-30"),
      (1e16, "1e+16"), (123_456_789, "123456789"), (.leastNonzeroMagnitude, "5e-324"),
      (.infinity, "\"inf\""),
      (-.infinity, "\"-inf\""), (.nan, "\"nan\""),
    ]
  )
  func shortest(_ number: Double, _ text: String) {
    #expect(NumberText.json(number) == text)
  }
}
