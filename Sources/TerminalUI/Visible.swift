/// Text from outside with all that could steer a terminal turned into something to read.
///
/// Control characters become their pictures (ESC is `␛`), other invisible ones their number
/// (`\u{202e}`), so that a name cannot move the cursor or turn the line around. Doing it twice
/// changes nothing more.
package func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !scalar.isDropped {
    if result.isEmpty && scalar.cellWidth == 0 { result.append(dottedCircle) }
    if let picture = scalar.controlPicture {
      result.append(picture)
    } else if scalar.isUnprintable {
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// What a mark without a letter under it is shown on.
private let dottedCircle: Unicode.Scalar = "\u{25CC}"

extension Unicode.Scalar {
  /// Whether a terminal would obey it, hide it or not know it.
  var isUnprintable: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xAD { return value < 0xA0 }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
      return true
    default:
      return false
    }
  }

  /// The picture of a C0 control or of DEL.
  fileprivate var controlPicture: Unicode.Scalar? {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }

  /// What a cell holds instead of an unprintable scalar.
  var stand: Unicode.Scalar { controlPicture ?? "\u{FFFD}" }
}
