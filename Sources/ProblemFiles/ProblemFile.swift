import LogitModel

/// A problem as text: JSON or plain numbers in, JSON out.
package enum ProblemFile {
  /// The problem of a text, where nothing overrides it.
  package static func problem(
    _ input: InputText,
    overriddenBy options: ProblemDraft = ProblemDraft()
  ) throws(FileError) -> Problem {
    let said = try draft(input)
    var draft = said
    draft.override(with: options)
    do {
      return try draft.problem()
    } catch {
      // What is already wrong without the options is said of the file.
      let isOfFile = said.refusal == error
      throw FileError(source: isOfFile ? input.source : nil, error.message)
    }
  }

  /// What the text says, decided by its content: an object or a list is JSON, all else plain numbers.
  private static func draft(_ input: InputText) throws(FileError) -> ProblemDraft {
    do throws(FileError) {
      switch input.text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) {
      case nil: throw FileError("it is empty; give logits as JSON or as plain numbers")
      case "{", "[": return try ProblemDraft(try JSONReader.read(input.text))
      default:
        var draft = ProblemDraft()
        draft.scores = .logits(try PlainNumbers.rows(input.lines))
        return draft
      }
    } catch {
      throw FileError(source: input.source, line: error.line, error.message)
    }
  }

  /// Class names, one a line.
  package static func classes(_ input: InputText) -> [String] {
    input.lines.map(String.init)
  }

  /// The problem as JSON that reads back equal.
  package static func write(_ problem: Problem, to output: inout some TextOutputStream) {
    let settings = problem.settings
    var members: [(key: String, value: JSONValue)] = [
      ("title", .string(problem.title)),
      ("classes", .list(problem.classes.map { .string($0) })),
      ("logits", .rows(count: problem.logits.count) { .numbers(problem.logits[$0]) }),
      ("targets", .list(problem.targets.map(\.json))),
      ("loss", .string(settings.loss.name)),
      ("temperature", .number(settings.temperature)),
      ("label_smoothing", .number(settings.labelSmoothing)),
    ]
    if let weights = settings.classWeights {
      members.append(("class_weights", .numbers(weights)))
    }
    members += [
      ("reduction", .string(settings.reduction.rawValue)),
      ("ignore_index", .integer(settings.ignoreIndex)),
      ("gamma", .number(settings.gamma)),
      ("hinge_margin", .number(settings.hingeMargin)),
    ]
    JSONValue.object(members).write(to: &output)
    output.write("\n")
  }
}

extension Target? {
  fileprivate var json: JSONValue {
    switch self {
    case nil: .null
    case .index(let index): .integer(index)
    case .distribution(let mass): .numbers(mass)
    }
  }
}
