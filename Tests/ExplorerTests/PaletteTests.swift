import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct PaletteTests {
  /// Something that each command with a number or a text behind it takes.
  private static let good = [
    "class": "fish", "find": "4", "row": "0", "nudge": "0.25", "negatives": "−0.5", "all": "2",
    "step": "0.3", "logit": "1.5", "probability": "0.25", "target": "cat=0.3,dog=0.7",
    "add": "owl 1", "rename": "owl", "temperature": "2", "smoothing": "0.1", "weight": "0.5",
    "digits": "6", "gamma": "0.5", "hinge-margin": "2", "rate": "0.1", "top": "3",
    "save": "slide.svg", "save!": "row.json", "code": "torch", "code!": "swift x", "predict": "2",
  ]

  private func arguments(_ command: Command) throws -> [String] {
    switch command.argument {
    case nil: []
    case .choice(let names, _): names
    case .number, .text: [try #require(Self.good[command.name])]
    }
  }

  @Test(arguments: Command.all.map(\.name))
  func `a command by name does what its action does`(name: String) throws {
    let command = try #require(Command.named(name))
    guard let action = command.bare else { return }
    var state = try State.on()
    var expected = state
    let effects = state.command(name)
    #expect(effects == expected.perform(action))
    #expect(state == expected)
  }

  @Test(arguments: Command.all.map(\.name))
  func `with its argument too`(name: String) throws {
    let command = try #require(Command.named(name))
    for argument in try arguments(command) {
      var state = try State.on()
      var expected = state
      let effects = state.command("\(name)  \(argument) ")
      #expect(effects == expected.perform(try command.action(argument)))
      #expect(effects.isEmpty == !["save", "code"].contains { name.hasPrefix($0) })
      // What only a lesson has is refused outside of one.
      if name == "predict" { continue }
      #expect(state == expected)
      // What it says is what has become so, not why it was refused.
      let notes: [Phrase?] = [
        nil, .sortedBy(state.sort), .rowsSortedBy(state.rowSort), .topIs(3), .stepIs(state.step),
        .rateIs(state.rate), .notTheNLLOfPyTorch,
      ]
      #expect(notes.contains(state.message))
    }
  }

  @Test(arguments: Command.all.filter { $0.bare == nil }.map(\.name))
  func `a command that needs its argument waits for it`(name: String) throws {
    var state = try State.on()
    let before = state
    state.command(name)
    #expect(state.mode == .palette(TextField(name + " "), choice: 0))
    try state.play("<Esc>")
    #expect(state == before)
  }

  @Test(arguments: Command.all.map(\.name))
  func `a word that is no argument gives one message and changes nothing`(name: String) throws {
    let command = try #require(Command.named(name))
    let reason: Phrase
    switch command.argument {
    case nil: reason = .takesNothing(name)
    case .number: reason = .notANumber("no such")
    case .choice(let names, _):
      // A loss is looked for by the model, which knows the names.
      reason = name == "loss" ? .noSuchLoss("no such") : .oneOf("no such", names)
    case .text where ["class", "find", "target"].contains(name): reason = .noSuchClass("no such")
    case .text where name == "top": reason = .notACount("no such")
    case .text: return
    }
    var state = try State.on()
    let before = state
    #expect(state.command("\(name) no such").isEmpty)
    #expect(state.message == reason)
    try state.play("<Esc>")
    #expect(state.silent == before)
  }

  @Test(arguments: [
    "digits 2", "digits 18", "digits 4.5", "step 0", "step -1", "step inf", "step nan",
    "temperature 0", "temperature -1", "temperature nan", "temperature inf", "smoothing 1.5",
    "smoothing -0.1", "smoothing nan", "weight -1", "weight inf", "weight nan", "probability 0",
    "probability 1", "probability nan", "logit inf", "logit nan", "row 1", "row -1", "row 0.5",
    "row nan", "nudge inf", "nudge nan", "all nan", "all inf", "all -inf", "negatives nan",
    "negatives inf", "add x nan", "add x inf", "class zebra", "top 1", "top 0", "top -5", "top 2.5",
  ])
  func `a value out of range gives one message and changes nothing`(line: String) throws {
    var state = try State.on()
    let before = state
    #expect(state.command(line).isEmpty)
    #expect(state.message != nil)
    #expect(state.mode == .palette(TextField(line), choice: 0), "what was typed stays")
    try state.play("<Esc>")
    #expect(state.silent == before)
  }

  @Test func `typing leaves the commands that hold the word, those that begin with it first`() {
    #expect(State.matches("").count == Command.all.count)
    #expect(
      State.matches("ne").map(\.name) == [
        "negatives", "negatives-ten", "next", "baseline", "panel",
      ]
    )
    #expect(State.matches("set").map(\.name) == ["reset"])
    #expect(State.matches("TEMP").map(\.name) == ["temperature"])
    #expect(State.matches("nudge").map(\.name) == ["nudge", "nudge-ten"])
    #expect(State.matches("nudge 3").map(\.name) == ["nudge"])
  }

  @Test func `blanks before a command are nothing`() throws {
    var state = try State.on()
    #expect(state.command("  quit") == [.quit])
    state.command(" digits 6")
    #expect(state.digits == 6)
  }

  @Test func `the beginning of a name runs the first command that it leaves`() throws {
    var state = try State.on()
    state.command("temp 2")
    #expect(state.problem.settings.temperature == 2)
  }

  @Test func `arrows choose among the commands and stop at the ends`() throws {
    var state = try State.on()
    try state.play(": type:neg <Up> <Down> <Down> <Down> <Tab>")
    #expect(state.mode == .palette(TextField("negatives-ten "), choice: 0))
    try state.play("<Enter>")
    #expect(state.receipt?.what == .shiftedNegatives(1))
  }

  @Test func `Tab completes the name`() throws {
    var state = try State.on()
    try state.play(": type:dig <Tab> type:6 <Enter>")
    #expect(state.digits == 6)
  }

  @Test func `what no command holds is said, and may be mended`() throws {
    var state = try State.on()
    try state.play(": type:quix <Enter>")
    #expect(state.message == .noSuchCommand("quix"))
    #expect(try state.play("<BS> <BS> type:it <Tab> <Enter>") == [.quit])
  }

  @Test(arguments: [
    ": <Esc>", ": type:quit <Esc>", ": type:quit <C-g>", ": type:qu <BS> <BS> <BS>",
  ])
  func `the palette is left without running anything`(script: String) throws {
    var state = try State.on()
    let before = state
    #expect(try state.play(script).isEmpty)
    #expect(state == before)
  }
}
