import LogitModel
import TerminalUI

extension State {
  /// Linux takes no longer argument (MAX_ARG_STRLEN), and terminals no longer text to copy.
  private static let shareLimit = 128 << 10

  /// The shortest command line that opens exactly this state; nil where none is short enough.
  ///
  /// An example or options where they can say all of it, since a person can read those; the state's
  /// code where they cannot.
  package var shareLine: String? {
    // A logit and what parts it from the next are two bytes or more.
    let logits = problem.classes.count * problem.logits.count
    guard logits < Self.shareLimit / 2 else { return nil }
    let options = optionWords ?? "--state " + quotedForShell(code)
    return options.utf8.count < Self.shareLimit ? "logitscope " + options : nil
  }

  private var optionWords: String? {
    // Options can only say how a state begins.
    var opened = State(start: start, subject: start, row: 0)
    opened.panel = panel
    opened.options = options
    guard opened.code == code else { return nil }
    let texts = ProblemTexts(start.problem)
    let baseline = ProblemTexts(start.baseline)
    let bases = ([nil] + Examples.all(ofShape: start.problem)).filter {
      panel == ($0?.panel ?? .negatives)
        && baseline.changes(from: texts.baseline(of: $0), prefix: "").isEmpty
    }
    let shortest = bases.compactMap { ShareOptions(start.problem, texts, base: $0)?.words }
      .min { $0.utf8.count < $1.utf8.count }
    // A screen in ASCII would show another name, and so another problem.
    guard let shortest, options.glyphs == .unicode || shortest.utf8.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    return options.unit == .nats ? shortest : shortest + " --unit " + options.unit.rawValue
  }
}

/// The options that make a problem from an example, or from nothing, as a shell takes them.
private struct ShareOptions {
  private(set) var words: String

  /// nil where options cannot say it.
  init?(_ problem: Problem, _ texts: ProblemTexts, base example: Example?) {
    let base = example.map { ProblemTexts($0.problem) } ?? ProblemTexts.blank
    words = example.map { "--example " + $0.name } ?? ""
    for (name, value) in texts.changes(from: base, prefix: "") {
      switch name {
      case "z" where example == nil:
        add("--logits", value.parts(at: ":").joined(separator: ";"))
      case "classes":
        guard let names = Self.list(problem.classes) else { return nil }
        add("--classes", names)
      case "y":
        guard let targets = Self.targets(problem) else { return nil }
        add(targets.count == 1 ? "--target" : "--targets", targets.joined(separator: ";"))
      case "T": add("--temperature", value)
      case "eps": add("--label-smoothing", value)
      case "w" where problem.settings.classWeights != nil: add("--class-weights", value)
      case "gamma": add("--gamma", value)
      case "hinge": add("--hinge-margin", value)
      case "loss": add("--loss", value)
      case "reduction": add("--reduction", value)
      default: return nil
      }
    }
  }

  private mutating func add(_ option: String, _ value: String) {
    // What begins with "-" could be taken for another option.
    let separator = value.utf8.first == UInt8(ascii: "-") ? "=" : " "
    words += (words.isEmpty ? "" : " ") + option + separator + quotedForShell(value)
  }

  /// The names with commas between, if that says them: no name holds a comma, or anything that a
  /// terminal would not show as it is.
  private static func list(_ names: ClassNames) -> String? {
    let text = names.joined(separator: ",")
    let parts = text.parts(at: ",")
    let isPlain = zip(parts, names).allSatisfy { part, name in
      !name.isEmpty && part.utf8.elementsEqual(name.utf8)
        && visible(name).utf8.elementsEqual(name.utf8)
    }
    return parts.count == names.count && isPlain ? text : nil
  }

  /// A target for each row: a class by its index or name, whichever is shorter and means it.
  private static func targets(_ problem: Problem) -> [String]? {
    let classes = problem.classes
    let means = Dictionary(grouping: classes.indices) { ExactText(classes[$0]) }
    var texts: [String] = []
    for target in problem.targets {
      switch target {
      case nil: return nil
      case .index(let index):
        let name = classes.indices.contains(index) ? classes[index] : nil
        let ways = [String(index), name].compactMap { $0 }.filter { text in
          // An exact name goes before an index.
          means[ExactText(text), default: [index]] == [index]
            && !text.utf8.contains(UInt8(ascii: ";"))
        }
        guard let text = ways.min(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
        texts.append(text)
      case .distribution(let values):
        let text = values.map(NumberText.plain).joined(separator: ",")
        guard means[ExactText(text)] == nil else { return nil }
        texts.append(text)
      }
    }
    return texts
  }
}

/// The text as a POSIX shell takes it: as it is, or in single quotes.
package func quotedForShell(_ text: String) -> String {
  let isSafe = text.utf8.allSatisfy { byte in
    StateCodeText.isPlain(byte) || ":,=/+@%".utf8.contains(byte)
  }
  // Where "=" comes first, zsh looks for a command of that name.
  if isSafe && !text.isEmpty && text.utf8.first != UInt8(ascii: "=") { return text }
  return "'" + text.parts(at: "'").joined(separator: "'\\''") + "'"
}
