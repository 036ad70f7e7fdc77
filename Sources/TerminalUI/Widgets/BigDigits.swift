/// A number in digits of full blocks, to be read from the last row of a hall.
package struct BigDigits: Hashable, Sendable {
  package let text: String
  /// The rows that a pixel takes, and half of the cells.
  package let scale: Int
  package let style: Style

  package init(_ text: String, scale: Int, style: Style = .text) {
    self.text = text
    self.scale = scale
    self.style = style
  }

  /// The rows of a digit in pixels.
  private static let pixelRows = 5
  /// A pixel is about square, as a cell is twice as high as wide.
  private static let cellsPerPixel = 2

  package static func height(scale: Int) -> Int { pixelRows * scale }

  /// The cells from the left edge to the right one; nil where a character has no large form.
  package static func width(_ text: some StringProtocol, scale: Int) -> Int? {
    var pixels = 0
    for character in text {
      guard let glyph = glyphs[character] else { return nil }
      pixels += (pixels == 0 ? 0 : 1) + glyph[0].count
    }
    return pixels * cellsPerPixel * scale
  }

  /// The largest whole scale at which the text fits; 0 where it does not fit at all.
  package static func scale(_ text: String, in size: Size) -> Int {
    guard let width = width(text, scale: 1), width > 0 else { return 0 }
    return min(size.width / width, size.height / pixelRows)
  }

  /// Draws from the rectangle's upper left; plain, in its middle row, what is too large or has no large form.
  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard scale > 0, Self.scale(text, in: Size(width: rect.width, height: rect.height)) >= scale
    else {
      let middle = rect.slice(y: (rect.height - 1) / 2, height: 1)
      canvas.put(text, in: middle, alignment: .left, style: style.bolded())
      return
    }
    let pixel = (width: Self.cellsPerPixel * scale, height: scale)
    var x = rect.x
    for glyph in text.compactMap({ Self.glyphs[$0] }) {
      for (row, line) in glyph.enumerated() {
        for (column, dot) in line.enumerated() where dot == "#" {
          let place = Rect(
            x: x + column * pixel.width,
            y: rect.y + row * pixel.height,
            width: pixel.width,
            height: pixel.height
          )
          canvas.fill(place, with: "█", style: style)
        }
      }
      x += (glyph[0].count + 1) * pixel.width
    }
  }

  // MARK: Font

  private static let glyphs: [Character: [Substring]] = Dictionary(
    uniqueKeysWithValues: Array(zip(digits, parsed(digitRows))) + zip(signs, parsed(signRows))
  )

  private static let digits = "0123456789"
  private static let digitRows = [
    "### .#. ### ### #.# ### ### ### ### ###",
    "#.# ##. ..# ..# #.# #.. #.. ..# #.# #.#",
    "#.# .#. ### ### ### ### ### ..# ### ###",
    "#.# .#. #.. ..# ..# ..# #.# ..# #.# ..#",
    "### ### ### ### ..# ### ### ..# ### ###",
  ]

  private static let signs = "+−-.,·%?einf "
  private static let signRows = [
    "... ... ... . .. . #.# ### ### # ... .## ..",
    ".#. ... ... . .. . ..# ..# #.. . ##. #.. ..",
    "### ### ### . .. # .#. .## ##. # #.# ##. ..",
    ".#. ... ... . .# . #.. ... #.. # #.# #.. ..",
    "... ... ... # #. . #.# .#. ### # #.# #.. ..",
  ]

  /// The glyphs that stand side by side in five rows.
  private static func parsed(_ rows: [String]) -> [[Substring]] {
    let columns = rows.map { $0.split(separator: " ") }
    return columns[0].indices.map { place in columns.map { $0[place] } }
  }
}
