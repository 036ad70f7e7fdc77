import Testing

@testable import LogitModel

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "the shortest form that reads back the same",
    arguments: [
      (0.0, "0"), (-0.0, "-0"), (2, "2"), (0.1, "0.1"), (-1.5, "-1.5"), (1e-30, "1e-30"),
      (1e16, "1e+16"), (123_456_789, "123456789"), (.leastNonzeroMagnitude, "5e-324"),
      (-.infinity, "-inf"),
    ]
  )
  func shortest(_ number: Double, _ text: String) throws {
    #expect(NumberText.plain(number) == text)
    #expect(try NumberText.parse(text).bitPattern == number.bitPattern)
  }

  @Test(
    "only a decimal number is one",
    arguments: ["", "-", "0x10", "0x1p3", "nan", "nan(0x1)", "inf", "infinity", "-infinity", "1 "]
  )
  func notDecimal(_ text: String) {
    #expect(throws: NumberText.Fault.notDecimal) { try NumberText.parse(text) }
  }

  @Test("what no double holds is refused", arguments: ["1e999", "-1e999"])
  func tooLarge(_ text: String) {
    #expect(throws: NumberText.Fault.tooLarge) { try NumberText.parse(text) }
  }
}
