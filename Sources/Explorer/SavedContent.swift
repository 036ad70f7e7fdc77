import LogitModel

/// What is saved to a file.
package enum SavedContent: Equatable, Sendable {
  /// The screen as it stands, as a picture.
  case figure
  case problem(Problem, ProblemFormat)
  case code(Problem, CodeLanguage)
}

/// How a problem can be written.
package enum ProblemFormat: String, CaseIterable, Sendable {
  case json, yaml, csv, tsv, npy

  /// The format that the ending of a name stands for.
  init?(ending: String) {
    self.init(rawValue: ending == "yml" ? "yaml" : ending)
  }
}

/// The languages in which a program can repeat the loss.
package enum CodeLanguage: String, CaseIterable, Sendable {
  case torch, jax, numpy, swift

  var ending: String { self == .swift ? "swift" : "py" }
}

/// Why a problem is not to be had in the form that was asked for.
package enum SaveRefusal: Error, Hashable, Sendable {
  /// A table has no room for a target that is a distribution.
  case distribution
  /// Names would be read as something else.
  case names
  /// There is no row of which a program could print the loss.
  case noLoss
  /// A program of that many numbers would not be short.
  case tooLong
  /// It would be larger than what is read as YAML, so many MiB.
  case largeYAML(limit: Int)
}

/// Why something was not saved.
package enum SaveFailure: Error, Hashable, Sendable {
  case refused(SaveRefusal)
  case file(FileFailure)
}
