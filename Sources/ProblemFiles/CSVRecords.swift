/// The lines of a table as CSV has them (RFC 4180), where text in quotes may go over several.
///
/// A parser would take a quote that is not closed, and one within a text, in silence; here they are
/// found, with their line.
struct CSVRecords {
  struct Record {
    /// The line it begins on.
    let line: Int
    let text: Substring
    let hasQuotes: Bool
  }

  private static let quote = UInt8(ascii: "\"")
  private static let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  private let text: String
  private let separator: UInt8
  private var position: String.Index
  private var line = 1

  init(_ text: String, separator: UInt8) {
    self.text = text
    self.separator = separator
    position = text.startIndex
  }

  /// How many bytes are behind.
  var done: Int { text.utf8.distance(from: text.startIndex, to: position) }

  /// The next line that is not blank.
  mutating func next() throws(FileError) -> Record? {
    while position < text.endIndex {
      let record = try record()
      if !record.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return record }
    }
    return nil
  }

  private mutating func record() throws(FileError) -> Record {
    let bytes = text.utf8
    let (quote, feed, carriageReturn) = (Self.quote, Self.feed, Self.carriageReturn)
    let (start, startLine) = (position, line)
    var (isOpen, hasQuotes, openLine) = (false, false, line)
    var last: UInt8?
    while position < bytes.endIndex {
      let byte = bytes[position]
      let endsLine = byte == feed || byte == carriageReturn
      if endsLine, !isOpen { break }
      if byte == quote {
        if !isOpen {
          // Behind a quote it is the second of a pair, which stands for one.
          guard last == nil || last == separator || last == quote else {
            throw FileError(
              line: line,
              "a quote within a text; double it, and put the text in quotes"
            )
          }
          if last != quote { openLine = line }
        }
        isOpen.toggle()
        hasQuotes = true
      } else if !isOpen, last == quote, byte != separator {
        throw FileError(line: line, "more behind a closing quote; double a quote within a text")
      }
      last = byte
      if endsLine { passLineEnd() } else { position = bytes.index(after: position) }
    }
    guard !isOpen else {
      throw FileError(line: openLine, "a quote is not closed; close it, or double it within a text")
    }
    let end = position
    if position < bytes.endIndex { passLineEnd() }
    return Record(line: startLine, text: text[start..<end], hasQuotes: hasQuotes)
  }

  private mutating func passLineEnd() {
    let bytes = text.utf8
    let isReturn = bytes[position] == Self.carriageReturn
    position = bytes.index(after: position)
    if isReturn, position < bytes.endIndex, bytes[position] == Self.feed {
      position = bytes.index(after: position)
    }
    line += 1
  }
}
