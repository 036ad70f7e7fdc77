import Explorer

/// The manual page, made of what the parser knows of the commands and the explorer of its keys, and a little prose.
struct ManualPage {
  /// The day of the version: one that named the day it is made on would differ with each build.
  private static let date = "November 21, 2026"
  private static let name = Logitscope._commandName

  private let program: ProgramOutline
  private var page = Mdoc()

  var text: String { page.text }

  init(_ program: ProgramOutline) {
    self.program = program
    page.macro("Dd", Self.date)
    page.macro("Dt", Self.name.uppercased(), "1")
    page.macro("Os", Logitscope.configuration.version)
    writeSynopsis()
    page.macro("Sh", "DESCRIPTION")
    page.write(program.main.abstract)
    write(program.main.prose)
    writeOwnArguments(of: program.main)
    writeCommands()
    writeOptions()
    page.writeKeys()
    page.writeEnvironment()
    page.writeExitStatus()
    page.macro("Sh", "EXAMPLES")
    var examples: [String] = []
    for example in program.all.flatMap(\.examples) where !examples.contains(example) {
      examples.append(example)
    }
    page.writeVerbatim(examples)
    page.writeReferences()
  }

  private mutating func writeSynopsis() {
    page.macro("Sh", "NAME")
    page.macro("Nm", Self.name)
    page.macro("Nd", Mdoc.typed(program.abstract))
    page.macro("Sh", "SYNOPSIS")
    for command in program.all {
      page.macro("Nm")
      if command.name != program.main.name { page.macro("Cm", Mdoc.word(command.name)) }
      page.macro("Op", "Ar", "options")
      for place in command.places {
        page.macro(place.isOptional ? "Op Ar" : "Ar", place.valueWords)
      }
    }
  }

  private mutating func writeCommands() {
    page.macro("Sh", "COMMANDS")
    page.beginList()
    for command in program.commands {
      page.macro("It", "Cm", Mdoc.word(command.name))
      page.write(command.abstract)
      write(command.prose)
      writeOwnArguments(of: command)
    }
    page.endList()
  }

  private mutating func writeOwnArguments(of command: CommandOutline) {
    write(command.arguments.filter { $0.section == nil && !program.general.contains($0) })
  }

  /// The options that several commands take, each once.
  private mutating func writeOptions() {
    page.macro("Sh", "OPTIONS")
    var sections: [String] = []
    for case let section? in program.all.flatMap(\.arguments).map(\.section)
    where !sections.contains(section) {
      sections.append(section)
    }
    for section in sections {
      let takers = program.all.filter { $0.arguments.contains { $0.section == section } }
      page.macro("Ss", section.lowercased().capitalizedAtStart.parts(at: " ").map(Mdoc.word))
      page.write(takers.map(place).joined(separator: ", ").capitalizedAtStart + ":")
      var written: Set<CommandOutline.Argument> = []
      page.beginList()
      for argument in takers.flatMap(\.arguments)
      where argument.section == section && written.insert(argument).inserted {
        page.write(argument)
        let others = takers.filter { !$0.arguments.contains(argument) }
        if !others.isEmpty { page.write("Not \(others.map(place).joined(separator: ", ")).") }
      }
      page.endList()
    }
    page.macro("Ss", "All commands")
    write(program.general)
  }

  private func place(_ command: CommandOutline) -> String {
    command.name == program.main.name ? "without a command" : "with \(command.name)"
  }

  private mutating func write(_ paragraphs: [String]) {
    for paragraph in paragraphs {
      page.macro("Pp")
      page.write(paragraph)
    }
  }

  private mutating func write(_ arguments: [CommandOutline.Argument]) {
    guard !arguments.isEmpty else { return }
    page.beginList()
    for argument in arguments { page.write(argument) }
    page.endList()
  }
}

extension Mdoc {
  /// An entry of a list.
  fileprivate mutating func write(_ argument: CommandOutline.Argument) {
    let names = argument.names.map { "Fl " + Mdoc.word($0.dropFirst()) }.joined(separator: " , ")
    let value = argument.value == nil ? [] : ["Ar"] + argument.valueWords
    macro("It", [names].filter { !$0.isEmpty } + value)
    write(argument.abstract)
    let choices = argument.choices.joined(separator: ", ")
    if !choices.isEmpty {
      write((argument.takesFile ? "Those with a name: " : "One of ") + choices + ".", isTyped: true)
    }
    if let usual = argument.usual { write("By default \(usual).", isTyped: true) }
    if argument.isRepeating && !argument.names.isEmpty { write("It may stand several times.") }
  }
}

extension String {
  fileprivate var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }
}

extension CommandOutline {
  private var paragraphs: [Substring] { discussion.split(separator: "\n\n") }

  /// What the discussion says.
  fileprivate var prose: [String] {
    paragraphs.filter { !$0.hasPrefix(" ") }.map(String.init)
  }

  /// Command lines to try, which the discussion sets in.
  fileprivate var examples: [String] {
    paragraphs.filter { $0.hasPrefix(" ") }
      .flatMap { $0.split(separator: "\n") }
      .map { String($0.drop { $0 == " " }) }
  }
}

extension CommandOutline.Argument {
  fileprivate var valueWords: [String] {
    [Mdoc.word(value ?? "")] + (isRepeating && names.isEmpty ? ["..."] : [])
  }
}
