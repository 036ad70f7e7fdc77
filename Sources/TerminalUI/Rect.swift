/// A number of columns and rows.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A cell's place, counted from the top left.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A block of cells, possibly empty, possibly outside any canvas.
package struct Rect: Hashable, Sendable {
  package let x: Int
  package let y: Int
  package let width: Int
  package let height: Int

  /// A rectangle whose negative sizes count as 0, so that a view may subtract without looking.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The first column to the right of it.
  package var maxX: Int { x + width }

  /// The first row below it.
  package var maxY: Int { y + height }

  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left,
      y: top,
      width: min(maxX, other.maxX) - left,
      height: min(maxY, other.maxY) - top
    )
  }

  /// The rows from `y` on, counted from the rectangle's own top, as far as it has them.
  package func slice(y offset: Int, height rows: Int) -> Rect {
    intersection(Rect(x: x, y: y + offset, width: width, height: min(rows, height - offset)))
  }

  /// The columns from `x` on, counted from the rectangle's own left, as far as it has them.
  package func slice(x offset: Int, width columns: Int) -> Rect {
    intersection(Rect(x: x + offset, y: y, width: min(columns, width - offset), height: height))
  }
}
