import NcursesTerminal
import TerminalUI

/// Lines for people, printed where there is no screen.
enum PlainText {
  /// Prints the lines in the glyphs asked for; where the locale has no UTF-8, in ASCII alone.
  static func print(_ lines: [String], glyphs: GlyphSet = .unicode) throws {
    var output = StandardStream(.output)
    let shown = lines.map { visible($0) }
    let glyphs = TerminalLocale.adopt() ? glyphs : .ascii
    if glyphs == .unicode {
      output.write(shown.joined(separator: "\n"))
    } else {
      let width = shown.map { displayWidth($0) }.max() ?? 0
      var canvas = Canvas(width: width, height: shown.count)
      for (y, line) in shown.enumerated() {
        canvas.put(line, x: 0, y: y)
      }
      output.write(canvas.folded(glyphs).text())
    }
    output.write("\n")
    try output.finish()
  }
}
