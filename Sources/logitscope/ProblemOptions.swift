import ArgumentParser
import Explorer
import LogitModel
import ProblemFiles

/// Where the problem comes from, and what overrides it.
struct ProblemOptions: ParsableArguments {
  @Argument(
    help:
      "A file with a problem as JSON, YAML, CSV, TSV, plain numbers or .npy; '-' is standard input.",
    completion: .file()
  )
  var file: String?

  @Flag(help: "The first line of a CSV is a header, though it be of numbers alone.")
  var header = false

  @Option(help: "A worked example; 'logitscope examples' lists them.")
  var example: ExampleChoice?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Logits; ';' parts rows. -inf leaves a class out.", valueName: "z,z,...")
  )
  var logits: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Probabilities instead: logits are their logarithms.", valueName: "p,p,...")
  )
  var probabilities: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The target of one row: a class's exact name, else its index, else a distribution.",
      valueName: "name|index|p,p,..."
    )
  )
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Targets of several rows, parted by ';', or FILE.npy with indices or distributions.",
      valueName: "target;target;..."
    ),
    completion: .file(extensions: ["npy"])
  )
  var targets: String?

  @Option(help: ArgumentHelp("Names of the classes.", valueName: "name,name,..."))
  var classes: String?

  @Option(
    help: ArgumentHelp("A file with the name of a class on each line.", valueName: "file"),
    completion: .file()
  )
  var classesFile: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("T; logits are divided by it.", valueName: "T")
  )
  var temperature: DecimalNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The part of the target spread evenly, 0 to 1.", valueName: "eps")
  )
  var labelSmoothing: DecimalNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A weight for each class.", valueName: "w,w,...")
  )
  var classWeights: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The exponent of the focal loss; at 0 it is cross entropy.",
      valueName: "gamma"
    )
  )
  var gamma: DecimalNumber?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The margin of the hinge losses.", valueName: "delta")
  )
  var hingeMargin: DecimalNumber?

  @Option(help: "The loss.")
  var loss: LossChoice?

  @Option(help: "How the rows' losses become one.")
  var reduction: Reduction?

  func validate() throws {
    try refuseTogether(sources)
    try refuseTogether([("--target", target != nil), ("--targets", targets != nil)])
    if header, let other = sources.dropFirst().first(where: \.isGiven) {
      throw ValidationError("--header is about a file; leave it out beside \(other.name).")
    }
    try refuseTogether([("--classes", classes != nil), ("--classes-file", classesFile != nil)])
  }

  /// Where a whole problem comes from.
  var sources: [(name: String, isGiven: Bool)] {
    [
      ("FILE", file != nil), ("--example", example != nil), ("--logits", logits != nil),
      ("--probabilities", probabilities != nil),
    ]
  }

  /// The options given, by name.
  var given: [String] { (sources + settings).filter(\.isGiven).map(\.name) }

  /// What overrides a part of it.
  private var settings: [(name: String, isGiven: Bool)] {
    [
      ("--header", header), ("--target", target != nil), ("--targets", targets != nil),
      ("--classes", classes != nil),
      ("--classes-file", classesFile != nil), ("--temperature", temperature != nil),
      ("--label-smoothing", labelSmoothing != nil), ("--class-weights", classWeights != nil),
      ("--gamma", gamma != nil), ("--hinge-margin", hingeMargin != nil),
      ("--loss", loss != nil), ("--reduction", reduction != nil),
    ]
  }

  private func refuseTogether(_ options: [(name: String, isGiven: Bool)]) throws {
    let names = options.filter(\.isGiven).map(\.name)
    guard names.count > 1 else { return }
    throw ValidationError("\(names.joined(separator: " and ")) exclude each other; keep one.")
  }
}
