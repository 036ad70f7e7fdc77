/// What a piece of the screen means; a palette says how that looks.
package enum Role: CaseIterable, Hashable, Sendable {
  case text, faint, positive, negative, accent
}

package struct Style: Hashable, Sendable {
  package var role: Role
  package var bold: Bool
  package var underline: Bool

  package init(role: Role = .text, bold: Bool = false, underline: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
  }

  package static let text = Style(role: .text)
  package static let faint = Style(role: .faint)
  package static let positive = Style(role: .positive)
  package static let negative = Style(role: .negative)
  package static let accent = Style(role: .accent)

  package func bolded(_ on: Bool = true) -> Style {
    Style(role: role, bold: on, underline: underline)
  }
}
