import LogitModel

@testable import ProblemFiles

/// A .npy file put together byte for byte.
struct NPYBytes {
  var type = "<f8"
  var order = "False"
  var shape = "(2,)"
  var version: UInt8 = 1
  /// In place of the dictionary that the fields above make.
  var dictionary: String?
  var numbers = [1.0, 2].flatMap { NPYBytes.little($0.bitPattern, 8) }

  var bytes: [UInt8] {
    let fields = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }"
    let text = Array((dictionary ?? fields).utf8)
    let lengthWidth = version == 1 ? 2 : 4
    let padding = 63 - (10 + lengthWidth + text.count - 2) % 64
    let header = text + [UInt8](repeating: 0x20, count: padding) + [0x0A]
    return [0x93] + Array("NUMPY".utf8) + [version, 0]
      + Self.little(UInt64(header.count), lengthWidth) + header + numbers
  }

  /// The lowest bytes of a number, the lowest first.
  static func little(_ raw: UInt64, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: raw >> (8 * UInt64($0))) }
  }

  /// The file as input.
  static func input(_ bytes: [UInt8], name: String = "x.npy") -> InputBytes {
    InputBytes(source: name, name: name, bytes: bytes)
  }

  func problem() throws(FileError) -> Problem {
    try ProblemFile.problem(Self.input(bytes))
  }

  /// The message with which it is refused.
  var refusal: String? { NPYBytes.refusal(bytes) }

  static func refusal(_ bytes: [UInt8], name: String = "x.npy") -> String? {
    do {
      _ = try ProblemFile.problem(input(bytes, name: name))
      return nil
    } catch {
      return error.description
    }
  }
}
