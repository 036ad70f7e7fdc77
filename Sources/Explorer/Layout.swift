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
      rows: state.problem.logits.count,
      panel: state.panel,
      lesson: LessonView(state)?.height(width: state.size.width) ?? 0
    )
  }

  /// The layout of a problem of so many classes and rows, and of a lesson's text of so many lines.
  init(size: Size, classes: Int, rows: Int = 1, panel: Panel, lesson wanted: Int = 0) {
    let all = Rect(size)
    header = all.slice(y: 0, height: 1)
    footer = all.slice(y: size.height - 1, height: 1)
    let body = all.slice(y: 1, height: size.height - 2)
    if size.width >= 160 {
      // Each as wide as a screen of 80 columns, or more.
      let table = body.slice(x: 0, width: size.width / 2)
      let aside = body.slice(x: table.width + 1, width: size.width)
      let kept = max(wanted, size.height >= 40 ? Self.panelHeight + 3 : 0)
      let listed = min(classes, max(0, body.height - 5 - kept))
      tableHead = table.slice(y: 0, height: 1)
      tableRows = table.slice(y: 1, height: listed)
      rule = table.slice(y: 1 + listed, height: 1)
      readout = table.slice(y: 2 + listed, height: 3)
      tabs = aside.slice(y: 0, height: 1)
      let first = aside.slice(y: 1, height: aside.height - 1)
      // The second panel stands under the readout, below its title.
      let second = table.slice(y: 7 + listed, height: table.height)
      panels = size.height >= 40 && wanted == 0 ? [first, second] : [first]
      lesson = table.slice(y: 5 + listed, height: wanted > 0 ? table.height : 0)
    } else if wanted > 0 {
      // The text comes before a panel, and a panel before the classes that the table can scroll to.
      let room = body.height - 5
      let hasPanel = room - wanted - min(classes, 5) >= Self.panelHeight
      let needed = wanted + (hasPanel ? Self.panelHeight : 0)
      let listed = min(classes, max(0, room - needed))
      tableHead = body.slice(y: 0, height: 1)
      tableRows = body.slice(y: 1, height: listed)
      rule = body.slice(y: 1 + listed, height: 1)
      readout = body.slice(y: 2 + listed, height: 3)
      // Where it has no room it covers what is above the footer.
      let below = body.slice(y: 5 + listed, height: body.height)
      let bottom = body.slice(y: body.height - wanted, height: wanted)
      lesson = hasPanel ? below.slice(y: 0, height: wanted) : below.height < wanted ? bottom : below
      let rest = below.slice(y: wanted, height: hasPanel ? below.height : 0)
      tabs = rest.slice(y: 0, height: 1)
      panels = hasPanel ? [rest.slice(y: 1, height: rest.height)] : []
    } else {
      lesson = body.slice(y: 0, height: 0)
      // Heads, rule and readout are five rows, the tabs a sixth.
      let room = body.height - 5
      let hasPanel = room - 1 - min(classes, 3) >= Self.panelHeight
      let needed = size.height >= 40 ? 2 * Self.panelHeight + 1 : Self.panelHeight
      let listed = min(classes, max(0, hasPanel ? room - 1 - needed : room))
      tableHead = body.slice(y: 0, height: 1)
      tableRows = body.slice(y: 1, height: listed)
      rule = body.slice(y: 1 + listed, height: 1)
      readout = body.slice(y: 2 + listed, height: 3)
      let below = body.slice(y: 5 + listed, height: hasPanel ? body.height : 0)
      tabs = below.slice(y: 0, height: 1)
      let rest = below.slice(y: 1, height: below.height - 1)
      panels = Self.panels(
        in: rest,
        of: size,
        panel.wantedHeight(classes: classes, rows: rows),
        panel.next().wantedHeight(classes: classes, rows: rows)
      )
    }
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
