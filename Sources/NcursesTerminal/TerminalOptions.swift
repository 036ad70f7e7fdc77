import TerminalUI

package struct TerminalOptions: Sendable {
  /// nil takes what COLORFGBG says of the ground, else the hues that pass on any.
  package var theme: Theme?
  package var color: ColorChoice
  package var mouse: Bool

  package init(theme: Theme? = nil, color: ColorChoice = .auto, mouse: Bool = true) {
    self.theme = theme
    self.color = color
    self.mouse = mouse
  }

  /// The palette for a terminal of that many colours.
  func palette(colors: Int, environment: (String) -> String?) -> Palette {
    let theme = theme ?? Theme.from(colorFGBG: environment("COLORFGBG"))
    let usesColor = color.usesColor(isTerminal: true, environment: environment)
    let depth: ColorDepth =
      switch colors {
      case 256... where usesColor: .indexed256
      case 8... where usesColor: .eight
      default: .none
      }
    return Palette(theme: theme, depth: depth)
  }
}

/// Why there is no screen, in one line without the program's name.
package struct TerminalError: Error, Hashable, CustomStringConvertible {
  package let description: String
}
