import Foundation
import Testing

/// A run of the built program, without a terminal.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  /// The program stands beside the tests that were built with it.
  static var path: String {
    get throws {
      let tests = try #require(Bundle.main.executableURL)
      let program = tests.deletingLastPathComponent().appendingPathComponent("logitscope")
      try #require(FileManager.default.isExecutableFile(atPath: program.path))
      return program.path
    }
  }

  /// Runs it with arguments, with a text piped in if one is given, else with nothing to read.
  init(
    _ arguments: String...,
    input: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    try self.init(path: Self.path, arguments, input: input, environment: environment)
  }

  /// Runs a line of the shell in which the program is `$0`.
  init(shell line: String) throws {
    try self.init(path: "/bin/sh", ["-c", line, Self.path], input: nil, environment: [:])
  }

  private init(
    path: String,
    _ arguments: [String],
    input: String?,
    environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let (output, errors, given) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = input == nil ? FileHandle.nullDevice : given
    // Before it runs, since it may end without reading; what the tests give fits into a pipe.
    if let input {
      given.fileHandleForWriting.write(Data(input.utf8))
      try given.fileHandleForWriting.close()
    }
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  var lines: [Substring] { output.split(separator: "\n") }

  /// The output as JSON of that shape, read to the last bit.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(output.utf8))
  }
}

/// What the tests look at in a result.
struct Result: Decodable {
  struct Row: Decodable {
    let probabilities: [Double]
    let positive: Int?
    let argmax: Int
    let loss: Double?
    let lossTerms: [Double]?
    let gradient: [Double]?
    let margin: Double?
    let entropy: Double
    let negatives: Negatives?
  }

  struct Negatives: Decodable {
    let share: [Double?]
    let without: [Double?]
    let attribution: [Double?]
  }

  let loss: Double?
  let lossName: String
  let unit: String
  let classes: [String]
  let rows: [Row]
}

/// Whether two numbers agree to the last digits of a double.
func isNear(_ left: Double?, _ right: Double, within tolerance: Double = 1e-15) -> Bool {
  left.map { abs($0 - right) <= tolerance * max(1, abs(right)) } ?? false
}
