extension Palette {
  /// The ground of a shade and the ink that can be read on it; nil where there is none.
  ///
  /// Both are set, so that neither hangs on what the terminal's own are. Eight colours have no tints:
  /// there the text alone says what the shade would.
  func tint(of style: Style) -> Attributes? {
    guard style.shade != 0, depth == .indexed256, let ramps else { return nil }
    let ramp = style.shade > 0 ? ramps.positive : ramps.negative
    let ground = ramp[Int(min(style.shade.magnitude, UInt(ramp.count))) - 1]
    var attributes = Attributes(foreground: Self.whiteInked.contains(ground) ? 231 : 16)
    attributes.background = ground
    return attributes
  }

  /// From weak to strong: away from the ground where that is known, else ever more colourful and no
  /// lighter or darker than has to be.
  private var ramps: (positive: [Int], negative: [Int])? {
    switch theme {
    case .light: ([153, 111, 69, 26], [223, 216, 209, 166])
    case .dark: ([17, 25, 33, 75], [52, 88, 166, 208])
    case .both: ([110, 111, 69, 27], [180, 216, 209, 202])
    case .mono: nil
    }
  }

  /// The grounds that are too dark for black.
  private static let whiteInked: Set<Int> = [17, 25, 26, 27, 52, 88]
}
