/// Writes keys with values as YAML: a key a line, a list of rows below its key.
///
/// Yams' own writer folds long texts and lists over lines; here a row is a line, as in JSON, and text is always
/// in quotes, so that `yes`, `1` and `~` stay names.
enum YAMLWriter {
  static func write(
    _ members: [(key: String, value: JSONValue)],
    to output: inout some TextOutputStream
  ) {
    for (key, value) in members {
      output.write(key + ":")
      if case .rows(let count, let row) = value {
        for index in 0..<count {
          output.write("\n  - ")
          write(row(index), to: &output)
        }
      } else {
        output.write(" ")
        write(value, to: &output)
      }
      output.write("\n")
    }
  }

  /// A value on one line.
  private static func write(_ value: JSONValue, to output: inout some TextOutputStream) {
    switch value {
    case .string(let text): output.write(quoted(text))
    case .list(let values):
      output.write("[")
      for (index, value) in values.enumerated() {
        if index > 0 { output.write(", ") }
        write(value, to: &output)
      }
      output.write("]")
    // The rest of JSON is YAML.
    default: value.write(to: &output)
    }
  }

  /// A text that `YAMLText` lets pass: it takes '&' and '?' for signs of YAML in quotes too.
  private static func quoted(_ text: String) -> String {
    var quoted = ""
    var last: Unicode.Scalar = "\""
    for scalar in SourceText.quoted(text).unicodeScalars {
      if "&?".unicodeScalars.contains(scalar), " [{,-:?&".unicodeScalars.contains(last) {
        quoted += "\\x" + scalar.code(digits: 2)
      } else {
        quoted.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return quoted
  }
}
