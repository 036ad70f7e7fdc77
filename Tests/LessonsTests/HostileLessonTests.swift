import ProblemFiles
import Testing

@testable import Lessons

@Suite("A lesson written to do harm, or by accident")
struct HostileLessonTests {
  /// Decodes a text, and says whether it made a lesson; what is refused has a line and one sentence.
  private static func isLesson(_ text: String) -> Bool {
    do {
      _ = try lesson(text)
      return true
    } catch {
      expectClear(error)
      return false
    }
  }

  private static func isLesson(_ node: Node) -> Bool {
    do {
      _ = try Lesson(node)
      return true
    } catch {
      expectClear(error)
      return false
    }
  }

  private static func expectClear(_ error: FileError) {
    #expect(error.line != nil, "\(error)")
    #expect(!error.message.isEmpty && error.message.utf8.count < 400, "\(error)")
    #expect(error.message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test(
    "any value in any place makes a lesson or one clear refusal",
    arguments: 0..<20 as Range<UInt64>
  )
  func wrongTypes(_ seed: UInt64) throws {
    var random = Dice(seed: seed)
    let whole = [try YAMLReader.read(wholeLesson), try YAMLReader.read(LessonTemplate.text)]
    var lessons = 0
    for index in 0..<400 {
      let mutated = random.mutated(whole[index % 2])
      lessons += Self.isLesson(mutated) ? 1 : 0
    }
    // Neither answer may be the only one, or nothing was tried.
    #expect((1..<399).contains(lessons), "\(lessons) of 400")
  }

  @Test("any slip of a key makes a lesson or one clear refusal", arguments: 0..<10 as Range<UInt64>)
  func slips(_ seed: UInt64) {
    var random = Dice(seed: seed)
    let scalars = Array(wholeLesson.unicodeScalars)
    var lessons = 0
    for _ in 0..<200 {
      lessons += Self.isLesson(random.slipped(scalars)) ? 1 : 0
    }
    #expect((1..<199).contains(lessons), "\(lessons) of 200")
  }

  @Test(
    "a megabyte of one thing is refused or read at once",
    arguments: [
      "name: ", "- ", "a", "? ", "[", "{a: ", "&a ", "*a ", "!a ", "\"", "'\n", "a: |\n", "#", "%",
      "\u{AC1C}",
      "a: [b, c]\n", "x: {x: x}\n",
    ]
  )
  func megabyte(_ part: String) {
    let text = String(repeating: part, count: LessonFile.byteLimit / part.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(!Self.isLesson(text)) }
    #expect(time < .seconds(30))
  }

  @Test("a megabyte of commands, of hints and of choices is read or refused")
  func manyParts() throws {
    let commands = String(repeating: "nudge 1, ", count: 50_000)
    let text = wholeLesson.replacing("[nudge, undo]", with: "[\(commands)]")
    #expect(try lesson(text).steps[0].only?.count == 50_000)
    let choices = String(repeating: "        - {en: a, ko: b, holds: true}\n", count: 20_000)
    let refused = wholeLesson.replacing("        - {en: up", with: choices + "        - {en: up")
    #expect(refusal(refused) == "x.yaml: line 14: step 1: 20002 choices; give from 2 to 4")
  }
}

/// Changes of a document.
extension Dice {
  /// The node with one of the nodes in it changed.
  fileprivate mutating func mutated(_ node: Node) -> Node {
    var node = node
    switch node.value {
    case .list(var nodes) where !nodes.isEmpty && Int.random(in: 0..<8, using: &self) > 0:
      let index = Int.random(in: nodes.indices, using: &self)
      nodes[index] = mutated(nodes[index])
      node.value = .list(nodes)
    case .map(var members) where !members.isEmpty && Int.random(in: 0..<8, using: &self) > 0:
      let index = Int.random(in: members.indices, using: &self)
      members[index].node = mutated(members[index].node)
      node.value = .map(members)
    default: node.value = changed(node.value)
    }
    return node
  }

  private mutating func changed(_ value: Node.Value) -> Node.Value {
    switch (value, Int.random(in: 0..<4, using: &self)) {
    case (.list(let nodes), 0): .list(nodes + nodes)
    case (.list(let nodes), 1): .list(Array(nodes.dropLast()))
    case (.map(let members), 0): .map(Array(members.shuffled(using: &self).dropLast()))
    case (.map(let members), 1):
      .map(members.map { ($0.key.uppercased(), $0.line, $0.node) })
    case (.string(let text), 0): .string(text + text)
    case (.string(let text), 1): .string(String(text.prefix(text.count / 2)))
    case (.number(let number), 0): .number(-number)
    default: unrelated()
    }
  }

  private mutating func unrelated() -> Node.Value {
    let word = Node(line: 7, value: .string("x"), notation: .yaml)
    let values: [Node.Value] = [
      .null, .boolean(true), .boolean(false), .number(0), .number(-1), .number(0.5), .number(1e300),
      .number(-.infinity), .number(2), .string(""), .string(" "), .string("inf"), .string("nan"),
      .string("\u{1B}[2J"), .string("loss = 1"), .string("((("), .string("x[y]"), .list([]),
      .list([word]), .list([word, word, word, word, word]), .map([]), .map([("x", 7, word)]),
      .string(String(repeating: "|", count: 10_000)), .map([("en", 7, word), ("ko", 7, word)]),
    ]
    return pick(values)
  }

  /// The text with a few characters added, removed or exchanged.
  fileprivate mutating func slipped(_ scalars: [Unicode.Scalar]) -> String {
    var scalars = scalars
    let signs = Array("{}[]:,-&*!|>'\"%@`#?~ \n\r\t\\0a\u{7}\u{202E}\u{AC1C}".unicodeScalars)
    for _ in 0..<Int.random(in: 1...2, using: &self) {
      let index = Int.random(in: scalars.indices, using: &self)
      let sign = pick(signs)
      switch Int.random(in: 0..<3, using: &self) {
      case 0: scalars.insert(sign, at: index)
      case 1: scalars.remove(at: index)
      default: scalars[index] = sign
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
