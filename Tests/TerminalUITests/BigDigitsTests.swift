import Testing

@testable import TerminalUI

@Suite struct BigDigitsTests {
  private static let characters = "0123456789+−-.,·%?einf "

  private func drawn(_ text: String, scale: Int = 1, width: Int, height: Int) -> String {
    picture(width: width, height: height) { canvas in
      BigDigits(text, scale: scale).draw(in: canvas.bounds, on: &canvas)
    }
  }

  @Test func `digits of blocks, two cells a pixel`() {
    #expect(
      drawn("−1.5", width: 26, height: 5) == """
        ..........██........██████
        ........████........██....
        ██████....██........██████
        ..........██............██
        ........██████..██..██████
        """
    )
  }

  @Test func `a scale of two doubles every pixel`() {
    let small = drawn("4", width: 6, height: 5).split(separator: "\n")
    let large = drawn("4", scale: 2, width: 12, height: 10).split(separator: "\n")
    for (row, line) in large.enumerated() {
      #expect(String(line) == small[row / 2].map { "\($0)\($0)" }.joined())
    }
  }

  @Test func `every character has a form of its own, five rows high`() throws {
    var forms: Set<String> = []
    for character in Self.characters {
      let width = try #require(BigDigits.width("\(character)", scale: 1), "\(character)")
      forms.insert(drawn("\(character)", width: width, height: 5))
    }
    // The minus of the screen and that of files look alike.
    #expect(forms.count == Self.characters.count - 1)
  }

  @Test(arguments: ["0.7398", "+0.0782", "3.2e−12", "1−2.1e−9", "−inf", "100.0 %", "?"])
  func `the width is that of what is drawn, and the scale the largest that fits`(
    text: String
  ) throws {
    for scale in 1...3 {
      let width = try #require(BigDigits.width(text, scale: scale))
      let height = BigDigits.height(scale: scale)
      let rows = drawn(text, scale: scale, width: width, height: height).split(separator: "\n")
      #expect(rows.contains { $0.last == "█" } && rows.contains { $0.first == "█" })
      #expect(BigDigits.scale(text, in: Size(width: width, height: height)) == scale)
      #expect(BigDigits.scale(text, in: Size(width: width - 1, height: height)) == scale - 1)
      #expect(BigDigits.scale(text, in: Size(width: width, height: height - 1)) == scale - 1)
    }
  }

  @Test(arguments: [("NaN", 40, 5), ("0.7398", 30, 5), ("0.7398", 80, 4), ("0.7398", 4, 1)])
  func `what has no large form, or no room, is plain`(text: String, width: Int, height: Int) {
    let rows = drawn(text, width: width, height: height).split(separator: "\n")
    #expect(!rows.joined().contains("█"))
    #expect(rows[(height - 1) / 2].hasPrefix(truncated(text, to: width)))
  }

  @Test(arguments: awkwardRects)
  func `nothing outside of the rectangle`(rect: Rect) {
    for text in ["1", "0.5", "x"] {
      expectInside(rect) { BigDigits(text, scale: 1).draw(in: rect, on: &$0) }
    }
  }

  @Test func `in ASCII a block is a number sign`() {
    var canvas = Canvas(width: 6, height: 5)
    BigDigits("8", scale: 1).draw(in: canvas.bounds, on: &canvas)
    #expect(
      canvas.folded(.ascii).text() == "######\n##  ##\n######\n##  ##\n######"
    )
  }
}
