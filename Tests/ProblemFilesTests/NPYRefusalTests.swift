import LogitModel
import Testing

@testable import ProblemFiles

@Suite("Arrays that are refused")
struct NPYRefusalTests {
  @Test(
    "what is no number is named with the way out",
    arguments: [
      (
        "|O",
        "it holds pickled objects, which are never loaded; save numbers, numpy.save(FILE, a.astype('f8'))"
      ),
      (
        "<c16",
        "it holds complex numbers, '<c16'; save numbers, numpy.save(FILE, a.real.astype('f8'))"
      ),
      ("|b1", "it holds truths, '|b1'; save numbers, numpy.save(FILE, a.astype('f8'))"),
      ("<U5", "it holds texts, '<U5'; save numbers, numpy.save(FILE, a.astype('f8'))"),
      ("|S3", "it holds texts, '|S3'; save numbers, numpy.save(FILE, a.astype('f8'))"),
      ("<M8[ns]", "it holds times, '<M8[ns]'; save numbers, numpy.save(FILE, a.astype('f8'))"),
      (
        "|V2",
        "it holds raw bytes, '|V2', as bfloat16 is saved; save numbers, numpy.save(FILE, a.astype('f8'))"
      ),
      ("<f16", "'<f16' is none of the widths 2, 4, 8; save numbers, a.astype('f8')"),
      ("<i3", "'<i3' is none of the widths 1, 2, 4, 8; save numbers, a.astype('f8')"),
      ("<f", "'<f' is none of the widths 2, 4, 8; save numbers, a.astype('f8')"),
      ("f8", "'f8' is no type of NumPy's; save it again with numpy.save"),
      ("", "'' is no type of NumPy's; save it again with numpy.save"),
      (
        "<x\u{1B}[2J",
        "it holds '<x\\u{1b}[2J', which are no numbers; save numbers, numpy.save(FILE, a.astype('f8'))"
      ),
    ]
  )
  func types(_ type: String, _ message: String) {
    #expect(NPYBytes(type: type).refusal == "x.npy: \(message)")
  }

  @Test(
    "a shape that is no row and no rows",
    arguments: [
      (
        "()", 1,
        "shape () is neither one row, (C,), nor rows, (N, C); save at least one row of at least 2 numbers"
      ),
      (
        "(0,)", 0,
        "shape (0,) is neither one row, (C,), nor rows, (N, C); save at least one row of at least 2 numbers"
      ),
      (
        "(0, 3)", 2,
        "shape (0, 3) is neither one row, (C,), nor rows, (N, C); save at least one row of at least 2 numbers"
      ),
      (
        "(1000000000000, 0)", 0,
        "shape (1000000000000, 0) is neither one row, (C,), nor rows, (N, C); save at least one row of at least 2 numbers"
      ),
      (
        "(1, 1, 2)", 2,
        "shape (1, 1, 2) is neither one row, (C,), nor rows, (N, C); save a.reshape(-1, a.shape[-1])"
      ),
      ("(2, 1)", 2, "1 class; at least 2 are needed"),
    ]
  )
  func shapes(_ shape: String, _ count: Int, _ message: String) {
    var file = NPYBytes(shape: shape)
    file.numbers = [UInt8](repeating: 0, count: count * 8)
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test(
    "what the header claims is compared with what is there",
    arguments: [
      (
        "|u1", "(1152921504606846976,)",
        "it ends after 16 of 1152921504606846976 bytes of numbers; copy it whole, or save it again"
      ),
      (
        "<f8", "(1152921504606846976,)",
        "its header claims more numbers than a memory holds, shape (1152921504606846976,); save it again"
      ),
      (
        "<f8", "(4294967296, 4294967296)",
        "its header claims more numbers than a memory holds, shape (4294967296, 4294967296); save it again"
      ),
      (
        "<f8", "(99999999999999999999,)",
        "its header claims more numbers than a memory holds, at byte 61; save it again"
      ),
      ("<f8", "(3,)", "it ends after 16 of 24 bytes of numbers; copy it whole, or save it again"),
      ("<f8", "(1,)", "8 bytes behind the last number; a file holds one array, save it alone"),
      (
        "<i8", "(2,)",
        "row 0, number 1: an integer beyond 2^53 that no double holds; save smaller numbers"
      ),
    ]
  )
  func claims(_ type: String, _ shape: String, _ message: String) {
    var file = NPYBytes(type: type, shape: shape)
    file.numbers = [1, 1 << 53 | 1].flatMap { NPYBytes.little($0, 8) }
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test("an array that would take more than a GiB is refused before it does")
  func tooLarge() {
    var file = NPYBytes(type: "|u1", shape: "(24000000, 1)")
    file.numbers = [UInt8](repeating: 0, count: 24_000_000)
    let message = "shape (24000000, 1) takes more than 1024 MiB as doubles; save fewer rows"
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test(
    "a header that is damaged",
    arguments: [
      ("", 64), ("{", 64), ("[]", 10), ("{'descr': '<f8', 'fortran_order': False}", 64),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2), }", 62),
      ("{'descr': '<f8', 'fortran_order': 0, 'shape': (2,), }", 44),
      ("{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", 27),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'x': 1}", 66),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (-2,), }", 61),
      ("{'descr': '<\\x66', 'fortran_order': False, 'shape': (2,), }", 20),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), } x", 68),
    ]
  )
  func damaged(_ dictionary: String, _ place: Int) {
    let file = NPYBytes(dictionary: dictionary)
    let message = "its header is damaged at byte \(place); save it again with numpy.save"
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test(
    "elements with fields",
    arguments: ["[('a', '<f8'), ('b', '<i4')]", "('<f8', (2,))"]
  )
  func fields(_ type: String) {
    let file = NPYBytes(dictionary: "{'descr': \(type), 'fortran_order': False, 'shape': (2,), }")
    let message = "its elements have fields; save one as numbers, a['NAME'].astype('f8')"
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test("a wrong beginning", arguments: ["PK\u{3}\u{4}rest", "1 2 3", "\u{93}", ""])
  func beginning(_ text: String) {
    let message =
      switch text {
      case "": "it is empty; give logits as JSON, YAML, CSV, plain numbers or .npy"
      case "1 2 3", "\u{93}": "it does not begin as .npy files do; save the array with numpy.save"
      default: "it is an archive, as .npz and .pt are; save one array with numpy.save"
      }
    #expect(NPYBytes.refusal(Array(text.utf8)) == "x.npy: \(message)")
  }

  @Test("another version")
  func version() {
    var file = NPYBytes()
    file.version = 4
    let message = "version 4.0 of .npy is not known, 1.0, 2.0 and 3.0 are; save it with numpy.save"
    #expect(file.refusal == "x.npy: \(message)")
  }

  @Test("a file cut anywhere says how far it goes", arguments: [1, 2, 3] as [UInt8])
  func cut(_ version: UInt8) throws {
    var file = NPYBytes()
    file.version = version
    let bytes = file.bytes
    for count in 1..<bytes.count {
      let message =
        count < bytes.count - 16
        ? "it ends within its header, after \(count) byte\(count == 1 ? "" : "s"); copy it whole, or save it again"
        : "it ends after \(16 - (bytes.count - count)) of 16 bytes of numbers; copy it whole, or save it again"
      #expect(NPYBytes.refusal(Array(bytes.prefix(count))) == "x.npy: \(message)")
    }
  }

  @Test("NaN and +inf are named by row and class")
  func notANumber() {
    var file = NPYBytes(shape: "(2, 2)")
    file.numbers = [1, 2, 3, Double.nan].flatMap { NPYBytes.little($0.bitPattern, 8) }
    let rest = "give a finite number or -inf to leave the class out"
    #expect(file.refusal == "x.npy: row 1, class \"1\" (1): logit is nan; \(rest)")
  }

  @Test("bytes flipped and cut at random are read or refused in one line", arguments: 0..<300)
  func fuzz(seed: UInt64) throws {
    var random = RandomProblems(seed: seed)
    var file = NPYBytes()
    file.type = ["<f8", ">i4", "<f2", "|u1", ">u8"].randomElement(using: &random) ?? ""
    file.shape = ["(2,)", "(2, 3)", "(1, 2)", "()"].randomElement(using: &random) ?? ""
    file.version = UInt8.random(in: 1...3, using: &random)
    file.numbers = (0..<Int.random(in: 0...48, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    var bytes = file.bytes
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    if Bool.random(using: &random) {
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    }
    let message = NPYBytes.refusal(bytes)
    #expect(message.map { $0.hasPrefix("x.npy: ") && !$0.contains("\n") } ?? true)
    _ = try? ProblemFile.targets(NPYBytes.input(bytes))
  }
}
