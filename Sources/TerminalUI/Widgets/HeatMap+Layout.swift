extension HeatMap {
  /// Which rows and columns of a map have room, and where they stand.
  package struct Layout: Hashable, Sendable {
    package let rows: ScrollWindow
    package let columns: ScrollWindow
    /// The cells that a value's text has; nil where blocks stand for the values.
    package let textWidth: Int?
    /// The rows taken, that of the heads included.
    package var height: Int { rows.range.isEmpty ? 0 : 1 + rows.range.count }
    /// The columns taken, the rows' heads included.
    package var width: Int { rect.width - room + columns.range.count * pitch }

    private let rect: Rect
    private let room: Int
    private let pitch: Int

    /// A text has a cell to either side of it, for the brackets of the focus.
    private static let leastInset = 1
    /// What is worth scrolling through: fewer numbers than this say less than a map of signs.
    private static let leastTexts = 4
    private static let blockPitches = 3...4
    private static let widestInset = 3

    fileprivate init(_ map: HeatMap, in rect: Rect) {
      self.rect = rect
      room = rect.isEmpty ? 0 : max(0, rect.width - map.headWidth)
      let least = map.textWidth.lowerBound + 2 * Self.leastInset
      let most = map.textWidth.upperBound + 2 * Self.widestInset
      let height = max(0, rect.height - 1)
      let each = room / max(1, map.columns)
      let isWholeInBlocks = each >= Self.blockPitches.lowerBound && height >= map.rows
      if each >= least || !isWholeInBlocks && room / least >= Self.leastTexts {
        pitch = min(max(each, least), most)
        textWidth = min(map.textWidth.upperBound, pitch - 2 * Self.leastInset)
      } else {
        pitch = min(max(each, Self.blockPitches.lowerBound), Self.blockPitches.upperBound)
        textWidth = nil
      }
      let width = room / pitch
      // Pages, so that the map stands still until the focus leaves one, and of one size both ways, so
      // that a square map is seen along its diagonal.
      let page = max(1, min(width, height))
      func window(of count: Int, in size: Int, focus: Int) -> ScrollWindow {
        ScrollWindow(count: count, height: size, focus: focus, offset: focus / page * page)
      }
      rows = window(of: map.rows, in: height, focus: map.focusedRow ?? 0)
      columns = window(of: map.columns, in: width, focus: map.focusedColumn ?? 0)
    }

    /// The blank cells before a text.
    var inset: Int { textWidth.map { (pitch - $0) / 2 } ?? 1 }

    func head(row: Int) -> Rect {
      Rect(
        x: rect.x,
        y: rect.y + 1 + row - rows.range.lowerBound,
        width: rect.width - room,
        height: 1
      )
    }

    func head(column: Int) -> Rect { place(column, y: rect.y) }

    func cell(_ row: Int, _ column: Int) -> Rect { place(column, y: head(row: row).y) }

    private func place(_ column: Int, y: Int) -> Rect {
      let x = rect.maxX - room + (column - columns.range.lowerBound) * pitch
      return Rect(x: x, y: y, width: pitch, height: 1)
    }
  }

  /// Numbers where all the columns have room for them; else blocks where these show the whole map, or
  /// where hardly a number has room.
  package func layout(in rect: Rect) -> Layout { Layout(self, in: rect) }
}
