import ArgumentParser
import Explorer
import LogitModel
import NcursesTerminal
import TerminalUI

extension Reduction: ExpressibleByArgument {}
extension Unit: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Plot.Kind: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

/// A loss by its name.
struct LossChoice: ExpressibleByArgument {
  let loss: any Loss

  init?(argument: String) {
    guard let loss = Losses.named(argument) else { return nil }
    self.loss = loss
  }

  static var allValueStrings: [String] { Losses.all.map(\.name) }
}

extension Size: ExpressibleByArgument {
  /// More cells than any terminal has would only fill the memory.
  private static let range = 1...1000

  package init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      Self.range.contains(width), Self.range.contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
