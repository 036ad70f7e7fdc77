import TerminalUI

/// The unit in which losses and entropies are shown.
package enum Unit: String, CaseIterable, Hashable, Sendable {
  case nats
  case bits

  /// What a number of nats is multiplied by to be shown in this unit.
  package var perNat: Double {
    switch self {
    case .nats: 1
    case .bits: 1.4426950408889634  // 1 / log 2
    }
  }
}

/// How the viewer wants the screen, whatever problem is on it.
package struct ViewOptions: Hashable, Sendable {
  package var language: Language
  package var unit: Unit
  package var plot: Plot.Kind
  package var glyphs: GlyphSet

  package init(
    language: Language = .en,
    unit: Unit = .nats,
    plot: Plot.Kind = .braille,
    glyphs: GlyphSet = .unicode
  ) {
    self.language = language
    self.unit = unit
    self.plot = plot
    self.glyphs = glyphs
  }
}
