import LogitModel
import TerminalUI

/// What is to be known of all the names together, read once: a frame looks at the visible ones alone.
struct ClassNaming: Equatable, Sendable {
  /// The names that more than one class has.
  private let shared: Set<String>
  /// The cells of the widest name as it is shown.
  let width: Int

  init(_ classes: ClassNames) {
    guard let names = classes.given else {
      shared = []
      width = String(max(0, classes.count - 1)).count
      return
    }
    var seen: Set<String> = []
    seen.reserveCapacity(names.count)
    let shared = Set(names.filter { !seen.insert($0).inserted })
    let widths = names.enumerated().lazy.map { index, name in
      let suffix = !shared.isEmpty && shared.contains(name) ? "#\(index)".utf8.count : 0
      return Self.width(of: name) + suffix
    }
    self.shared = shared
    width = widths.max() ?? 0
  }

  func isShared(_ name: String) -> Bool { !shared.isEmpty && shared.contains(name) }

  private static func width(of name: String) -> Int {
    // Of plain letters each takes one cell.
    let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    return isPlain ? name.utf8.count : displayWidth(visible(name))
  }
}
