import ArgumentParser

/// Prints the manual page, for `make install`.
struct GenerateManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page.",
    shouldDisplay: false
  )

  func run() throws {
    var output = StandardStream(.output)
    output.write(ManualPage(try ProgramOutline()).text)
    try output.finish()
  }
}
