import LogitModel
import TerminalUI

// MARK: Questions

extension State {
  /// Opens the last row for an answer, which begins as what there is now.
  mutating func ask(_ question: Question) {
    let text =
      switch question {
      case .logit, .probability, .weight, .newClass, .prediction, .find: ""
      case .target: TargetText(problem).write(problem.targets[row])
      case .name: visible(problem.classes[focus])
      }
    var asked = question
    if case .find = question {
      asked = .find(from: focus)
      search = Search(problem.classes)
    }
    mode = .asking(asked, TextField(text))
  }

  mutating func press(_ key: Key, asked question: Question, _ field: TextField) -> [Effect] {
    switch key {
    case .escape, .control("g"):
      mode = .browsing
      search = nil
      if case .find(let from) = question { focus = from }
    case .up where search != nil, .down where search != nil:
      if let matches = search?.matches { moveToMatch(key == .up ? -1 : 1, of: matches) }
    case .enter:
      mode = .browsing
      do {
        return try answer(question, field.text)
      } catch {
        // What is refused stays, to be mended: what is typed next must not run as keys.
        mode = .asking(question, field)
        message = error.reason
      }
    default:
      var field = field
      _ = field.handle(key)
      typed(field, asked: question)
    }
    return []
  }

  /// A search moves while it is typed.
  private mutating func typed(_ field: TextField, asked question: Question) {
    mode = .asking(question, field)
    guard case .find(let from) = question else { return }
    search?.look(for: field.text)
    let found = search.flatMap { classFound(by: field.text, $0.matches) }
    focus = found ?? from
    if found == nil && !field.text.isEmpty { message = .noSuchClass(field.text) }
  }

  private mutating func answer(_ question: Question, _ text: String) throws(Refusal) -> [Effect] {
    if case .find = question {
      finishSearch(for: text)
      return []
    }
    // A name left as it was shown keeps what could not be shown of it.
    let isUnchanged = question == .name && text == visible(problem.classes[focus])
    if NumberText.trimmed(text).isEmpty || isUnchanged { return [] }
    switch question {
    case .find: return []
    case .target: return try carryOut(.setTarget(text))
    case .name: return try carryOut(.rename(text))
    case .newClass: return try carryOut(.addClass(text))
    case .logit: return try carryOut(.setLogit(try number(text)))
    case .probability: return try carryOut(.setProbability(try number(text)))
    case .weight: return try carryOut(.setWeight(try number(text)))
    case .prediction: return try carryOut(.predict(try number(text)))
    }
  }

  /// Stays at what was found; an empty text goes on to the next class that the last one finds.
  private mutating func finishSearch(for text: String) {
    defer { search = nil }
    guard NumberText.trimmed(text).isEmpty else {
      lastSearch = text
      return
    }
    search?.look(for: lastSearch)
    if let matches = search?.matches { moveToMatch(1, of: matches) }
  }

  private func number(_ text: String) throws(Refusal) -> Double {
    guard let number = NumberText.read(text) else { throw Refusal(.notANumber(text)) }
    return number
  }
}

// MARK: Palette

extension State {
  /// The commands that the typed word leaves, those that begin with it first.
  static func matches(_ text: String) -> [Command] {
    let text = text.drop { $0 == " " }
    let word = text.prefix { $0 != " " }.lowercased()
    let beginning = Command.all.filter { $0.name.hasPrefix(word) }
    // Behind a blank the word is a whole name.
    if let exact = beginning.first(where: { $0.name == word }), text.contains(" ") {
      return [exact]
    }
    return beginning
      + Command.all.filter { !$0.name.hasPrefix(word) && $0.name.contains(word) }
  }

  mutating func press(_ key: Key, _ field: TextField, choice: Int) -> [Effect] {
    let matches = Self.matches(field.text)
    let choice = min(choice, max(0, matches.count - 1))
    switch key {
    case .escape, .control("g"): mode = .browsing
    case .backspace where field.text.isEmpty: mode = .browsing
    case .up: mode = .palette(field, choice: max(0, choice - 1))
    case .down: mode = .palette(field, choice: min(max(0, matches.count - 1), choice + 1))
    case .tab:
      guard !matches.isEmpty else { return [] }
      mode = .palette(TextField(matches[choice].name + " "), choice: 0)
    case .enter:
      guard !matches.isEmpty else {
        message = .noSuchCommand(field.text)
        return []
      }
      do {
        return try run(matches[choice], typed: field.text)
      } catch {
        if field.text.contains(" ") { mode = .palette(field, choice: choice) }
        message = error.reason
      }
    default:
      var field = field
      _ = field.handle(key)
      mode = .palette(field, choice: 0)
    }
    return []
  }

  private mutating func run(_ command: Command, typed text: String) throws(Refusal) -> [Effect] {
    let argument = NumberText.trimmed(text.drop { $0 == " " }.drop { $0 != " " })
    mode = .browsing
    if !argument.isEmpty { return try carryOut(try command.action(argument)) }
    guard let bare = command.bare else {
      mode = .palette(TextField(command.name + " "), choice: 0)
      return []
    }
    return try carryOut(bare)
  }
}

extension Command {
  /// What the command does with its argument.
  func action(_ text: String) throws(Refusal) -> Action {
    switch argument {
    case nil: throw Refusal(.takesNothing(name))
    case .text(_, let make): return try make(text)
    case .number(_, let make):
      guard let number = NumberText.read(text) else { throw Refusal(.notANumber(text)) }
      return make(number)
    case .choice(let names, let make):
      guard let action = make(text) else { throw Refusal(.oneOf(text, names)) }
      return action
    }
  }
}

// MARK: Pasting

extension State {
  /// Pasted text is data: it goes where text is being typed, and is never taken for keys.
  mutating func paste(_ text: String) {
    switch mode {
    case .asking(let question, var field):
      field.insert(text)
      typed(field, asked: question)
    case .palette(var field, _):
      field.insert(text)
      mode = .palette(field, choice: 0)
    case .browsing, .sharing, .help: message = .pasteNeedsAQuestion
    }
  }
}

// MARK: Help

extension State {
  mutating func press(_ key: Key, helpOffset offset: Int) -> [Effect] {
    let page = max(1, size.height - 2)
    let last = max(0, HelpView.lines(language, options.glyphs, width: size.width).count - page)
    switch key {
    case .down, "j": mode = .help(offset: min(last, offset + 1))
    case .up, "k": mode = .help(offset: max(0, offset - 1))
    case .pageDown, " ": mode = .help(offset: min(last, offset + page))
    case .pageUp: mode = .help(offset: max(0, offset - page))
    case .home: mode = .help(offset: 0)
    case .end: mode = .help(offset: last)
    default: mode = .browsing
    }
    return []
  }
}
