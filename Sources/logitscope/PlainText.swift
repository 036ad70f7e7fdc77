import NcursesTerminal
import TerminalUI

/// Lines for people, printed where there is no screen.
enum PlainText {
  /// Prints the lines; where the locale has no UTF-8, in ASCII alone.
  static func print(_ lines: [String]) throws {
    var output = StandardStream(.output)
    let shown = lines.map { visible($0) }
    if TerminalLocale.adopt() {
      output.write(shown.joined(separator: "\n"))
    } else {
      let width = shown.map { displayWidth($0) }.max() ?? 0
      var canvas = Canvas(width: width, height: shown.count)
      for (y, line) in shown.enumerated() {
        canvas.put(line, x: 0, y: y)
      }
      output.write(canvas.folded(.ascii).text())
    }
    output.write("\n")
    try output.finish()
  }
}
