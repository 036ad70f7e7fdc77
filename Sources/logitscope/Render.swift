import ArgumentParser
import Explorer
import TerminalUI

/// Prints a frame of the screen without a terminal.
struct Render: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg
  }

  static let configuration = CommandConfiguration(
    abstract: "Print the screen as it is after some keys, without a terminal.",
    discussion: """
      Keys are parted by blanks. One character is itself; others are <Space>, <lt>, <Enter>, <Esc>, <Tab>, \
      <Up>, <Down>, <S-Left>, <PgUp>, <F1>, <C-r> and their like, and type:TEXT is text.

        logitscope render --keys '] ] <Down> y'
        logitscope render --size 120x40 --keys '= type:1.5<Enter>' --format ansi
      """
  )

  @OptionGroup(title: "PROBLEM")
  var input: ProblemOptions

  @OptionGroup(title: "PROBLEM")
  var saved: StateOption

  @OptionGroup(title: "SCREEN")
  var view: ViewSettings

  @Option(help: "Columns and rows.")
  var size = SizeChoice(argument: "80x24")

  @Option(parsing: .unconditional, help: "The keys that are pressed first.")
  var keys = ""

  @Option(help: "As plain text, with colours for a terminal, or as a figure for slides.")
  var format = Format.text

  func validate() throws {
    try saved.validate(beside: input)
    _ = try size.size()
    _ = try events()
  }

  func run() throws {
    var explorer = try saved.explorer(
      or: input,
      view: view,
      isUTF8: true,
      size: try size.size()
    )
    for event in try events() where explorer.handle(event).contains(.quit) { break }
    let canvas = explorer.canvas()
    var output = StandardStream(.output)
    switch format {
    case .text: output.write(canvas.text())
    case .ansi: output.write(canvas.ansi(palette: palette))
    case .svg: output.write(explorer.figure(palette: palette))
    }
    output.write("\n")
    try output.finish()
  }

  private func events() throws -> [Event] {
    do {
      return try Event.script(keys)
    } catch {
      throw ValidationError(
        "'\(error.token)' in --keys is no key; write a character, a name such as <Down>, or type:TEXT."
      )
    }
  }

  private var palette: Palette {
    let depth: ColorDepth = view.color.usesColor(isTerminal: true) ? .indexed256 : .none
    return Palette(theme: view.theme ?? .both, depth: depth)
  }
}
