import Foundation
import Testing

/// What `--help` says of a command, read as a person reads it.
struct HelpScreen: Sendable {
  struct Entry: Sendable {
    /// As they are typed; of an argument by its place its name in brackets.
    let names: [String]
    let takesValue: Bool
    let about: String
    let values: [String]

    var isOption: Bool { names.allSatisfy { $0.hasPrefix("-") } }
  }

  private static let screens = Swift.Result {
    let commands = try Program("--help").output.matches(of: #/\n {7}logitscope ([a-z]+) /#)
    return try ([""] + commands.map { String($0.1) }).map(HelpScreen.init)
  }

  /// A screen for each command that the first one shows, that of the explorer first.
  static var all: [HelpScreen] {
    get throws { try screens.get() }
  }

  /// The commands that have to be named.
  static var commands: [String] {
    get throws { try all.dropFirst().map(\.command) }
  }

  /// Empty for the explorer, which needs no name.
  let command: String
  let entries: [Entry]

  var options: [Entry] { entries.filter(\.isOption) }

  init(_ command: String) throws {
    self.command = command
    let program = command.isEmpty ? try Program("--help") : try Program(command, "--help")
    var texts: [String] = []
    for line in program.lines.drop(while: { !$0.hasPrefix("USAGE:") }) where line.hasPrefix("  ") {
      if line.starts(with: #/  [-<]/#) {
        texts.append(String(line))
      } else if let last = texts.indices.last {
        texts[last] += "\n" + line
      }
    }
    entries = try texts.map(Entry.init)
    try #require(entries.count > 2)
  }
}

extension HelpScreen.Entry {
  fileprivate init(_ text: String) throws {
    let head = try #require(text.firstMatch(of: #/^  (-h, --help|--[a-z-]+|<[^>]+>)( <[^>]+>)?/#))
    names = head.1.split(separator: ", ").map(String.init)
    takesValue = head.2 != nil
    let words = text[head.range.upperBound...].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    about = String(words.prefix { $0 != "(" }).trimmingCharacters(in: .whitespaces)
    values =
      words.firstMatch(of: #/\(values: ([^;)]*)/#).map { match in
        match.1.split(separator: ", ").map(String.init)
      } ?? []
  }
}
