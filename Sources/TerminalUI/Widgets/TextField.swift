/// One line of text being edited.
package struct TextField: Hashable, Sendable {
  /// The text on both sides of the cursor: kept apart, a mark typed after it joins no glyph before.
  private var before: String
  private var after = ""

  /// A field with the cursor after the text.
  package init(_ text: String = "") {
    before = Self.printable(text)
  }

  package var text: String { before + after }

  /// The characters before the cursor.
  package var cursor: Int { before.count }

  /// Inserts typed or pasted text, whose controls are left out.
  package mutating func insert(_ text: String) {
    before += Self.printable(text)
  }

  /// Does what the key asks of a field, and says whether it asks anything.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left: if let last = before.popLast() { after = String(last) + after }
    case .right: if !after.isEmpty { before.append(after.removeFirst()) }
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    case .backspace: _ = before.popLast()
    case .delete: after = String(after.dropFirst())
    case .control("u"): before = ""
    case .control("k"): after = ""
    case .control("w"): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
  }

  /// Draws what fits into the first row, scrolled so that the cursor is seen, and tells where it is.
  package func draw(in rect: Rect, on canvas: inout Canvas, style: Style = .text) -> Point? {
    guard !rect.isEmpty else { return nil }
    let under = CellGlyphs(after).first { _ in true }?.width ?? 1
    var skipped = displayWidth(before) + under - rect.width
    var shown = Substring(before)
    var column = 0
    while skipped > 0, let first = shown.popFirst() {
      let cells = displayWidth(String(first))
      column = max(0, cells - skipped)
      skipped -= cells
    }
    canvas.fill(rect.slice(y: 0, height: 1), style: style)
    let cursor = min(rect.width - 1, column + displayWidth(shown))
    canvas.put(
      String(shown) + after,
      x: rect.x + column,
      y: rect.y,
      width: rect.width - column,
      style: style
    )
    return Point(x: rect.x + cursor, y: rect.y)
  }

  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isUnprintable || scalar.isDropped {
      result.append(scalar)
    }
    return String(result)
  }
}
