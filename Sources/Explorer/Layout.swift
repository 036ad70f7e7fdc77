import TerminalUI

/// Where each part of the screen lies at a size.
struct Layout: Equatable {
  static let minimum = Size(width: 40, height: 10)
  /// A panel's rows: what it needs at least to be of use.
  static let panelHeight = 6

  let header: Rect
  let tableHead: Rect
  let tableRows: Rect
  let rule: Rect
  let readout: Rect
  /// The strip of tabs; empty where no panel has room.
  let tabs: Rect
  /// The panel chosen, and behind its own title the next one where there is room for two.
  let panels: [Rect]
  /// A lesson's text; empty where none is open, or where a panel has its place.
  let lesson: Rect
  let footer: Rect

  init(_ state: State) {
    self.init(
      size: state.size,
      classes: state.problem.classes.count,
      lines: state.tableLines,
      rows: state.problem.logits.count,
      panel: state.panel,
      lesson: LessonView(state)?.height(width: state.size.width) ?? 0
    )
  }

  /// The layout of a problem of so many classes and rows, of a table of so many lines if these are not
  /// its classes, and of a lesson's text of so many.
  init(
    size: Size,
    classes: Int,
    lines: Int? = nil,
    rows: Int = 1,
    panel: Panel,
    lesson wanted: Int = 0
  ) {
    let lines = lines ?? classes
    let all = Rect(size)
    header = all.slice(y: 0, height: 1)
    footer = all.slice(y: size.height - 1, height: 1)
    let body = all.slice(y: 1, height: size.height - 2)
    let (isWide, isTall) = (size.width >= 160, size.height >= 40)
    // Beside a panel it is as wide as a screen of 80 columns, or more.
    let table = isWide ? body.slice(x: 0, width: size.width / 2) : body
    // Heads, rule and readout are five rows, the tabs a sixth.
    let room = body.height - 5
    let hasPanel: Bool
    let kept: Int
    if isWide {
      hasPanel = true
      kept = max(wanted, isTall ? Self.panelHeight + 3 : 0)
    } else if wanted > 0 {
      // A lesson's text comes before a panel, and a panel before the classes that the table can scroll to.
      hasPanel = room - wanted - min(lines, 5) >= Self.panelHeight
      kept = wanted + (hasPanel ? Self.panelHeight : 0)
    } else {
      hasPanel = room - 1 - min(lines, 3) >= Self.panelHeight
      kept = hasPanel ? 1 + (isTall ? 2 * Self.panelHeight + 1 : Self.panelHeight) : 0
    }
    let listed = min(lines, max(0, room - kept))
    tableHead = table.slice(y: 0, height: 1)
    tableRows = table.slice(y: 1, height: listed)
    rule = table.slice(y: 1 + listed, height: 1)
    readout = table.slice(y: 2 + listed, height: 3)
    let below = table.slice(y: 5 + listed, height: table.height)
    if isWide {
      let aside = body.slice(x: table.width + 1, width: size.width)
      tabs = aside.slice(y: 0, height: 1)
      let first = aside.slice(y: 1, height: aside.height - 1)
      // The second panel stands under the readout, below its title.
      panels = isTall && wanted == 0 ? [first, below.slice(y: 2, height: below.height)] : [first]
      lesson = below.slice(y: 0, height: wanted > 0 ? below.height : 0)
      return
    }
    if hasPanel || wanted == 0 {
      lesson = below.slice(y: 0, height: wanted)
    } else {
      // Where it has no room it covers what is above the footer.
      lesson = below.height < wanted ? body.slice(y: body.height - wanted, height: wanted) : below
    }
    let rest = below.slice(y: wanted, height: hasPanel ? below.height : 0)
    tabs = rest.slice(y: 0, height: 1)
    let inside = rest.slice(y: 1, height: rest.height - 1)
    let wantedHeights = [panel, panel.next()].map { $0.wantedHeight(classes: classes, rows: rows) }
    // Beside a lesson one panel is enough.
    panels =
      wanted > 0
      ? [inside].filter { !$0.isEmpty }
      : Self.panels(in: inside, of: size, wantedHeights[0], wantedHeights[1])
  }

  /// One panel, or two above one another from 40 rows: half of the room each, but for what one of them has no
  /// use for.
  private static func panels(
    in rect: Rect,
    of size: Size,
    _ wanted: Int?,
    _ wantedBelow: Int?
  ) -> [Rect] {
    guard !rect.isEmpty else { return [] }
    guard size.height >= 40, rect.height >= 2 * panelHeight + 1 else { return [rect] }
    let room = rect.height - 1
    let half = (room + 1) / 2
    let upper =
      if let wanted, wanted < half {
        wanted
      } else if let wantedBelow, wantedBelow < half {
        room - wantedBelow
      } else {
        half
      }
    return [
      rect.slice(y: 0, height: upper),
      rect.slice(y: upper + 1, height: rect.height - upper - 1),
    ]
  }

  /// All between the header and the footer.
  var body: Rect {
    Rect(x: 0, y: header.maxY, width: footer.width, height: footer.y - header.maxY)
  }

  /// Where the palette and the share line are shown: over the panels, or whatever is above the footer.
  var overlay: Rect {
    let height = max(panelsHeight + tabs.height, min(8, footer.y))
    return Rect(x: 0, y: footer.y - height, width: footer.width, height: height)
  }

  private var panelsHeight: Int {
    guard let first = panels.first, let last = panels.last else { return 0 }
    return tabs.width == footer.width ? last.maxY - first.y : 0
  }
}
