/// A glyph that is drawn and not written: what it fills of its cell.
///
/// Fonts leave gaps between the cells of a bar or a line, or lack the glyph; shapes do neither.
struct CellShape: Equatable {
  /// A cell is so many units wide and high: bars end in eighths.
  static let unit = Size(width: 8, height: 16)

  /// What is filled, in units from the cell's upper left.
  var rects: [Rect] = []
  /// The centres of braille dots.
  var dots: [Point] = []

  /// nil for what is text.
  init?(_ glyph: String) {
    let scalars = glyph.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return nil }
    switch scalar.value {
    case 0x2500...0x257F:
      guard let rects = Self.line(scalar) else { return nil }
      self.rects = rects
    case 0x2580...0x259F:
      rects = Self.block(Int(scalar.value))
      if rects.isEmpty { return nil }
    case 0x2801...0x28FF:
      dots = Self.dots(scalar.value - 0x2800)
    default: return nil
    }
  }

  // MARK: Blocks

  /// Nothing for the three shades, which are no shapes.
  private static func block(_ value: Int) -> [Rect] {
    let (width, height) = (unit.width, unit.height)
    switch value {
    case 0x2580: return [Rect(x: 0, y: 0, width: width, height: height / 2)]
    case 0x2581...0x2588:
      let rows = height * (value - 0x2580) / 8
      return [Rect(x: 0, y: height - rows, width: width, height: rows)]
    case 0x2589...0x258F:
      return [Rect(x: 0, y: 0, width: 0x2590 - value, height: height)]
    case 0x2590: return [Rect(x: width / 2, y: 0, width: width / 2, height: height)]
    case 0x2594: return [Rect(x: 0, y: 0, width: width, height: height / 8)]
    case 0x2595: return [Rect(x: width - 1, y: 0, width: 1, height: height)]
    case 0x2596...0x259F:
      return quadrants[value - 0x2596].map { place in
        Rect(
          x: place % 2 * (width / 2),
          y: place / 2 * (height / 2),
          width: width / 2,
          height: height / 2
        )
      }
    default: return []
    }
  }

  /// Upper left 0, upper right 1, lower left 2, lower right 3.
  private static let quadrants = [
    [2], [3], [0], [0, 2, 3], [0, 3], [0, 1, 2], [0, 1, 3], [1], [1, 2], [1, 2, 3],
  ]

  // MARK: Lines

  /// The sides that a line reaches, and how thick it is; nil for double, bent and slanted ones.
  private static func line(_ scalar: Unicode.Scalar) -> [Rect]? {
    switch scalar {
    case "┄": return dashes(thickness: 1, isUpright: false)
    case "┅": return dashes(thickness: 2, isUpright: false)
    case "┆": return dashes(thickness: 1, isUpright: true)
    case "┇": return dashes(thickness: 2, isUpright: true)
    default: break
    }
    guard let (sides, thickness) = lines[scalar] else { return nil }
    let (middle, center) = (span(of: unit.height, thickness), span(of: unit.width, thickness))
    var rects: [Rect] = []
    if sides.contains(where: { "ud".contains($0) }) {
      let top = sides.contains("u") ? 0 : middle.lowerBound
      let bottom = sides.contains("d") ? unit.height : middle.upperBound
      rects.append(
        Rect(x: center.lowerBound, y: top, width: center.count, height: bottom - top)
      )
    }
    if sides.contains(where: { "lr".contains($0) }) {
      let left = sides.contains("l") ? 0 : center.lowerBound
      let right = sides.contains("r") ? unit.width : center.upperBound
      rects.append(
        Rect(x: left, y: middle.lowerBound, width: right - left, height: middle.count)
      )
    }
    return rects
  }

  /// The units in the midst of a side.
  private static func span(of side: Int, _ thickness: Int) -> Range<Int> {
    let start = side / 2 - thickness / 2
    return start..<start + thickness
  }

  private static func dashes(thickness: Int, isUpright: Bool) -> [Rect] {
    let across = span(of: isUpright ? unit.width : unit.height, thickness)
    let length = isUpright ? unit.height : unit.width
    return [0, length / 2].map { start in
      isUpright
        ? Rect(x: across.lowerBound, y: start, width: thickness, height: length * 3 / 8)
        : Rect(x: start, y: across.lowerBound, width: length * 3 / 8, height: thickness)
    }
  }

  private static let lines: [Unicode.Scalar: (sides: String, thickness: Int)] = [
    "─": ("lr", 1), "│": ("ud", 1), "┌": ("rd", 1), "┐": ("ld", 1), "└": ("ru", 1),
    "┘": ("lu", 1), "├": ("rud", 1), "┤": ("lud", 1), "┬": ("lrd", 1), "┴": ("lru", 1),
    "┼": ("lrud", 1), "╴": ("l", 1), "╵": ("u", 1), "╶": ("r", 1), "╷": ("d", 1),
    "━": ("lr", 2), "┃": ("ud", 2), "╸": ("l", 2), "╹": ("u", 2), "╺": ("r", 2), "╻": ("d", 2),
  ]

  // MARK: Braille

  /// The dots by their bits: down the left column, down the right, and the two at the bottom.
  private static func dots(_ bits: UInt32) -> [Point] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    let pitch = unit.width / 2
    return places.indices.filter { bits >> UInt32($0) & 1 == 1 }.map { bit in
      let (column, row) = places[bit]
      return Point(x: pitch / 2 + pitch * column, y: pitch / 2 + pitch * row)
    }
  }
}
