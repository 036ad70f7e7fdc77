import LogitModel

/// A JSON value to be written, its keys in the order given.
///
/// `JSONEncoder` orders keys at random or by the alphabet and sets each number on its own line or all on one:
/// people read results from the top, the loss first, and a row of numbers as a row.
package indirect enum JSONValue {
  case null
  case integer(Int)
  case number(Double)
  case string(String)
  case numbers([Double])
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])
  /// A list made as it is written: a Jacobian of thousands of classes is too large to hold as values.
  case rows(count: Int, row: (Int) -> JSONValue)

  static func optional(_ number: Double?) -> JSONValue {
    number.map { .number($0) } ?? .null
  }

  static func optional(_ integer: Int?) -> JSONValue {
    integer.map { .integer($0) } ?? .null
  }

  static func optional(_ numbers: [Double]?) -> JSONValue {
    numbers.map { .numbers($0) } ?? .null
  }
}

extension JSONValue {
  /// Writes the value: an object or a list of lists over several lines, numbers on one.
  package func write(to output: inout some TextOutputStream, indent: String = "") {
    let inner = indent + "  "
    switch self {
    case .null: output.write("null")
    case .integer(let integer): output.write("\(integer)")
    case .number(let number): output.write(NumberText.json(number))
    case .string(let text): output.write(Self.quoted(text))
    case .numbers(let numbers): output.write(Self.line(numbers.map(NumberText.json)))
    case .list(let values):
      if values.allSatisfy(\.isScalar) {
        output.write("[")
        for (index, value) in values.enumerated() {
          if index > 0 { output.write(", ") }
          value.write(to: &output)
        }
        output.write("]")
      } else {
        Self.write(values.count, "[", "]", indent: indent, to: &output) { index, output in
          values[index].write(to: &output, indent: inner)
        }
      }
    case .object(let members):
      Self.write(members.count, "{", "}", indent: indent, to: &output) { index, output in
        output.write(Self.quoted(members[index].key) + ": ")
        members[index].value.write(to: &output, indent: inner)
      }
    case .rows(let count, let row):
      Self.write(count, "[", "]", indent: indent, to: &output) { index, output in
        row(index).write(to: &output, indent: inner)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .null, .integer, .number, .string: true
    case .numbers, .list, .object, .rows: false
    }
  }

  private static func write<Output: TextOutputStream>(
    _ count: Int,
    _ open: String,
    _ close: String,
    indent: String,
    to output: inout Output,
    entry: (Int, inout Output) -> Void
  ) {
    output.write(open)
    for index in 0..<count {
      output.write((index > 0 ? ",\n" : "\n") + indent + "  ")
      entry(index, &output)
    }
    output.write(count > 0 ? "\n\(indent)\(close)" : close)
  }

  private static func line(_ texts: [String]) -> String {
    "[" + texts.joined(separator: ", ") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        // Control characters past 0x1F are legal in JSON, but not safe to print on a terminal.
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension NumberText {
  /// The number as JSON takes it; what is no number there stands as a string.
  static func json(_ value: Double) -> String {
    value.isFinite ? plain(value) : "\"\(plain(value))\""
  }
}
