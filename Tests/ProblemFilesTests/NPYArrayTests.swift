import LogitModel
import Testing

@testable import ProblemFiles

@Suite("Arrays as numpy.save writes them")
struct NPYArrayTests {
  /// Six numbers of a type, and their bits.
  struct Element: Sendable, CustomStringConvertible {
    let name: String
    let numbers: [Double]
    let bits: [UInt64]
    var width: Int { Int(name.dropFirst()) ?? 0 }
    var description: String { name }

    init(_ name: String, _ pairs: KeyValuePairs<Double, UInt64>) {
      self.name = name
      numbers = pairs.map(\.key)
      bits = pairs.map(\.value)
    }
  }

  static let elements = [
    Element(
      "f2",
      [1.5: 0x3E00, -2: 0xC000, 0x1p-24: 1, -.infinity: 0xFC00, 65504: 0x7BFF, 0: 0]
    ),
    Element(
      "f4",
      [
        1.5: 0x3FC0_0000, -2: 0xC000_0000, 0x1p-149: 1, -.infinity: 0xFF80_0000,
        0x1.fffffep127: 0x7F7F_FFFF, 0: 0,
      ]
    ),
    Element(
      "f8",
      [
        1.5: 0x3FF8 << 48, -2: 0xC000 << 48, 0x1p-1022: 1 << 52, -.infinity: 0xFFF0 << 48,
        0.1: 0x3FB9_9999_9999_999A, 0: 0,
      ]
    ),
    Element("i1", [1: 1, -1: 0xFF, -128: 0x80, 127: 0x7F, 0: 0, 2: 2]),
    Element("i2", [1: 1, -1: 0xFFFF, -32768: 0x8000, 258: 0x0102, 0: 0, 2: 2]),
    Element("i4", [1: 1, -1: 0xFFFF_FFFF, -0x1p31: 1 << 31, 16_909_060: 0x0102_0304, 0: 0, 2: 2]),
    Element(
      "i8",
      [1: 1, -1: .max, -0x1p63: 1 << 63, 0x1p53: 1 << 53, 258: 0x0102, 0x1p62: 1 << 62]
    ),
    Element("u1", [1: 1, 255: 0xFF, 128: 0x80, 127: 0x7F, 0: 0, 2: 2]),
    Element("u2", [1: 1, 65535: 0xFFFF, 32768: 0x8000, 258: 0x0102, 0: 0, 2: 2]),
    Element("u4", [1: 1, 0xFFFF_FFFF: 0xFFFF_FFFF, 0x1p31: 1 << 31, 258: 0x0102, 0: 0, 2: 2]),
    Element("u8", [1: 1, 0x1p63: 1 << 63, 0x1p53: 1 << 53, 258: 0x0102, 0: 0, 2: 2]),
  ]

  @Test("every type in every byte order, layout and version", arguments: elements)
  func everyType(_ element: Element) throws {
    for version in [1, 2, 3] as [UInt8] {
      for mark in element.width == 1 ? ["|"] : ["<", ">", "="] {
        for (shape, order, places) in Self.layouts {
          var file = NPYBytes(type: mark + element.name, order: order, shape: shape)
          file.version = version
          file.numbers = places.joined().flatMap { place in
            let bytes = NPYBytes.little(element.bits[place], element.width)
            return mark == ">" ? bytes.reversed() : bytes
          }
          let rows = try NPYArray(file.bytes).rows()
          #expect(rows.joined().map(\.bitPattern) == element.numbers.map(\.bitPattern))
          #expect(rows.count == (shape == "(6,)" ? 1 : 2))
        }
      }
    }
  }

  /// Where the six numbers of a row or of two rows stand in the file.
  private static let layouts: [(shape: String, order: String, places: [[Int]])] = [
    ("(6,)", "False", [[0, 1, 2, 3, 4, 5]]), ("(6,)", "True", [[0, 1, 2, 3, 4, 5]]),
    ("(2, 3)", "False", [[0, 1, 2], [3, 4, 5]]), ("(2, 3)", "True", [[0, 3], [1, 4], [2, 5]]),
  ]

  @Test("a single row is the same in either layout")
  func singleRow() throws {
    let file = NPYBytes(order: "True", shape: "(1, 2)")
    #expect(try file.problem().logits == [[1, 2]])
  }

  @Test(
    "the header is Python, in any order and with either quote",
    arguments: [
      "{\"shape\": (2L,), \"fortran_order\": False, \"descr\": \"<f8\"}",
      "{'fortran_order':True,'shape':(1,2),'descr':'<f8'}",
      " { 'descr' : '<f8' , 'fortran_order' : False , 'shape' : ( 1 , 2 , ) , } ",
    ]
  )
  func notation(_ dictionary: String) throws {
    let file = NPYBytes(dictionary: dictionary)
    #expect(try file.problem().logits == [[1, 2]])
  }

  @Test("it is known by its first bytes, whatever its name", arguments: ["", "x.txt", "x.csv"])
  func magic(_ name: String) throws {
    let input = NPYBytes.input(NPYBytes().bytes, name: name)
    #expect(try ProblemFile.problem(input).logits == [[1, 2]])
  }

  @Test(
    "targets are indices or distributions",
    arguments: [
      ("<i8", "(2,)", [1, 0], [.index(1), .index(0)]),
      ("<i8", "()", [5], [.index(5)]),
      ("<i8", "(1,)", [UInt64(bitPattern: -100)], [.index(-100)]),
      (
        "<f8", "(1, 2)", [0x3FD0 << 48, 0x3FE8 << 48], [.distribution([0.25, 0.75])]
      ),
      ("<u8", "(1, 2)", [1, 0], [.distribution([1, 0])]),
      ("<u8", "(2, 2)", [2, 0, 0, 1], [.distribution([2, 0]), .distribution([0, 1])]),
    ] as [(String, String, [UInt64], [ProblemDraft.Answer])]
  )
  func targets(
    _ type: String,
    _ shape: String,
    _ bits: [UInt64],
    _ answers: [ProblemDraft.Answer]
  ) throws {
    var file = NPYBytes(type: type, shape: shape)
    file.numbers = bits.flatMap { NPYBytes.little($0, 8) }
    #expect(try ProblemFile.targets(NPYBytes.input(file.bytes)) == answers)
  }

  @Test(
    "what is no target is refused",
    arguments: [
      (
        "<f8", "(2,)", [0, 0],
        "x.npy: shape (2,) of fractions is neither indices nor rows; "
          + "save a.astype('i8'), or one distribution as a[None]"
      ),
      (
        "<u8", "(2, 1)", [1, 0],
        "x.npy: shape (2, 1) of integers is neither an index a row, (N,), nor a distribution a row, "
          + "(N, C); save indices as one row of integers, a.ravel()"
      ),
      (
        "<i8", "(1, 3)", [2, 0, 1],
        "x.npy: shape (1, 3) of integers is neither an index a row, (N,), nor a distribution a row, "
          + "(N, C); save indices as one row of integers, a.ravel()"
      ),
      (
        "<u8", "(1,)", [1 << 63],
        "x.npy: row 0: 9.223372036854776e+18 is no index of a class; give one from 0"
      ),
      (
        "<i8", "(1, 1, 1)", [1],
        "x.npy: shape (1, 1, 1) is neither an index a row, (N,), nor a distribution a row, (N, C); "
          + "save one of these"
      ),
      (
        "<i8", "(1,)", [1 << 53 | 1],
        "x.npy: row 0, number 0: an integer beyond 2^53 that no double holds; save smaller numbers"
      ),
    ] as [(String, String, [UInt64], String)]
  )
  func noTargets(_ type: String, _ shape: String, _ bits: [UInt64], _ message: String) {
    var file = NPYBytes(type: type, shape: shape)
    file.numbers = bits.flatMap { NPYBytes.little($0, 8) }
    do {
      _ = try ProblemFile.targets(NPYBytes.input(file.bytes))
      Issue.record("it was read")
    } catch {
      #expect(error.description == message)
    }
  }
}
