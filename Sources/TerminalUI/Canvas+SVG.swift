extension Canvas {
  /// The screen as a picture for slides: text as text, bars, lines and dots as shapes.
  ///
  /// Every run of text says how wide it is, so that columns stand in line in whatever font there is.
  package func svg(palette: Palette, title: String) -> String {
    SVGDrawing(self, palette: palette).text(title: title)
  }
}

/// What an SVG file of a canvas is made of, in the order in which it first appears.
private struct SVGDrawing {
  private let canvas: Canvas
  private let palette: Palette
  private let unit = CellShape.unit
  private var grounds = InkedText()
  private var shapes = InkedText()
  private var dots = InkedText()
  private var texts = ""

  /// Pixels a unit, so that the edges of bars fall between pixels.
  private static let scale = 2
  private static let dotRadius = "1.6"
  /// A letter of the usual monospaced fonts is 0.6 of its size wide: a cell.
  private static let fontSize = "13.3"
  /// From the top of a cell.
  private static let baseline = 12
  /// Hangul is as wide as its font's size; with the spacing, two cells.
  private static let wide = " font-size=\"15\" letter-spacing=\"1\""
  private static let fonts =
    "'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono','Noto Sans Mono CJK KR',"
    + "D2Coding,NanumGothicCoding,'Apple SD Gothic Neo','Malgun Gothic',monospace"

  init(_ canvas: Canvas, palette: Palette) {
    self.canvas = canvas
    // A picture has every colour, whatever the terminal has.
    self.palette =
      palette.depth == .eight ? Palette(theme: palette.theme, depth: .indexed256) : palette
    for y in 0..<canvas.size.height { draw(row: y) }
  }

  private var paper: (ground: String, ink: String) {
    palette.theme == .dark ? ("#121212", "#e4e4e4") : ("#ffffff", "#1c1c1c")
  }

  func text(title: String) -> String {
    let width = (canvas.size.width + 2) * unit.width
    let height = canvas.size.height * unit.height + 2 * unit.width
    let margin = "x=\"-\(unit.width)\" y=\"-\(unit.width)\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width * Self.scale)" \
      height="\(height * Self.scale)" viewBox="-\(unit.width) -\(unit.width) \(width) \(height)">
      <title>\(escaped(title))</title>
      <rect \(margin) width="\(width)" height="\(height)" fill="\(paper.ground)"/>
      \(paths(grounds))\(paths(shapes))\(circles)\
      <g font-family="\(Self.fonts)" font-size="\(Self.fontSize)" fill="\(paper.ink)" \
      xml:space="preserve">
      \(texts)</g>
      </svg>
      """
  }

  private func paths(_ parts: InkedText) -> String {
    parts.all.reduce("") { text, part in
      text + "<path\(part.ink) d=\"\(part.pieces)\" shape-rendering=\"crispEdges\"/>\n"
    }
  }

  private var circles: String {
    dots.all.reduce("") { $0 + "<g\($1.ink)>\n\($1.pieces)</g>\n" }
  }

  // MARK: A row

  private mutating func draw(row y: Int) {
    var run: TextRun?
    var bars: [(ink: String, rect: Rect)] = []
    var ground: [(ink: String, rect: Rect)] = []
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      let attributes = palette.attributes(for: palette.style(of: cell))
      let place = Point(x: x * unit.width, y: y * unit.height)
      if let background = attributes.background {
        let rect = Rect(x: place.x, y: place.y, width: unit.width, height: unit.height)
        ground.join(rect, fill(XTermColor.hex(background)))
      }
      if let shape = CellShape(cell.glyph) {
        draw(shape, at: place, attributes, &bars)
        end(&run, row: y)
      } else if cell.width > 0, cell.glyph != " " || attributes.underline {
        let style = textStyle(attributes)
        if run?.add(cell, x: x, style) != true {
          end(&run, row: y)
          run = TextRun(cell, x: x, style)
        }
      }
    }
    end(&run, row: y)
    for bar in bars { shapes.add(path(bar.rect), bar.ink) }
    for part in ground { grounds.add(path(part.rect), part.ink) }
  }

  private mutating func draw(
    _ shape: CellShape,
    at place: Point,
    _ attributes: Attributes,
    _ bars: inout [(ink: String, rect: Rect)]
  ) {
    let ink = ink(attributes) ?? fill(paper.ink)
    for rect in shape.rects {
      bars.join(
        Rect(x: place.x + rect.x, y: place.y + rect.y, width: rect.width, height: rect.height),
        ink
      )
    }
    for dot in shape.dots {
      let center = "cx=\"\(place.x + dot.x)\" cy=\"\(place.y + dot.y)\""
      dots.add("<circle \(center) r=\"\(Self.dotRadius)\"/>\n", ink)
    }
  }

  private func path(_ rect: Rect) -> String {
    "M\(rect.x) \(rect.y)h\(rect.width)v\(rect.height)h-\(rect.width)z"
  }

  private mutating func end(_ run: inout TextRun?, row y: Int) {
    if let run { texts += text(run, row: y) }
    run = nil
  }

  private func text(_ run: TextRun, row y: Int) -> String {
    let baseline = y * unit.height + Self.baseline
    var attributes = "x=\"\(run.x * unit.width)\" y=\"\(baseline)\""
    if run.glyphs > 1 { attributes += " textLength=\"\(run.cells * unit.width)\"" }
    if run.isWide { attributes += Self.wide }
    return "<text \(attributes)\(run.style)>\(escaped(run.text))</text>\n"
  }

  // MARK: Ink

  private func fill(_ color: String) -> String { " fill=\"\(color)\"" }

  /// nil where it is the paper's own.
  private func ink(_ attributes: Attributes) -> String? {
    let color = attributes.foreground.map(XTermColor.hex)
    guard attributes.dim else { return color.map(fill) }
    return fill(color ?? paper.ink) + " fill-opacity=\"0.6\""
  }

  private func textStyle(_ attributes: Attributes) -> String {
    (ink(attributes) ?? "") + (attributes.bold ? " font-weight=\"bold\"" : "")
      + (attributes.underline ? " text-decoration=\"underline\"" : "")
  }
}

/// Cells of one row written in one go: of one style and one width, with single blanks between words.
private struct TextRun {
  let x: Int
  let style: String
  let isWide: Bool
  private(set) var text: String
  private(set) var cells: Int
  private(set) var glyphs = 1

  init(_ cell: Cell, x: Int, _ style: String) {
    self.x = x
    self.style = style
    isWide = cell.width == 2
    text = cell.glyph
    cells = cell.width
  }

  /// Takes the cell in, if it goes on where the run ends.
  mutating func add(_ cell: Cell, x: Int, _ style: String) -> Bool {
    let blanks = x - self.x - cells
    guard style == self.style, (cell.width == 2) == isWide, blanks <= (isWide ? 0 : 1) else {
      return false
    }
    text += String(repeating: " ", count: blanks) + cell.glyph
    cells += blanks + cell.width
    glyphs += blanks + 1
    return true
  }
}

/// Pieces of markup by their ink, the inks in the order in which they came.
private struct InkedText {
  private(set) var all: [(ink: String, pieces: String)] = []

  mutating func add(_ piece: String, _ ink: String) {
    if let place = all.firstIndex(where: { $0.ink == ink }) {
      all[place].pieces += piece
    } else {
      all.append((ink, piece))
    }
  }
}

extension [(ink: String, rect: Rect)] {
  /// Adds a rectangle, as one with the last where they touch side by side.
  fileprivate mutating func join(_ rect: Rect, _ ink: String) {
    if let last, last.ink == ink, last.rect.maxX == rect.x, last.rect.y == rect.y,
      last.rect.height == rect.height
    {
      self[count - 1].rect = Rect(
        x: last.rect.x,
        y: rect.y,
        width: last.rect.width + rect.width,
        height: rect.height
      )
    } else {
      append((ink, rect))
    }
  }
}

/// Text for XML, without what it has no way to say.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\u{9}", "\u{A}", "\u{D}", "\u{20}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
      result.unicodeScalars.append(scalar)
    default: break
    }
  }
  return result
}
