import ArgumentParser
import Explorer
import NcursesTerminal
import TerminalUI

/// How the screen looks, on a terminal and in a rendered frame.
struct ViewSettings: ParsableArguments {
  @Option(help: "The unit of losses and entropies; by default nats, or a share line's own.")
  var unit: Unit?

  @Option(help: "The language of the screen; by default what LC_ALL, LC_MESSAGES or LANG asks for.")
  var lang: Language?

  @Option(help: "How the curve is drawn.")
  var plot: Plot.Kind = .braille

  @Flag(help: "Draw lines, bars and symbols in ASCII.")
  var ascii = false

  @Option(help: "The ground that the colours are chosen for; by default what COLORFGBG says.")
  var theme: Theme?

  @Option(help: "Whether to use colours; by default on a terminal, as NO_COLOR and CLICOLOR allow.")
  var color: ColorChoice = .auto

  /// The options for an output that takes every character, or nothing beyond ASCII.
  func options(isUTF8: Bool) -> ViewOptions {
    ViewOptions(
      language: Self.language(lang, isUTF8: isUTF8),
      unit: unit ?? .nats,
      plot: isUTF8 && !ascii ? plot : .ascii,
      glyphs: isUTF8 ? (ascii ? .asciiGraphics : .unicode) : .ascii
    )
  }

  /// The language asked for, else that of the environment; English where Hangul cannot be shown.
  static func language(_ asked: Language?, isUTF8: Bool) -> Language {
    isUTF8 ? asked ?? .preferred(processEnvironment) : .en
  }
}
