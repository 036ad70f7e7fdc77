import Testing

@testable import TerminalUI

@Suite struct ANSITests {
  private var canvas: Canvas {
    var canvas = Canvas(width: 12, height: 3)
    canvas.put("ab", x: 0, y: 0)
    canvas.put("cd", x: 2, y: 0, style: .positive.bolded())
    canvas.put("한", x: 0, y: 2, style: .faint)
    canvas.put("  ", x: 3, y: 2, style: Style(underline: true))
    return canvas
  }

  @Test func `a run of one style has one sequence and a row ends with a reset`() {
    let palette = Palette(theme: .light, depth: .indexed256)
    #expect(
      canvas.ansi(palette: palette)
        == "ab\u{1B}[0;1;38;5;26mcd\u{1B}[0m\n\n\u{1B}[0;38;5;243m한\u{1B}[0m \u{1B}[0;4m  \u{1B}[0m"
    )
  }

  @Test func `eight colours are named by their own codes`() {
    let palette = Palette(theme: .light, depth: .eight)
    #expect(canvas.ansi(palette: palette).hasPrefix("ab\u{1B}[0;1;34mcd\u{1B}[0m"))
  }

  @Test func `a shade is a ground, under blanks too, and is no text`() {
    var canvas = Canvas(width: 8, height: 1)
    canvas.fill(Rect(x: 1, y: 0, width: 6, height: 1), style: Style(shade: 4))
    canvas.put("+1", x: 3, y: 0, style: Style.positive.shaded(4))
    let tinted = canvas.ansi(palette: Palette(theme: .light, depth: .indexed256))
    #expect(tinted == " \u{1B}[0;38;5;231;48;5;26m  +1  \u{1B}[0m")
    let plain = canvas.ansi(palette: Palette(theme: .light, depth: .eight))
    #expect(plain == "   \u{1B}[0;34m+1\u{1B}[0m")
    #expect(canvas.text() == "   +1")
  }

  @Test(arguments: 0..<50)
  func `without the sequences it is the text`(seed: UInt64) {
    let canvas = randomCanvas(seed: seed)
    let drawn = canvas.ansi(palette: Palette(theme: .dark, depth: .indexed256))
    #expect(drawn == canvas.text())
  }

  @Test func `nothing but SGR and newlines comes out`() {
    var canvas = Canvas(width: 40, height: nastyTexts.count)
    for (y, text) in nastyTexts.enumerated() {
      canvas.put(text, x: 0, y: y, style: Style(role: y % 2 == 0 ? .accent : .negative))
    }
    let drawn = canvas.ansi(palette: Palette(theme: .dark, depth: .indexed256))
    let pieces = drawn.split(separator: "\u{1B}").dropFirst(drawn.hasPrefix("\u{1B}") ? 0 : 1)
    #expect(pieces.allSatisfy { $0.wholeMatch(of: /\[[0-9;]*m[^\p{Cc}]*\n*[^\p{Cc}]*/) != nil })
    #expect(pieces.count >= nastyTexts.count)
  }
}
