import Foundation
import LogitModel
import Testing

@testable import ProblemFiles

@Suite("Arrays as .npy files")
struct NPYWriterTests {
  /// The text of the header and the numbers behind it, read by the format's own words.
  private func read(_ bytes: [UInt8]) throws -> (header: String, numbers: [Double]) {
    try #require(bytes.count >= 10)
    let start = 10 + Int(bytes[8]) + 256 * Int(bytes[9])
    let numbers = stride(from: start, to: bytes.count, by: 8).map { offset in
      (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }
    return (
      String(decoding: bytes[10..<start], as: UTF8.self),
      numbers.map { Double(bitPattern: $0) }
    )
  }

  private func saved(
    _ array: ResultArray,
    of problem: Problem,
    _ options: ResultOptions = ResultOptions()
  ) throws -> (header: String, numbers: [Double]) {
    var bytes: [UInt8] = []
    array.write(problem, options: options) { bytes += $0 }
    return try read(bytes)
  }

  private let problem = try? Problem(
    logits: [[0.5, -.infinity, 2], [1, 1, 1]],
    targets: [.index(0), nil]
  )

  @Test("one row is a matrix of one row, byte for byte as NumPy writes it")
  func bytes() {
    var bytes: [UInt8] = []
    NPYWriter.write(rows: 1, columns: 2, row: { _ in [1, -2] }, to: { bytes += $0 })
    let fields = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
    let header = fields + String(repeating: " ", count: 117 - fields.count) + "\n"
    let numbers: [UInt8] = [0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0]
    #expect(bytes == [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(header.utf8) + numbers)
  }

  @Test("the numbers begin at a multiple of 64 bytes", arguments: [1, 10, 1_000_000, Int.max])
  func alignment(columns: Int) {
    var bytes: [UInt8] = []
    NPYWriter.write(rows: 0, columns: columns, row: { _ in [] }, to: { bytes += $0 })
    #expect(bytes.count % 64 == 0 && bytes.last == UInt8(ascii: "\n"))
    #expect(Int(bytes[8]) + 256 * Int(bytes[9]) == bytes.count - 10)
  }

  @Test("a matrix has a number for each class, NaN where it does not apply")
  func matrix() throws {
    let problem = try #require(problem)
    let (header, numbers) = try saved(.gradient, of: problem)
    #expect(header.contains("'shape': (2, 3)"))
    #expect(Array(numbers.prefix(3)) == problem.evaluate(row: 0).gradient.map { Array($0) })
    #expect(numbers.dropFirst(3).allSatisfy(\.isNaN) && numbers.count == 6)
    let share = try saved(.share, of: problem).numbers
    #expect(share[0].isNaN && share[1] == 0 && share[2] == 1)
    #expect(try saved(.logits, of: problem).numbers == problem.logits.flatMap { $0 })
  }

  @Test("a list has a number for each row")
  func list() throws {
    let problem = try #require(problem)
    let (header, numbers) = try saved(.loss, of: problem)
    #expect(header.contains("'shape': (2,)"))
    #expect(numbers[0] == problem.evaluate(row: 0).loss && numbers[1].isNaN)
  }

  @Test("every array is that of the JSON, in its unit", arguments: ResultArray.allCases)
  func likeJSON(array: ResultArray) throws {
    let problem = try #require(problem)
    let options = ResultOptions(unit: "bits", perNat: 1.5)
    let json = try ReadJSON(
      try written { try ResultFile.writeJSON(problem, options: options, to: &$0) }
    )
    let numbers = try saved(array, of: problem, options).numbers
    let count = numbers.count / problem.logits.count
    for row in problem.logits.indices {
      let fields = try #require(json["rows"]?[row])
      let found = fields[array.rawValue] ?? fields["negatives"]?[array.rawValue] ?? .null
      let values: [ReadJSON] = if case .list(let list) = found { list } else { [found] }
      let expected = (0..<count).map { values.count == count ? values[$0] : .null }
      for (value, number) in zip(expected, numbers[(row * count)...]) {
        switch value {
        case .number(let value): #expect(value == number)
        case .text(let text): #expect(text == NumberText.plain(number))
        default: #expect(number.isNaN)
        }
      }
    }
  }
}
