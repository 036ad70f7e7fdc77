import LogitModel
import TerminalUI

/// Something that the explorer does: its name for the palette, its keys, and what it is for.
///
/// The table `Command.all` is the one place where a key is bound: the keymap, the footer, the help
/// and the palette are made from it.
package struct Command: Sendable {
  /// The help shows the commands under these heads, in this order.
  package enum Group: CaseIterable, Sendable {
    case choose, logits, classes, settings, descent, compare, lesson, view, program
  }

  /// What stands behind the name in the palette.
  enum Argument: Sendable {
    case number(Phrase, @Sendable (Double) -> Action)
    case text(Phrase, @Sendable (String) throws(Refusal) -> Action)
    case choice([String], @Sendable (String) -> Action?)

    /// How the palette shows it.
    var label: Phrase {
      switch self {
      case .number(let label, _), .text(let label, _): label
      case .choice(let names, _): Phrase(verbatim: names.joined(separator: "|"))
      }
    }
  }

  package let name: String
  package let group: Group
  package let keys: [(key: Key, action: Action)]
  /// What the name alone does in the palette; nil if it needs its argument.
  package let bare: Action?
  let argument: Argument?
  package let does: Phrase
  /// A word for the footer, for the few commands that stand there.
  let hint: Phrase?
  /// The panel that must be open for the hint to stand there; nil for any.
  let panel: Panel?

  init(
    _ name: String,
    _ group: Group,
    keys: [(key: Key, action: Action)],
    bare: Action? = nil,
    argument: Argument? = nil,
    hint: Phrase? = nil,
    with panel: Panel? = nil,
    does: Phrase
  ) {
    self.name = name
    self.group = group
    self.keys = keys
    self.bare = bare
    self.argument = argument
    self.hint = hint
    self.panel = panel
    self.does = does
  }

  /// One action, under any of some keys and under the name alone.
  init(
    _ name: String,
    _ group: Group,
    _ action: Action,
    on keys: [Key],
    argument: Argument? = nil,
    hint: Phrase? = nil,
    with panel: Panel? = nil,
    does: Phrase
  ) {
    self.init(
      name,
      group,
      keys: keys.map { ($0, action) },
      bare: action,
      argument: argument,
      hint: hint,
      with: panel,
      does: does
    )
  }

  package var argumentLabel: Phrase? { argument?.label }

  /// The keys as the help shows them.
  package func keyLabel(_ glyphs: GlyphSet) -> String {
    keys.map { $0.key.label(glyphs) }.joined(separator: " ")
  }

  /// The first key, or the first two where they do opposite things; without one what is typed.
  func shortKeys(_ glyphs: GlyphSet) -> String {
    var keys = keys
    // In ASCII the letters are shorter than the arrows' names.
    if glyphs != .unicode, keys.count == 4 { keys = Array(keys.dropFirst(2)) }
    let labels = keys.map { $0.key.label(glyphs) }
    guard let first = labels.first else { return ":" + name }
    guard keys.count > 1, keys[0].action != keys[1].action else { return first }
    // Two arrows need no blank between them, two brackets do.
    return first + ("↑←".contains(first) ? "" : " ") + labels[1]
  }
}

extension Key {
  /// A short sign for the key; arrows by name where their signs would look like < and >.
  func label(_ glyphs: GlyphSet) -> String {
    switch self {
    case .up: glyphs == .unicode ? "↑" : "Up"
    case .down: glyphs == .unicode ? "↓" : "Down"
    case .left: glyphs == .unicode ? "←" : "Left"
    case .right: glyphs == .unicode ? "→" : "Right"
    case .shiftLeft: "Shift-" + Key.left.label(glyphs)
    case .shiftRight: "Shift-" + Key.right.label(glyphs)
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .function(let number): "F\(number)"
    default: notation
    }
  }
}

/// Which action a key has while nothing is being typed.
package enum Keymap {
  static let actions: [Key: Action] = Dictionary(
    Command.all.flatMap(\.keys).map { ($0.key, $0.action) },
    uniquingKeysWith: { first, _ in first }
  )

  static func action(for key: Key) -> Action? { actions[key] }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A table of bindings reads best with the characters themselves.
  package init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
