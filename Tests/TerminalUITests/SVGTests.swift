import Foundation
import Testing

@testable import TerminalUI

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct SVGTests {
  private static let palettes = Theme.allCases.flatMap { theme in
    [ColorDepth.none, .eight, .indexed256].map { Palette(theme: theme, depth: $0) }
  }

  /// Everything that was ever hard to draw, in every style.
  private func canvas(seed: UInt64) -> Canvas {
    var random = SplitMix(state: seed)
    var canvas = randomCanvas(seed: seed)
    let texts = ["a&b<c>\"'", "▉▊▋▌▍▎▏█▐▕▔▁▄▀▙▚", "─│┌┐└┘├┤┬┴┼━┃┅┆╭═╱", "⠁⡀⣿⠀", "0.7398", "고양이 s"]
    for _ in 0..<12 {
      guard let text = texts.randomElement(using: &random),
        let role = Role.allCases.randomElement(using: &random)
      else { continue }
      let style = Style(
        role: role,
        bold: .random(using: &random),
        underline: .random(using: &random)
      )
      let place = (Int.random(in: -3...38, using: &random), Int.random(in: 0...5, using: &random))
      canvas.put(text, x: place.0, y: place.1, style: style)
    }
    return canvas
  }

  @Test(arguments: 0..<60)
  func `whatever is on the screen, it is XML that shows each glyph in its cell`(
    seed: UInt64
  ) throws {
    let canvas = canvas(seed: seed)
    let palette = Self.palettes[Int(seed) % Self.palettes.count]
    let picture = try SVGPicture(canvas.svg(palette: palette, title: "x"))
    var written: [Point: String] = [:]
    for text in picture.texts {
      var column = text.x
      for (glyph, width) in CellGlyphs(text.content) {
        if glyph != " " { written[Point(x: column, y: text.y)] = glyph }
        column += width
      }
      #expect(column - text.x == text.cells ?? column - text.x)
    }
    var expected: [Point: String] = [:]
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where canvas[x, y].width > 0 && canvas[x, y].glyph != " " {
        let glyph = canvas[x, y].glyph
        if CellShape(glyph) == nil { expected[Point(x: x, y: y)] = glyph }
      }
    }
    #expect(written == expected)
  }

  @Test(arguments: 0..<60)
  func `bars and lines fill what their glyphs fill, and every dot is a circle`(
    seed: UInt64
  ) throws {
    let canvas = canvas(seed: seed)
    let palette = Palette(theme: .light, depth: .indexed256)
    let picture = try SVGPicture(canvas.svg(palette: palette, title: "x"))
    var (area, dots) = (0, 0)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width {
        let shape = CellShape(canvas[x, y].glyph)
        area += shape?.rects.reduce(0) { $0 + $1.width * $1.height } ?? 0
        dots += shape?.dots.count ?? 0
      }
    }
    #expect(picture.area == area)
    #expect(picture.circles == dots)
  }

  private var bar: Canvas {
    var canvas = Canvas(width: 20, height: 2)
    canvas.put("███▌", x: 0, y: 0, style: .positive)
    canvas.put("s(bird)", x: 6, y: 0, style: .positive.bolded())
    canvas.put("was", x: 0, y: 1, style: .faint)
    return canvas
  }

  @Test func `a bar is one rectangle as long as its cells and eighths`() throws {
    let text = bar.svg(palette: Palette(theme: .light, depth: .indexed256), title: "x")
    #expect(text.contains("d=\"M0 0h28v16h-28z\""))
  }

  @Test(arguments: [
    (Theme.light, "#ffffff", "#1c1c1c", "#005fd7"), (.dark, "#121212", "#e4e4e4", "#0087ff"),
    (.both, "#ffffff", "#1c1c1c", "#005faf"),
  ])
  func `ground, ink and hues are the theme's`(
    theme: Theme,
    ground: String,
    ink: String,
    positive: String
  ) throws {
    for depth in [ColorDepth.eight, .indexed256] {
      let palette = Palette(theme: theme, depth: depth)
      let text = bar.svg(palette: palette, title: "x")
      let picture = try SVGPicture(text)
      #expect(picture.fills.first == ground)
      #expect(picture.fills.contains(ink) && picture.fills.contains(positive))
      #expect(text.contains("font-weight=\"bold\">s(bird)<"))
    }
  }

  @Test func `a tinted ground is filled under its text, as one piece`() throws {
    let palette = Palette(theme: .light, depth: .indexed256)
    var canvas = Canvas(width: 12, height: 1)
    let style = Style(role: .text, shade: 3)
    for x in 2..<8 { canvas.put("x", x: x, y: 0, style: style) }
    let background = try #require(palette.attributes(for: style).background)
    let text = canvas.svg(palette: palette, title: "x")
    let ground = "fill=\"\(XTermColor.hex(background))\" d=\"M16 0h48v16h-48z\""
    let place = try #require(text.firstRange(of: ground))
    let letters = try #require(text.firstRange(of: ">xxxxxx<"))
    #expect(place.upperBound < letters.lowerBound)
  }

  @Test func `without hues there are only greys, and faint is fainter`() throws {
    for palette in Self.palettes where palette.theme == .mono || palette.depth == .none {
      let text = bar.svg(palette: palette, title: "x")
      for fill in try SVGPicture(text).fills {
        let parts = [fill.dropFirst(1).prefix(2), fill.dropFirst(3).prefix(2), fill.suffix(2)]
        #expect(Set(parts).count == 1, "\(fill)")
      }
      #expect(text.contains("fill-opacity=\"0.6\">was<"))
    }
  }

  @Test(arguments: ["<&>\"", "\u{0}\u{1B}[2J\u{FFFE}\u{FFFF}tail", "고양이 🐈", ""])
  func `the title is text, without what XML forbids`(title: String) throws {
    let text = Canvas(width: 0, height: 0)
      .svg(palette: Palette(theme: .both, depth: .none), title: title)
    let forbidden: Set<Unicode.Scalar> = ["\u{0}", "\u{1B}", "\u{FFFE}", "\u{FFFF}"]
    let expected = title.unicodeScalars.filter { !forbidden.contains($0) }
    #expect(try SVGPicture(text).title == String(String.UnicodeScalarView(expected)))
  }

  @Test func `words of one style stay together, wide ones apart from narrow ones`() throws {
    var canvas = Canvas(width: 40, height: 1)
    canvas.put("logit z of   음성 클래스들 z", x: 1, y: 0)
    let picture = try SVGPicture(
      canvas.svg(palette: Palette(theme: .light, depth: .none), title: "x")
    )
    #expect(picture.texts.map(\.content) == ["logit z of", "음성", "클래스들", "z"])
    #expect(picture.texts.map(\.x) == [1, 14, 19, 28])
    #expect(picture.texts.map(\.cells) == [10, 4, 8, nil])
  }
}

/// What a test looks at in a picture, read by a parser that knows nothing of how it was written.
private final class SVGPicture: NSObject, XMLParserDelegate {
  struct Text {
    let x: Int
    let y: Int
    let cells: Int?
    var content = ""
  }

  private(set) var texts: [Text] = []
  private(set) var circles = 0
  private(set) var area = 0
  private(set) var fills: [String] = []
  private(set) var title = ""
  private var open: [String] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    let isParsed = parser.parse()
    try #require(isParsed, "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(name)
    func number(_ key: String) -> Int? { attributes[key].flatMap { Int($0) } }
    if let fill = attributes["fill"] { fills.append(fill) }
    switch name {
    case "circle": circles += 1
    case "path":
      for part in (attributes["d"] ?? "").matches(of: /M\d+ \d+h(\d+)v(\d+)h-(\d+)z/)
      where part.output.1 == part.output.3 {
        area += (Int(part.output.1) ?? 0) * (Int(part.output.2) ?? 0)
      }
    case "text":
      let cells = number("textLength").map { $0 / CellShape.unit.width }
      texts.append(
        Text(
          x: (number("x") ?? -1) / CellShape.unit.width,
          y: (number("y") ?? -1) / CellShape.unit.height,
          cells: cells
        )
      )
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    switch open.last {
    case "text": texts[texts.count - 1].content += string
    case "title": title += string
    default: break
    }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }
}
