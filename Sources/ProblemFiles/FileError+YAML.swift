import Yams

extension FileError {
  /// What a parser of YAML found in a text, in words for one who writes a lesson and no parser.
  init(yaml error: any Error, in text: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // A quote that is not closed is found where the text ends; what is meant is where it began.
      if let context, context.text.contains("quoted"), problem.contains("unexpected") {
        self.init(line: context.mark.line, "a text in quotes is not closed; close it")
        return
      }
      // The parser counts the end of the last line as a line.
      let count = InputText(source: "", text: text).lines.count
      self.init(line: min(mark.line, max(count, 1)), Self.message(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      self.init(line: context.mark.line, "the key \(key.quoted) stands twice; keep one")
    default: self.init(Self.unknown)
    }
  }

  private static func message(_ problem: String) -> String {
    messages.first { problem.contains($0.part) }?.message ?? unknown
  }

  private static let unknown = "this is no YAML; check indentation, quotes and brackets"

  private static let tag =
    "a tag, '!…'; leave it out, or put a text that begins with '!' in quotes"
  private static let directive = "a directive, '%…'; leave it out, or put the text in quotes"

  /// What is said where a part of the parser's words is found, the first that fits.
  private static let messages: [(part: String, message: String)] = [
    ("nesting level", "lists and keys nested too deep; close a bracket or indent less"),
    (
      "mapping values are not allowed",
      "a ':' where no key can stand; put a text that holds ': ' in quotes, or check the indentation"
    ),
    (
      "could not find expected ':'",
      "a key without ':'; write ':' behind it, or check the indentation and the quotes"
    ),
    (
      "block sequence entries are not allowed",
      "a '- ' where no list can begin; check the indentation"
    ),
    (
      "did not find expected key",
      "a key was expected; check indentation, brackets and quotes"
    ),
    (
      "did not find expected '-' indicator",
      "'- ' was expected, as the list has it above; check the indentation"
    ),
    ("',' or ']'", "',' or ']' was expected; close the list, or put a text in quotes"),
    ("',' or '}'", "',' or '}' was expected; close the brace, or put a text in quotes"),
    ("unknown escape", "no escape of YAML; write \\\\ for a backslash, or single quotes"),
    ("hexdecimal", "an escape without its hexadecimal digits; write \\\\ for a backslash"),
    ("escape code", "an escape that means no character; write \\\\ for a backslash"),
    ("undefined alias", "a name for a value, '*…'; write the value itself, or the text in quotes"),
    ("alphabetic or numeric", "a '*' begins a text; put the text in quotes"),
    (
      "cannot start any token",
      "a text begins with a sign that has a meaning in YAML; put the text in quotes"
    ),
    ("another document", "a second document; keep one, without '---'"),
    ("<document start>", "more text behind the end; check brackets and indentation"),
    ("node content", "a value was expected; write it, or put a text in quotes"),
    (
      "comment or line break",
      "a text begins with '|' or '>'; put it in quotes, or begin it on the next line"
    ),
    ("indentation indicator", "a 0 behind '|' or '>'; leave it out"),
    ("tag", tag), ("'!'", tag), ("URI", tag),
    ("directive", directive), ("non-alphabetical", directive), ("version", directive),
    ("incompatible YAML", "a directive, '%…'; leave it out"),
  ]
}
