/// A key as the terminal told of it, without its bytes.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a letter, always the lowercase one.
  case control(Character)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case pageUp, pageDown, home, end
  case enter, escape, tab, backTab, backspace, delete, insert
  case function(Int)
}

/// What a mouse did, and over which cell.
package struct Mouse: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  package let kind: Kind
  package let position: Point

  package init(kind: Kind, position: Point) {
    self.kind = kind
    self.position = position
  }
}

/// Anything that can come in while the screen is open.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// Text in brackets from the terminal's clipboard: data, never keys.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// The time for the next frame of something that moves by itself.
  case tick
}
