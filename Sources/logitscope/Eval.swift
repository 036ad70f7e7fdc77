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
        logitscope eval problem.json --save gradient=grad.npy --save share=share.npy
        logitscope eval problem.json --code torch > loss.py
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

  @Option(
    help: ArgumentHelp(
      """
      An array of the result as an .npy file, beside what is printed: \(ArrayFile.names). Up to attribution \
      they are rows x classes, from loss on a number for each row; what does not apply is NaN.
      """,
      valueName: "name=file.npy"
    )
  )
  var save: [String] = []

  @Option(help: "A short program that prints the same loss, instead of the result.")
  var code: GeneratedCode.Language?

  func validate() throws {
    if code != nil {
      for (isGiven, option) in [(format != .text, "--format"), (unit != .nats, "--unit")]
      where isGiven {
        throw ValidationError("--code prints a program, in nats; leave out \(option).")
      }
    }
    let paths = try save.map(ArrayFile.init).map(\.path)
    if let path = paths.first(where: { path in paths.filter { $0 == path }.count > 1 }) {
      throw ValidationError("--save names \(path.quoted) twice; give each array a file of its own.")
    }
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
    for file in try save.map(ArrayFile.init) {
      try file.write(problem, options: options)
    }
    var output = StandardStream(.output)
    switch (code, format) {
    case (let language?, _): output.write(try GeneratedCode(problem, in: language).text)
    case (nil, .text): try TextResult(problem, unit: unit).print()
    case (nil, .json): try ResultFile.writeJSON(problem, options: options, to: &output)
    case (nil, .csv): ResultFile.writeCSV(problem, options: options, to: &output)
    }
    try output.finish()
  }
}
