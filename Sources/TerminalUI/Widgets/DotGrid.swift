/// A field of dots finer than cells, drawn with lines.
struct DotGrid {
  /// Which glyphs stand for the dots of a cell.
  let kind: Plot.Kind
  let columns: Int
  let rows: Int
  private let across: Int
  private let down: Int
  private var dots: [UInt8]
  private var styles: [Style]
  private var pen: (x: Int, y: Int, drawn: Int)?

  init(kind: Plot.Kind, cells: Size) {
    self.kind = kind
    (across, down) =
      switch kind {
      case .braille: (2, 4)
      case .block: (2, 2)
      case .ascii: (1, 2)
      }
    columns = cells.width * across
    rows = cells.height * down
    dots = Array(repeating: 0, count: cells.width * cells.height)
    styles = Array(repeating: .text, count: dots.count)
  }

  /// The cell that holds the dot nearest to a place, both counted 0 to 1 from the lower left.
  func cell(x: Double, y: Double) -> Point {
    let dot = nearest(x, y)
    return Point(x: dot.x / across, y: dot.y / down)
  }

  private func nearest(_ x: Double, _ y: Double) -> Point {
    Point(
      x: Int((x * Double(columns - 1)).rounded()),
      y: Int(((1 - y) * Double(rows - 1)).rounded())
    )
  }

  /// Lifts the pen: the next line starts its dashes anew.
  mutating func lift() {
    pen = nil
  }

  /// Draws from one place to another, both within 0...1.
  mutating func line(
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double),
    style: Style,
    dashed: Bool
  ) {
    let first = nearest(start.x, start.y)
    let last = nearest(end.x, end.y)
    let steps = max(abs(last.x - first.x), abs(last.y - first.y))
    for step in 0...steps {
      let t = steps == 0 ? 0 : Double(step) / Double(steps)
      let x = first.x + Int((t * Double(last.x - first.x)).rounded())
      let y = first.y + Int((t * Double(last.y - first.y)).rounded())
      draw(x, y, style: style, dashed: dashed)
    }
  }

  /// Dashes are counted in dots and not in samples, which may be denser.
  private mutating func draw(_ x: Int, _ y: Int, style: Style, dashed: Bool) {
    var drawn = 0
    if let pen {
      guard pen.x != x || pen.y != y else { return }
      drawn = pen.drawn + 1
    }
    pen = (x, y, drawn)
    let dash = 2 * across
    guard !dashed || drawn % (2 * dash) < dash else { return }
    set(x, y, style)
    // One row of braille dots is too thin a line for the last row of a hall.
    if kind == .braille, !dashed { set(x, y + 1 < rows ? y + 1 : y - 1, style) }
  }

  private mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    let index = y / down * (columns / across) + x / across
    dots[index] |= 1 << UInt8(y % down * across + x % across)
    styles[index] = style
  }

  /// Draws the cells that have a dot and leaves the others as they are.
  func draw(at origin: Point, on canvas: inout Canvas) {
    let width = columns / across
    for index in dots.indices where dots[index] != 0 {
      canvas.put(
        glyph(dots[index]),
        x: origin.x + index % width,
        y: origin.y + index / width,
        style: styles[index]
      )
    }
  }

  private func glyph(_ dots: UInt8) -> String {
    switch kind {
    case .braille:
      let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
      let bits = order.indices.reduce(0) { $0 | (dots >> UInt8($1) & 1 == 1 ? order[$1] : 0) }
      return Unicode.Scalar(0x2800 + bits).map { String($0) } ?? " "
    case .block:
      let quadrants = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
      ]
      return quadrants[Int(dots)]
    case .ascii:
      return [" ", "'", ".", ":"][Int(dots)]
    }
  }
}
