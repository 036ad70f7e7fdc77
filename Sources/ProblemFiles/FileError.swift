/// A file that was read and refused: where, what was found, and what to do, in one line.
package struct FileError: Error, Equatable, CustomStringConvertible {
  /// The file's name as the person wrote it, "standard input", or an option such as `--logits`.
  package var source: String?
  package var line: Int?
  package var message: String

  package init(source: String? = nil, line: Int? = nil, _ message: String) {
    self.source = source
    self.line = line
    self.message = message
  }

  package var description: String {
    [source, line.map { "line \($0)" }, message].compactMap { $0 }.joined(separator: ": ")
  }
}

extension String {
  /// Quoted for a one-line message: what comes from a file never reaches the terminal raw, nor at
  /// any length.
  package var quoted: String {
    let limit = 40
    var text = "'"
    for (count, scalar) in unicodeScalars.enumerated() {
      guard count < limit else {
        text += "…"
        break
      }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let isInvisible = [.format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory
      )
      if isControl || isInvisible {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}
