import Testing

@testable import TerminalUI

@Suite struct FoldingTests {
  private func folded(_ text: String, _ glyphs: GlyphSet) -> String {
    var canvas = Canvas(width: 60, height: 1)
    canvas.put(text, x: 0, y: 0)
    return canvas.folded(glyphs).text()
  }

  @Test(arguments: [
    ("▸ cat ✓ −3.1 · Δz", "> cat + -3.1 . dz"),
    ("Σδεηγ ∂L/∂z ≤ ≥ ×", "Sdeng dL/dz < > x"),
    ("↑↓←→ “a” ‘b’ …", "^v<> \"a\" 'b' ."),
    ("███▌│ █▏ ▐█", "###=| #: =#"),
    ("└─┬─┤ ⠿⠁ ●○", "+-+-+ ** @o"),
    ("−∞", "-I"),
  ])
  func `symbols and lines have their nearest character`(text: String, ascii: String) {
    #expect(folded(text, .asciiGraphics) == ascii)
    #expect(folded(text, .ascii) == ascii)
  }

  @Test func `letters stay where the locale knows them`() {
    #expect(folded("고양이 − é 日本 ω̃", .asciiGraphics) == "고양이 - é 日本 w")
    #expect(folded("고양이 − é", .ascii) == "?????? - ?")
    #expect(folded("e\u{301}", .ascii) == "e")
  }

  @Test func `in Unicode nothing changes`() {
    let canvas = randomCanvas(seed: 1)
    #expect(canvas.folded(.unicode) == canvas)
  }

  @Test(arguments: 0..<200)
  func `not one byte of ASCII is above 0x7F and every cell stays in its place`(seed: UInt64) {
    let canvas = randomCanvas(seed: seed)
    let folded = canvas.folded(.ascii)
    #expect(folded.text().utf8.allSatisfy { $0 < 0x80 })
    #expect(isWhole(folded))
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        #expect(folded[x, y].width == 1)
        #expect(folded[x, y].style == canvas[x, y].style)
        if canvas[x, y].glyph.utf8.allSatisfy({ $0 < 0x80 }), canvas[x, y].width == 1 {
          #expect(folded[x, y] == canvas[x, y])
        }
      }
    }
  }

  @Test func `each fold is one printable ASCII character for one narrow symbol`() {
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), let fold = scalar.asciiFold else { continue }
      #expect((0x20..<0x7F).contains(fold.value), "\(scalar)")
      #expect(scalar.cellWidth == 1, "\(scalar)")
    }
  }

  @Test func `a graphic of two cells stays two cells`() {
    #expect(folded("👍x", .asciiGraphics) == "👍x")
    #expect(folded("👍x", .ascii) == "??x")
  }
}
