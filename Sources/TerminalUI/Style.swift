/// What a piece of the screen means; a palette says how that looks.
package enum Role: CaseIterable, Hashable, Sendable {
  case text, faint, positive, negative, accent
}

package struct Style: Hashable, Sendable {
  package var role: Role
  package var bold: Bool
  package var underline: Bool
  /// How strongly the ground is tinted, −4…4: above 0 in the positive's hue, below 0 in the
  /// negatives', 0 not at all.
  package var shade: Int

  package init(role: Role = .text, bold: Bool = false, underline: Bool = false, shade: Int = 0) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.shade = shade
  }

  package static let text = Style(role: .text)
  package static let faint = Style(role: .faint)
  package static let positive = Style(role: .positive)
  package static let negative = Style(role: .negative)
  package static let accent = Style(role: .accent)

  package func bolded(_ on: Bool = true) -> Style {
    Style(role: role, bold: on, underline: underline, shade: shade)
  }

  package func shaded(_ shade: Int) -> Style {
    Style(role: role, bold: bold, underline: underline, shade: shade)
  }
}
