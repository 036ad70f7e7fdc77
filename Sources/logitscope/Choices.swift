import ArgumentParser
import Explorer
import LogitModel
import NcursesTerminal
import ProblemFiles
import TerminalUI

extension Reduction: ExpressibleByArgument {}
extension Unit: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension Plot.Kind: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension GeneratedCode.Language: ExpressibleByArgument {}

/// A loss by its name.
struct LossChoice: ExpressibleByArgument {
  let loss: any Loss

  init?(argument: String) {
    guard let loss = Losses.named(argument) else { return nil }
    self.loss = loss
  }

  static var allValueStrings: [String] { Losses.all.map(\.name) }
}

/// A decimal number, read as in files: `Double` takes hexadecimals too.
struct DecimalNumber: ExpressibleByArgument {
  let value: Double

  init(_ value: Double) {
    self.value = value
  }

  init?(argument: String) {
    guard let number = try? NumberText.parse(argument) else { return nil }
    value = number
  }

  var defaultValueDescription: String { NumberText.plain(value) }
}

/// The size of a frame as it is asked for, `80x24`.
struct SizeChoice: ExpressibleByArgument {
  /// More cells than any terminal has would only fill the memory.
  private static let range = 1...1000

  let argument: String

  init(argument: String) {
    self.argument = argument
  }

  var defaultValueDescription: String { argument }

  func size() throws(ValidationError) -> Size {
    let parts = argument.parts(at: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      Self.range.contains(width), Self.range.contains(height)
    else {
      throw ValidationError(
        "The value '\(argument)' is invalid for '--size <size>'; write 80x24 or the like, "
          + "each from \(Self.range.lowerBound) to \(Self.range.upperBound)."
      )
    }
    return Size(width: width, height: height)
  }
}
