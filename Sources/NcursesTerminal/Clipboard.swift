/// OSC 52, by which a terminal takes a text onto the clipboard, also through ssh.
func clipboardSequence(_ text: String) -> String {
  "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
}

/// RFC 4648, section 4; Foundation's own stays out of this module.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits: UInt32 = 0
    for byte in group { bits = bits << 8 | UInt32(byte) }
    bits <<= UInt32(8 * (3 - group.count))
    for index in 0..<4 {
      let digit = Int(bits >> UInt32(18 - 6 * index) & 0x3F)
      result.append(index <= group.count ? alphabet[digit] : UInt8(ascii: "="))
    }
  }
  return String(decoding: result, as: UTF8.self)
}
