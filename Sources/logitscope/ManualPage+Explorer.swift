import Explorer

extension Mdoc {
  /// The keys and the commands of the palette, as the explorer binds them.
  mutating func writeKeys() {
    macro("Sh", "KEYS")
    write(
      """
      The palette, which : opens, takes each command by the name that stands behind a colon here, with what follows \
      the name; brackets are not typed, and what stands in them may be left out.
      """
    )
    for group in Command.Group.allCases {
      macro("Ss", group.title.en.parts(at: " ").map(Mdoc.word))
      beginList(width: "Shift-Left Shift-Right", isCompact: true)
      for command in Command.all where command.group == group {
        write(command)
      }
      endList()
    }
  }

  private mutating func write(_ command: Command) {
    let keys = command.keyLabel(.ascii).parts(at: " ").map(Mdoc.word)
    if command.keys.isEmpty {
      macro("It", command.call)
      write(command.does.en)
    } else {
      macro("It", ["Ic"] + keys)
      write(command.does.en)
      macro("Pq", command.call)
    }
  }
}

extension Command {
  /// What is typed in the palette; choices have blanks between them, where a line may break.
  fileprivate var call: [String] {
    let head = ["Ic", Mdoc.word(":" + name)]
    guard let label = argumentLabel?.en else { return head }
    let choices = label.parts(at: "|").map { String($0).parts(at: " ").map { Mdoc.word($0) } }
    return head + (bare == nil ? [] : ["Op"]) + ["Ar"] + choices.joined(separator: ["|"])
  }
}
