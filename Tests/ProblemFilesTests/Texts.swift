import Foundation
import LogitModel

@testable import ProblemFiles

/// The problem that a text makes, as if it stood in a file of that name.
func problem(_ text: String, file: String = "problem") throws(FileError) -> Problem {
  try ProblemFile.problem(InputBytes(source: file, name: file, bytes: Array(text.utf8)))
}

/// The message with which a text is refused.
func refusal(_ text: String) -> String? {
  do {
    _ = try problem(text)
    return nil
  } catch {
    return error.description
  }
}

/// What a writer writes.
func written(_ write: (inout String) throws -> Void) rethrows -> String {
  var text = ""
  try write(&text)
  return text
}

/// A file that is there for the length of a test.
func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url.path)
}

/// JSON as `JSONDecoder` reads it; `JSONSerialization` is off by a unit in the last place at times.
indirect enum ReadJSON: Decodable, Equatable {
  case null
  case number(Double)
  case text(String)
  case list([ReadJSON])
  case object([String: ReadJSON])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(ReadJSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ReadJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ReadJSON].self))
    }
  }

  subscript(key: String) -> ReadJSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  subscript(index: Int) -> ReadJSON? {
    guard case .list(let values) = self, values.indices.contains(index) else { return nil }
    return values[index]
  }

  static func number(_ value: Double?) -> ReadJSON { value.map { .number($0) } ?? .null }
  static func numbers(_ values: [Double]?) -> ReadJSON {
    values.map { .list($0.map { .number($0) }) } ?? .null
  }
}
