import ArgumentParser
import Explorer
import NcursesTerminal
import ProblemFiles
import TerminalUI

/// Lists the worked examples, or prints one as a file to start from.
struct ListExamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "examples",
    abstract: "List the worked examples, or print one as JSON.",
    discussion: """
        logitscope --example pets
        logitscope examples pets > mine.json
      """
  )

  @Argument(help: "The example to print as a problem file.")
  var name: ExampleChoice?

  @Option(help: "The language of the list.")
  var lang: Language?

  func run() throws {
    if let example = name?.example {
      var output = StandardStream(.output)
      ProblemFile.write(example.problem, to: &output)
      try output.finish()
      return
    }
    let language = ViewSettings.language(lang, isUTF8: TerminalLocale.adopt())
    let width = Examples.all.map(\.name.count).max() ?? 0
    try PlainText.print(
      Examples.all.flatMap { example in
        [
          padded(example.name, to: width + 2) + example.title[language],
          padded("", to: width + 2) + example.summary[language],
        ]
      }
    )
  }
}

/// An example by its name.
struct ExampleChoice: ExpressibleByArgument {
  let example: Example

  init?(argument: String) {
    guard let example = Examples.named(argument) else { return nil }
    self.example = example
  }

  static var allValueStrings: [String] { Examples.all.map(\.name) }
}
