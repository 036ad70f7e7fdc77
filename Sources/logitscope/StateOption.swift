import ArgumentParser
import Explorer
import TerminalUI

/// A state of the explorer, as its share line writes it.
struct StateOption: ParsableArguments {
  @Option(help: ArgumentHelp("Everything as it was: what the key c shows.", valueName: "code"))
  var state: String?

  func validate(beside input: ProblemOptions) throws {
    guard state != nil, let other = input.given.first else { return }
    throw ValidationError("--state holds a whole problem; leave out \(other).")
  }

  func explorer(
    or input: ProblemOptions,
    view: ViewSettings,
    isUTF8: Bool,
    size: Size
  ) throws -> Explorer {
    let options = view.options(isUTF8: isUTF8)
    if let state {
      return try Explorer(stateCode: state, unit: view.unit, options: options, size: size)
    }
    return Explorer(
      problem: try input.problem(),
      baseline: try input.baseline(),
      panel: input.panel,
      options: options,
      size: size
    )
  }
}
