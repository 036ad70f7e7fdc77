/// The ground that the colours are chosen for.
package enum Theme: String, CaseIterable, Hashable, Sendable {
  case light, dark
  /// An unknown ground: hues that can be read on white and on black.
  case both
  /// No hues at all.
  case mono

  /// The theme that COLORFGBG ("foreground;background", as rxvt and Konsole set it) asks for.
  package static func from(colorFGBG: String?) -> Theme {
    guard let ground = colorFGBG?.split(separator: ";").last, let index = Int(ground) else {
      return .both
    }
    switch index {
    case 0...6, 8: return .dark
    case 7, 9...15: return .light
    default: return .both
    }
  }
}

/// How many colours the terminal can set.
package enum ColorDepth: Hashable, Sendable {
  case none, eight, indexed256
}

/// What a style looks like: a colour's index, nil for the terminal's own, and video attributes.
package struct Attributes: Hashable, Sendable {
  package var foreground: Int?
  package var background: Int?
  package var bold = false
  package var dim = false
  package var underline = false

  package init(foreground: Int? = nil) {
    self.foreground = foreground
  }

  package static let plain = Attributes()
}
