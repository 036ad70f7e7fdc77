/// A text as what its cells will hold: each spacing scalar with the marks that follow it.
///
/// This, and not Swift's `Character`, is how a terminal parts text. Nothing unprintable comes out, and
/// marks that follow nothing are left out.
struct CellGlyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var ahead: Unicode.Scalar?

  /// A complex character of ncurses has room for no more (`CCHARW_MAX` less one).
  private static let mostMarks = 5

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
    while let scalar = ahead, scalar.cellWidth == 0 { ahead = scalars.next() }
  }

  mutating func next() -> (glyph: String, width: Int)? {
    guard let base = ahead else { return nil }
    var glyph = String(base.isUnprintable ? base.stand : base)
    var marks = 0
    ahead = scalars.next()
    while let mark = ahead, mark.cellWidth == 0 {
      if marks < Self.mostMarks && !mark.isDropped {
        glyph.unicodeScalars.append(mark)
        marks += 1
      }
      ahead = scalars.next()
    }
    return (glyph, base.cellWidth)
  }
}
