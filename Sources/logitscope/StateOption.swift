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
    options: ViewOptions,
    size: Size
  ) throws -> Explorer {
    if let state { return try Explorer(stateCode: state, options: options, size: size) }
    return Explorer(problem: try input.problem(), options: options, size: size)
  }
}
