import Testing

@testable import TerminalUI

/// A canvas that says where something was drawn outside of its rectangle.
func picture(
  width: Int,
  height: Int = 1,
  _ draw: (inout Canvas) -> Void
) -> String {
  var canvas = Canvas(width: width, height: height)
  canvas.fill(canvas.bounds, with: ".")
  draw(&canvas)
  return canvas.text()
}

/// Rectangles inside, partly outside and wholly outside of a canvas of 12 × 4, and of no size.
let awkwardRects: [Rect] = [
  Rect(x: 1, y: 1, width: 10, height: 2),
  Rect(x: 0, y: 0, width: 12, height: 4),
  Rect(x: 5, y: 1, width: 1, height: 1),
  Rect(x: -3, y: -1, width: 9, height: 3),
  Rect(x: 8, y: 2, width: 30, height: 30),
  Rect(x: 40, y: 40, width: 5, height: 5),
  Rect(x: -20, y: -20, width: 5, height: 5),
  Rect(x: 3, y: 1, width: 0, height: 3),
  Rect(x: 3, y: 1, width: 3, height: 0),
  Rect(x: 3, y: 1, width: -2, height: -2),
]

/// Expects that drawing into the rectangle leaves every cell around it alone.
func expectInside(
  _ rect: Rect,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ draw: (inout Canvas) -> Void
) {
  var before = Canvas(width: 12, height: 4)
  before.fill(before.bounds, with: "~", style: .accent)
  var after = before
  draw(&after)
  for y in 0..<4 {
    for x in 0..<12 where !rect.contains(Point(x: x, y: y)) {
      #expect(before[x, y] == after[x, y], "\(x), \(y)", sourceLocation: sourceLocation)
    }
  }
}

/// Whether each wide glyph is followed by its other half, and each half has its glyph.
func isWhole(_ canvas: Canvas) -> Bool {
  for y in 0..<canvas.size.height {
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      if cell.width == 2 && (x + 1 == canvas.size.width || canvas[x + 1, y].width != 0) {
        return false
      }
      if cell.width == 0 && (x == 0 || canvas[x - 1, y].width != 2) { return false }
      if cell.width > 0 && displayWidth(cell.glyph) != cell.width { return false }
    }
  }
  return true
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Texts that have once broken a terminal program.
let nastyTexts = [
  "한글과 abc", "👨‍👩‍👧👍🏽🇰🇷❤️", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}x", "\u{301}lone",
  "\u{1B}[31mred\u{7}", "a\tb\nc\r\u{85}\u{9B}2J", "\u{202E}txet\u{200B}", "각각", "⠿█─│▏",
  "ﾊﾝｶｸ＝全角", "\u{0}\u{7F}\u{AD}\u{FEFF}", "", " ", "−3.1∂L/∂z",
]

func randomCanvas(seed: UInt64) -> Canvas {
  var random = SplitMix(state: seed)
  var canvas = Canvas(width: .random(in: 0...40, using: &random), height: 6)
  for _ in 0..<40 {
    guard let text = nastyTexts.randomElement(using: &random) else { continue }
    canvas.put(
      text,
      x: .random(in: -5...40, using: &random),
      y: .random(in: -1...6, using: &random),
      width: Bool.random(using: &random) ? nil : .random(in: 0...6, using: &random)
    )
  }
  return canvas
}
