import Lessons
import TerminalUI

extension Phrase {
  package init(_ prose: Prose) { self.init(en: prose.en, ko: prose.ko) }
}

/// The prose of a lesson with the keys of the commands that it names.
///
/// `{negatives}` is shown as the keys of that command, `{negatives +}` as the one that goes up, `{panel
/// jacobian}` as the one that does just this; a command without a key as what is typed for it.
struct LessonProse {
  /// A piece of prose, or the command that stands in braces.
  enum Piece: Equatable {
    case text(String)
    case command(String)
  }

  static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      pieces.append(.command(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return (pieces + [.text(String(rest))]).filter { $0 != .text("") }
  }

  /// The prose in a style, its keys in the accent.
  static func spans(_ text: String, _ glyphs: GlyphSet, style: Style = .text) -> [StyledText] {
    pieces(text).map { piece in
      switch piece {
      case .text(let text): StyledText(kept(text), style: style)
      case .command(let reference):
        StyledText(
          keys(reference, glyphs).replacing(" ", with: String(Self.tie)),
          style: .accent.bolded()
        )
      }
    }
  }

  /// A blank at which no line ends.
  private static let tie: Character = "\u{A0}"

  /// The text with every operator tied to what stands behind it: a line ends before it.
  private static func kept(_ text: String) -> String {
    var result = ""
    for character in text {
      let isTied = character == " " && result.last.map { "=+−⋅/<>≤≥≈".contains($0) } == true
      result.append(isTied ? Self.tie : character)
    }
    return result
  }

  /// The keys that a reference to a command stands for.
  static func keys(_ reference: String, _ glyphs: GlyphSet) -> String {
    key(reference)?.label(glyphs)
      ?? Command.named(reference)?.shortKeys(glyphs)
      ?? ":" + reference
  }

  /// The one key that does what a reference with an argument says.
  private static func key(_ reference: String) -> Key? {
    guard let (command, argument) = parts(reference), let argument else { return nil }
    switch argument {
    case "+": return command.keys.first { $0.action.isForward == true }?.key
    case "-": return command.keys.first { $0.action.isForward == false }?.key
    default:
      let action = try? command.action(argument)
      return command.keys.first { $0.action == action }?.key
    }
  }

  /// The command that a reference names, and what stands behind its name.
  private static func parts(_ reference: String) -> (command: Command, argument: String?)? {
    let words = reference.split(separator: " ", maxSplits: 1).map(String.init)
    return words.first.flatMap(Command.named).map { ($0, words.dropFirst().first) }
  }

  /// Whether a reference names a command, and what stands behind it is what the command takes.
  static func isKnown(_ reference: String) -> Bool {
    guard let (command, argument) = parts(reference) else { return false }
    guard let argument else { return true }
    return key(reference) != nil || (try? command.action(argument)) != nil
  }
}

extension Action {
  /// Whether it goes on, up or to more; nil for what has no direction.
  fileprivate var isForward: Bool? {
    switch self {
    case .move(let places), .page(let places), .moveRow(let places), .pageRows(let places),
      .changeStep(let places),
      .changeLoss(let places), .nextPanel(let places), .nextFormula(let places):
      places > 0
    case .nudge(.steps(let steps)), .shiftNegatives(.steps(let steps)),
      .shiftAll(.steps(let steps)), .changeSmoothing(let steps):
      steps > 0
    case .scaleTemperature(let factor): factor > 1
    default: nil
    }
  }
}
