import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct LayoutTests {
  private static let classCounts = [2, 5, 10, 26, 1000]

  private func layout(_ width: Int, _ height: Int, _ classes: Int, _ panel: Panel = .negatives)
    -> Layout
  {
    Layout(size: Size(width: width, height: height), classes: classes, panel: panel)
  }

  private func parts(_ layout: Layout) -> [Rect] {
    [
      layout.header, layout.tableHead, layout.tableRows, layout.rule, layout.readout, layout.tabs,
      layout.footer,
    ] + layout.panels
  }

  private func lies(_ part: Rect, inside screen: Rect) -> Bool {
    part.isEmpty || part.intersection(screen) == part
  }

  @Test(arguments: classCounts, Panel.allCases)
  func `at any size every part lies inside, and none over another`(classes: Int, panel: Panel) {
    for width in 0...200 {
      for height in 0...60 {
        let layout = layout(width, height, classes, panel)
        let screen = Rect(x: 0, y: 0, width: width, height: height)
        let inside = (parts(layout) + [layout.overlay]).allSatisfy { lies($0, inside: screen) }
        if !inside { Issue.record("\(width)×\(height): a part lies outside") }
        guard width >= Layout.minimum.width, height >= Layout.minimum.height else { continue }
        let shown = parts(layout).filter { !$0.isEmpty }
        for (index, part) in shown.enumerated() {
          for other in shown[..<index] where !part.intersection(other).isEmpty {
            Issue.record("\(width)×\(height): \(part) lies over \(other)")
          }
        }
      }
    }
  }

  @Test(arguments: classCounts)
  func `from the smallest screen on nothing that is needed is missing`(classes: Int) {
    for width in stride(from: Layout.minimum.width, through: 200, by: 1) {
      for height in Layout.minimum.height...60 {
        let layout = layout(width, height, classes)
        let isWhole =
          layout.header.height == 1 && layout.tableHead.height == 1 && layout.rule.height == 1
          && layout.readout.height == 3 && layout.footer.height == 1
          && layout.tableRows.height >= min(classes, 3)
        if !isWhole { Issue.record("\(width)×\(height): \(layout)") }
      }
    }
  }

  @Test(arguments: classCounts)
  func `at 80×24 eight rows are fixed and a panel keeps at least six`(classes: Int) throws {
    let layout = layout(80, 24, classes)
    let panel = try #require(layout.panels.first)
    #expect(layout.panels.count == 1)
    #expect(panel.height >= 6)
    #expect(layout.tableRows.height + panel.height == 24 - 8)
    #expect(layout.tableRows.height == min(classes, 10))
  }

  @Test(arguments: [2, 5, 10], [40, 80, 120, 159, 160, 200])
  func `from 40 rows two panels show`(classes: Int, width: Int) {
    #expect(layout(width, 39, classes).panels.count == 1)
    for panel in Panel.allCases {
      let panels = layout(width, 40, classes, panel).panels
      #expect(panels.count == 2)
      #expect(panels.allSatisfy { $0.height >= Layout.panelHeight })
    }
  }

  @Test(arguments: classCounts, [10, 24, 40])
  func `from 160 columns the panels stand beside the table`(classes: Int, height: Int) throws {
    let narrow = layout(159, height, classes)
    #expect(narrow.panels.allSatisfy { $0.y > narrow.readout.y && $0.width == 159 })
    let wide = layout(160, height, classes)
    let panel = try #require(wide.panels.first)
    #expect(panel.x > wide.tableHead.maxX)
    #expect(panel.y == wide.tableHead.maxY)
    #expect(panel.width >= 60)
  }

  @Test func `what lies over the panels leaves the footer and covers a panel where there is one`() {
    for height in Layout.minimum.height...60 {
      for width in [40, 80, 170] {
        let layout = layout(width, height, 5)
        #expect(layout.overlay.maxY == layout.footer.y)
        #expect(layout.overlay.height >= min(8, height - 1))
      }
    }
  }

  private static let widths = [0, 1, 2, 3, 13, 39, 40, 41, 57, 79, 80, 100, 119, 159, 160, 200]
  private static let heights = [0, 1, 2, 9, 10, 11, 16, 17, 24, 39, 40, 60]

  @Test(arguments: [
    "", "?", ":", "=", "c", "<Space>", "2", ": type:big<Enter>", ": type:keys<Enter> z",
  ])
  func `the screen is drawn at any size`(key: String) throws {
    var state = try State.on()
    try state.play("] " + key)
    for width in Self.widths {
      for height in Self.heights {
        state.take(.resize(Size(width: width, height: height)))
        let canvas = Screen(state).canvas()
        if canvas.size != state.size { Issue.record("\(width)×\(height): \(canvas.size)") }
      }
    }
  }

  @Test(arguments: [(39, 24), (80, 9), (39, 9)], Language.allCases)
  func `a screen too small says what is needed`(size: (Int, Int), language: Language) throws {
    let state = try State.on(
      options: ViewOptions(language: language),
      width: size.0,
      height: size.1
    )
    let text = state.rows.joined(separator: " ")
    #expect(text.contains("40×10"))
    #expect(text.contains("\(size.0)×\(size.1)"))
  }
}
