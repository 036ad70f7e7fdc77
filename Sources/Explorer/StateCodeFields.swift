/// The fields of a state code, `1:name=value/name=value/end`.
///
/// The end is written out, so that a code that lost its tail while being copied is refused instead of
/// opening another state.
struct StateCodeFields {
  private static let version = "1"
  private static let end = "/end"

  private var values: [String: String] = [:]

  static func write(_ fields: [(name: String, value: String)]) -> String {
    version + ":" + fields.map { $0.name + "=" + $0.value }.joined(separator: "/") + end
  }

  init(_ code: String) throws(StateCodeError) {
    // Beyond ASCII a mark could join the character before it and hide a separator.
    guard code.utf8.allSatisfy({ $0 < 0x80 }) else { throw .notACode(code) }
    guard let mark = code.firstIndex(of: ":"), mark > code.startIndex,
      code[..<mark].utf8.allSatisfy(\.isDigit)
    else { throw .notACode(code) }
    guard code[..<mark] == Self.version else { throw .otherVersion(String(code[..<mark])) }
    let body = code[mark...].dropFirst()
    guard body.hasSuffix(Self.end) else { throw .cutOff }
    for field in body.dropLast(Self.end.count).split(
      separator: "/",
      omittingEmptySubsequences: false
    ) {
      guard let mark = field.firstIndex(of: "=") else { throw .notACode(String(field)) }
      let name = String(field[..<mark])
      guard values.updateValue(String(field[mark...].dropFirst()), forKey: name) == nil else {
        throw .repeated("field \(name.prefix(40))")
      }
    }
  }

  /// A field's value, which then counts as read.
  mutating func take(_ name: String) -> String? { values.removeValue(forKey: name) }

  func refuseUnread() throws(StateCodeError) {
    if let name = values.keys.min() { throw .unknownField(name) }
  }
}
