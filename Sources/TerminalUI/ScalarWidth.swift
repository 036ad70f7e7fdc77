extension Unicode.Scalar {
  /// The columns it takes on a terminal: 1 or 2, or 0 for what joins the glyph before it.
  ///
  /// This is `wcwidth` of glibc, which ncurses asks too, without its dependence on the locale. A scalar
  /// that must not reach a terminal counts 1, the width of what `Canvas` shows in its place.
  var cellWidth: Int {
    switch value {
    case 0..<0x300: 1
    case 0xAC00...0xD7A3: 2
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: 0  // vowels and finals of conjoining Hangul
    case 0x2010...0x2027, 0x2190...0x2319, 0x2400...0x25FC: 1
    default: propertyWidth
    }
  }

  private var propertyWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
      return isJoiner ? 0 : 1
    default: break
    }
    return isWide ? 2 : 1
  }

  /// Joiners and variation selectors change the width of their neighbours on some terminals and not on
  /// others, so they are never written.
  var isDropped: Bool {
    value >= 0x180B && (isJoiner || properties.isVariationSelector)
  }

  private var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Regional indicators are the only emoji that are narrow alone: two of them make one flag.
  private var isWide: Bool {
    if properties.isEmojiPresentation { return !(0x1F1E6...0x1F1FF).contains(value) }
    return Self.wideRanges.holds(value)
  }

  /// East Asian wide and fullwidth scalars, emoji and Hangul syllables aside.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x16FF6, 0x17000...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

extension [ClosedRange<UInt32>] {
  /// Whether one of these rising ranges contains the value.
  fileprivate func holds(_ value: UInt32) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if value > self[middle].upperBound {
        low = middle + 1
      } else if value < self[middle].lowerBound {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
