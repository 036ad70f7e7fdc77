/// What the roles look like under a theme and as many colours as there are.
package struct Palette: Hashable, Sendable {
  package let theme: Theme
  package let depth: ColorDepth

  package init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// The style that a cell is shown in.
  ///
  /// On an unknown ground no hue has the contrast that text needs: only marks take one there, and text
  /// that brings a ground of its own.
  package func style(of cell: Cell) -> Style {
    let style = cell.style
    guard theme == .both, depth != .none, !cell.isMark, style.role != .faint, tint(of: style) == nil
    else { return style }
    let isBold = style.bold || style.role == .accent
    return Style(role: .text, bold: isBold, underline: style.underline)
  }

  package func attributes(for style: Style) -> Attributes {
    var attributes = tint(of: style) ?? attributes(for: style.role)
    if style.bold {
      attributes.bold = true
      attributes.dim = false
    }
    if style.underline { attributes.underline = true }
    return attributes
  }

  private func attributes(for role: Role) -> Attributes {
    switch (theme, depth) {
    case (.mono, _), (_, .none): monochrome(role)
    case (_, .eight): eightColors(role)
    case (_, .indexed256): Attributes(foreground: indexed(role))
    }
  }

  private func monochrome(_ role: Role) -> Attributes {
    var attributes = Attributes.plain
    switch role {
    case .text, .negative: break
    case .faint: attributes.dim = true
    case .positive: attributes.bold = true
    case .accent: attributes.underline = true
    }
    return attributes
  }

  /// Of the eight, blue is dark on black and cyan light on white; a bold blue is drawn bright and passes
  /// on both.
  private func eightColors(_ role: Role) -> Attributes {
    let (blue, vermillion) = theme == .dark ? (6, 3) : (4, 1)
    switch role {
    case .text: return .plain
    case .faint: return monochrome(.faint)
    case .positive:
      var attributes = Attributes(foreground: blue)
      attributes.bold = theme == .both
      return attributes
    case .negative: return Attributes(foreground: vermillion)
    case .accent: return Attributes(foreground: 5)
    }
  }

  /// Indices of the 6 × 6 × 6 cube and the grey ramp, which no terminal theme changes.
  private func indexed(_ role: Role) -> Int? {
    let hues: (positive: Int, negative: Int, accent: Int) =
      switch theme {
      case .light: (26, 130, 54)
      case .dark: (33, 208, 183)
      case .both: (25, 166, 171)
      case .mono: (0, 0, 0)
      }
    return switch role {
    case .text: nil
    case .faint: 243
    case .positive: hues.positive
    case .negative: hues.negative
    case .accent: hues.accent
    }
  }
}
