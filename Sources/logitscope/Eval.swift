import ArgumentParser
import Explorer
import ProblemFiles

/// Prints the result of a problem.
struct Eval: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    abstract: "Print softmax, loss, gradient and what the negatives do, as text, JSON or CSV.",
    discussion: """
      Numbers in JSON and CSV are in the shortest form that reads back the same; \"inf\" and \"-inf\" stand as \
      strings in JSON. Rows and classes are counted from 0.

        logitscope eval --logits 2,-1,0.1 --target 0
        logitscope eval problem.json --format json | jq .loss
      """
  )

  @OptionGroup(title: "PROBLEM")
  var input: ProblemOptions

  @Option(help: "The unit of losses, gradients and entropies.")
  var unit: Unit = .nats

  @Option(help: "A table for people, or one of the formats for programs.")
  var format: Format = .text

  @Flag(help: "Every loss for each row, with --format json.")
  var allLosses = false

  @Flag(
    help: """
      The Jacobian of softmax for each row, with --format json; up to \(ResultFile.jacobianLimit) \
      classes.
      """
  )
  var jacobian = false

  func validate() throws {
    for (isGiven, option) in [(allLosses, "--all-losses"), (jacobian, "--jacobian")]
    where isGiven && format != .json {
      throw ValidationError("\(option) needs --format json.")
    }
  }

  func run() throws {
    let problem = try input.problem()
    let options = ResultOptions(
      unit: unit.rawValue,
      perNat: unit.perNat,
      allLosses: allLosses,
      jacobian: jacobian
    )
    var output = StandardStream(.output)
    switch format {
    case .text: try TextResult(problem, unit: unit).print()
    case .json: try ResultFile.writeJSON(problem, options: options, to: &output)
    case .csv: ResultFile.writeCSV(problem, options: options, to: &output)
    }
    try output.finish()
  }
}
