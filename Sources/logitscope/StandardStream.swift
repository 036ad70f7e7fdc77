import Glibc
import TerminalUI

/// Standard output or error, which may be a closed pipe or a full disk; or a file that is being written.
struct StandardStream: TextOutputStream {
  enum Kind: Int32 {
    case output = 1
    case error = 2
  }

  struct WriteError: Error, CustomStringConvertible {
    let code: Int32
    var description: String { "the output cannot be written: \(String(cString: strerror(code)))" }
  }

  private static let blockSize = 1 << 16
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The code of what kept it from being written, if anything.
  private(set) var failure: Int32?

  init(_ kind: Kind) {
    self.init(descriptor: kind.rawValue)
  }

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count >= Self.blockSize { flush() }
  }

  /// Writes what is left; that nobody reads any longer is no failure.
  mutating func finish() throws(WriteError) {
    flush()
    if let failure, failure != EPIPE { throw WriteError(code: failure) }
  }

  mutating func flush() {
    if failure == nil { failure = writeAll(buffer, to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// One line on standard error; what it quotes from a file cannot steer the terminal.
func complain(_ message: some CustomStringConvertible) {
  let line = message.description.split(whereSeparator: \.isNewline).joined(separator: " ")
  var output = StandardStream(.error)
  output.write("logitscope: \(visible(line))\n")
  output.flush()
}

/// Writes every byte, and returns the code of what kept it from that.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
