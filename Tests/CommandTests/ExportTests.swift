import Foundation
import Testing

@Suite("logitscope eval --save and --code")
struct ExportTests {
  /// A directory that is there for the length of a test.
  private func inDirectory(_ body: (URL) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory)
  }

  private func files(_ directory: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  @Test("arrays are saved beside what is printed, and replace a file that is there")
  func saving() throws {
    try inDirectory { directory in
      let gradient = directory.appendingPathComponent("grad.npy")
      try Data("old".utf8).write(to: gradient)
      let program = try Program(
        "eval",
        "--example",
        "negatives",
        "--save",
        "gradient=\(gradient.path)",
        "--save",
        "share=\(directory.path)/a=b.npy"
      )
      #expect(program.status == 0 && program.errors == "")
      #expect(program.output == (try Program("eval", "--example", "negatives").output))
      #expect(try files(directory) == ["a=b.npy", "grad.npy"])
      let bytes = try Data(contentsOf: gradient)
      #expect(bytes.count == 128 + 5 * 8)
      #expect(String(decoding: bytes[10..<128], as: UTF8.self).contains("'shape': (1, 5)"))
    }
  }

  @Test("what cannot be written is one line, the old file stays, and nothing is printed")
  func failures() throws {
    try inDirectory { directory in
      let old = directory.appendingPathComponent("old.npy")
      try Data("old".utf8).write(to: old)
      let save = "\"$0\" eval --logits 1,2 --save"
      let cases: [(line: String, message: String)] = [
        // A limit of the size stands for a disk that is full; 5000 numbers are beyond it.
        (
          "ulimit -f 8; cd '\(directory.path)'; "
            + "seq 5000 | tr '\\n' , | sed 's/,$//' | \"$0\" eval - --save logits=old.npy",
          "old.npy: file too large; choose another name"
        ),
        (
          "\(save) logits=/sys/x.npy", "/sys/x.npy: it may not be written; choose another place"
        ),
        ("\(save) logits=/none/x.npy", "/none/x.npy: there is no such directory; make it first"),
        (
          "mkdir '\(directory.path)/d.npy'; cd '\(directory.path)'; \(save) logits=d.npy",
          "d.npy: it is a directory or a device; name a file"
        ),
      ]
      for (line, message) in cases {
        let program = try Program(shell: line)
        #expect(program.status == 1 && program.output == "")
        #expect(program.errors == "logitscope: \(message)\n")
      }
      #expect(try String(contentsOf: old, encoding: .utf8) == "old")
      #expect(try files(directory) == ["d.npy", "old.npy"])
    }
  }

  @Test("a program is printed instead of the result, in every language")
  func code() throws {
    for (language, line) in [
      ("torch", "loss = F.cross_entropy(z, y)"), ("jax", "loss = rows.mean()"),
      ("numpy", "loss = rows.mean()"), ("swift", "var rows: [Double] = []"),
    ] {
      let program = try Program("eval", "--example", "negatives", "--code", language)
      #expect(program.status == 0 && program.lines.contains { $0 == line }, "\(language)")
      #expect(program.lines.last?.hasSuffix("0.2231435513142098") == true)
    }
  }

  @Test("without a loss there is no program")
  func noLoss() throws {
    let program = try Program("eval", "--logits", "1,2", "--code", "numpy")
    #expect(program.status == 1 && program.output == "")
    #expect(
      program.errors
        == "logitscope: no row has a loss that a program could print; give targets with --targets\n"
    )
  }
}
