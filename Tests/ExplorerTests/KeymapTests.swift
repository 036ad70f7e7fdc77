import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct KeymapTests {
  @Test func `every key is bound once, every name given once`() {
    let keys = Command.all.flatMap { $0.keys.map(\.key) }
    #expect(Set(keys).count == keys.count)
    let names = Command.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*!?/) != nil, "\(name)")
    }
  }

  @Test func `every command can be called`() {
    for command in Command.all {
      #expect(!command.keys.isEmpty || command.bare != nil || command.argument != nil)
    }
  }

  /// The name of an action's case, without what it carries.
  private func kind(_ action: Action) -> String {
    Mirror(reflecting: action).children.first?.label ?? "\(action)"
  }

  @Test func `every action is reached by a key or by a command`() throws {
    var reached: Set<String> = []
    for command in Command.all {
      for binding in command.keys { reached.insert(kind(binding.action)) }
      if let bare = command.bare { reached.insert(kind(bare)) }
      switch command.argument {
      case nil: break
      case .number(_, let make): reached.insert(kind(make(1)))
      case .text(_, let make):
        for text in ["x", "1", "add", "delete", "torch"] {
          if let action = try? make(text) { reached.insert(kind(action)) }
        }
      case .choice(let names, let make):
        for name in names { reached.insert(kind(try #require(make(name)))) }
      }
    }
    let all = [
      "move", "page", "first", "last", "find", "moveRow", "pageRows", "row", "sortRows", "setTop",
      "nudge", "shiftNegatives",
      "shiftAll", "changeStep", "setStep", "setLogit", "setProbability", "makePositive",
      "setTarget", "toggleMark", "toggleLeftOut", "addClass", "deleteClass", "rename",
      "scaleTemperature", "setTemperature", "changeSmoothing", "setSmoothing", "setWeight",
      "changeLoss", "setLoss", "setReduction", "setGamma", "setHingeMargin", "addRow", "deleteRow",
      "descend", "toggleRun", "setRate", "setBaseline", "swapBaseline", "reset", "undo",
      "redo", "toggleCurtain", "nextSort", "sort", "nextPanel", "showPanel", "setCurveScope",
      "nextFormula", "setFormula", "toggleBig", "toggleKeys", "save", "setUnit", "setDigits",
      "setLanguage", "setPlot", "nextStep", "previousStep", "hint", "solution", "freePlay",
      "showText", "predict", "ask", "openPalette", "share", "code", "help",
      "repaint", "suspend", "interrupt", "quit",
    ]
    #expect(reached == Set(all))
  }

  private static let documented: [(keys: String, action: Action)] = [
    ("<Up> k", .move(-1)), ("<Down> j", .move(1)), ("<PgUp>", .page(-1)), ("<PgDn>", .page(1)),
    ("<Home>", .first), ("<End>", .last),
    ("<Left> h", .nudge(.steps(-1))), ("<Right> l", .nudge(.steps(1))),
    ("<S-Left> H", .nudge(.steps(-10))), ("<S-Right> L", .nudge(.steps(10))),
    ("[", .shiftNegatives(.steps(-1))), ("]", .shiftNegatives(.steps(1))),
    ("{", .shiftNegatives(.steps(-10))), ("}", .shiftNegatives(.steps(10))),
    ("<lt>", .shiftAll(.steps(-1))), (">", .shiftAll(.steps(1))),
    (",", .changeStep(-1)), (".", .changeStep(1)),
    ("<Enter> =", .ask(.logit)), ("p", .ask(.probability)),
    ("y", .makePositive), ("Y", .ask(.target)), ("m", .toggleMark), ("x", .toggleLeftOut),
    ("a", .ask(.newClass)), ("d", .deleteClass), ("i <F2>", .ask(.name)),
    ("(", .moveRow(-1)), (")", .moveRow(1)), ("K", .pageRows(-1)), ("J", .pageRows(1)),
    ("t", .scaleTemperature(0.8)), ("T", .scaleTemperature(1.25)),
    ("e", .changeSmoothing(-0.05)), ("E", .changeSmoothing(0.05)), ("w", .ask(.weight)),
    ("o", .changeLoss(1)), ("O", .changeLoss(-1)),
    ("b", .setBaseline), ("B", .swapBaseline), ("r", .reset), ("u", .undo), ("<C-r>", .redo),
    ("<Space>", .toggleCurtain), ("s", .nextSort), ("/", .ask(.find(from: 0))),
    (":", .openPalette), ("c", .share), ("<C-l>", .repaint), ("<C-z>", .suspend),
    ("<C-c>", .interrupt),
    ("? <F1>", .help), ("q", .quit), ("<Tab>", .nextPanel(1)), ("<S-Tab>", .nextPanel(-1)),
    ("1", .showPanel(.negatives)), ("2", .showPanel(.curve)), ("3", .showPanel(.jacobian)),
    ("4", .showPanel(.compare)), ("5", .showPanel(.losses)), ("6", .showPanel(.batch)),
    ("7", .showPanel(.descent)), ("8", .showPanel(.numbers)), ("9", .showPanel(.information)),
    ("n", .nextStep), ("N", .previousStep), (";", .hint), ("P", .freePlay), ("0", .showText),
    ("f", .nextFormula(1)), ("F", .nextFormula(-1)), ("g", .descend), ("G", .toggleRun),
  ]

  @Test(arguments: documented)
  func `a key does what it is said to do`(keys: String, action: Action) throws {
    for notation in keys.split(separator: " ") {
      let key = try #require(Key(notation: String(notation)))
      #expect(Keymap.action(for: key) == action, "\(notation)")
    }
  }

  @Test func `no key is bound that is not said`() throws {
    let said = try Self.documented.flatMap { try Event.script($0.keys) }
    #expect(Set(said) == Set(Keymap.actions.keys.map(Event.key)))
  }

  @Test(
    arguments: Language.allCases,
    [
      (Panel.negatives, "class nudge negatives positive baseline help quit"),
      (.batch, "row class nudge negatives positive help quit"),
      (.descent, "descend run class nudge negatives help quit"),
    ]
  )
  func `the footer holds the seven hints that the panel needs, all of them at 80 columns`(
    language: Language,
    expected: (panel: Panel, names: String)
  ) throws {
    var state = try State.on("batch", options: ViewOptions(language: language))
    state.panel = expected.panel
    let footer = try #require(state.rows.last)
    let shown = Command.all.filter { $0.hint.map { footer.contains(" " + $0[language]) } ?? false }
    #expect(Set(shown.map(\.name)) == Set(expected.names.split(separator: " ").map(String.init)))
    #expect(footer.hasSuffix(try #require(Command.named("quit")?.hint)[language]))
  }

  @Test func `the help shows every key`() throws {
    let lines = HelpView.lines(.en, .unicode, width: 100).map { $0.map(\.text).joined() }
    for command in Command.all where !command.keys.isEmpty {
      #expect(lines.contains { $0.contains(command.does.en.prefix(30)) }, "\(command.name)")
      let key = command.keys[0].key.label(.unicode)
      #expect(lines.contains { $0.hasPrefix("  \(key)") }, "\(key)")
    }
  }

  // MARK: A Hangul input method

  /// The jamo that stand on one key, by that key.
  private static let jamo: [(jamo: Character, latin: Character)] =
    (UInt32(0x3131)...0x3163).compactMap { value in
      guard let scalar = Unicode.Scalar(value) else { return nil }
      let keys = latinKeys(for: Character(scalar))
      return keys.count == 1 ? (Character(scalar), keys[0]) : nil
    }

  @Test(arguments: jamo)
  func `a jamo acts as the letter of its key`(jamo: Character, latin: Character) throws {
    var korean = try State.on("batch")
    try korean.play("j l ] b h")
    var english = korean
    #expect(korean.take(.key(.character(jamo))) == english.take(.key(.character(latin))))
    #expect(korean == english)
  }

  @Test func `all letters but the shifted ones without a jamo are there`() {
    let latin = Set(Self.jamo.map(\.latin))
    #expect(latin.isSuperset(of: "abcdefghijklmnopqrstuvwxyz"))
    #expect(latin.isSuperset(of: "QWERTOP"))
  }

  /// Every so many syllables, so that each initial, vowel and final comes.
  @Test(arguments: Array(stride(from: UInt32(0xAC00), through: 0xD7A3, by: 61)))
  func `a composed syllable acts as the letters that composed it`(value: UInt32) throws {
    let syllable = Character(try #require(Unicode.Scalar(value)))
    var korean = try State.on()
    try korean.play("j l ] b h")
    var english = korean
    let effects = latinKeys(for: syllable).flatMap { english.take(.key(.character($0))) }
    let result = korean.take(.key(.character(syllable)))
    #expect(result == effects)
    #expect(korean == english)
  }

  @Test(arguments: ["a", "i", "/", ":"])
  func `where text is typed Hangul is text`(key: String) throws {
    var state = try State.on()
    try state.play("\(key) <C-u> type:고양이ㅂ")
    switch state.mode {
    case .asking(_, let field), .palette(let field, _): #expect(field.text == "고양이ㅂ")
    case .browsing, .help, .sharing: Issue.record("nothing is asked")
    }
  }
}
