import TerminalUI
import Testing

@testable import NcursesTerminal

struct MouseReportTests {
  @Test(
    "a report in decimals",
    arguments: [
      ("0;1;1M", .press, 0, 0), ("4;2;3M", .press, 1, 2), ("32;300;3M", .drag, 299, 2),
      ("0;5;6m", .release, 4, 5), ("64;5;6M", .wheelUp, 4, 5), ("65;5;6M", .wheelDown, 4, 5),
    ] as [(String, Mouse.Kind, Int, Int)]
  )
  func decimals(report: String, kind: Mouse.Kind, x: Int, y: Int) {
    let expected = Event.mouse(Mouse(kind: kind, position: Point(x: x, y: y)))
    #expect(events(KeyCodes.mouseReport, Array(report.utf8)) == [expected])
  }

  @Test(
    "other buttons and broken reports do nothing, and end where they end",
    arguments: [
      "1;5;5M", "2;5;5m", "66;5;5M", "0;0;1M", "0;1M", ";;M", "0;x", "99999999999999999999;1;1M",
    ]
  )
  func ignored(report: String) {
    let bytes = Array((report + "q").utf8)
    #expect(events(KeyCodes.mouseReport, bytes) == [.key(.character("q"))])
  }

  @Test(
    "a report in three bytes",
    arguments: [
      ([32, 33, 33], .press, 0, 0), ([35, 34, 36], .release, 1, 3), ([64, 34, 36], .drag, 1, 3),
      ([97, 255, 36], .wheelDown, 222, 3),
    ] as [([UInt8], Mouse.Kind, Int, Int)]
  )
  func offsets(bytes: [UInt8], kind: Mouse.Kind, x: Int, y: Int) {
    let expected = Event.mouse(Mouse(kind: kind, position: Point(x: x, y: y)))
    #expect(
      events(KeyCodes.oldMouseReport, bytes + [UInt8(ascii: "q")])
        == [expected, .key(.character("q"))]
    )
  }

  private func events(_ code: Int32, _ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    decoder.read(code: code)
    for byte in bytes { decoder.read(byte: byte) }
    return decoder.takeEvents()
  }
}
