/// The colours behind xterm's 256 indices, for what is drawn outside of a terminal.
enum XTermColor {
  /// A colour as `#rrggbb`.
  static func hex(_ index: Int) -> String {
    let (red, green, blue) = components(index)
    return "#" + [red, green, blue].map(twoDigits).joined()
  }

  /// The lowest sixteen are xterm's own defaults, which themes change; the others never vary.
  private static func components(_ index: Int) -> (Int, Int, Int) {
    switch index {
    case 16..<232:
      let place = index - 16
      return (level(place / 36), level(place / 6 % 6), level(place % 6))
    case 232..<256:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    case 7: return (229, 229, 229)
    case 8: return (127, 127, 127)
    case 4: return (0, 0, 238)
    case 12: return (92, 92, 255)
    default:
      let full = index < 8 ? 205 : 255
      return (index & 1 == 0 ? 0 : full, index & 2 == 0 ? 0 : full, index & 4 == 0 ? 0 : full)
    }
  }

  /// The steps of the 6 × 6 × 6 cube.
  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  private static func twoDigits(_ value: Int) -> String {
    (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
