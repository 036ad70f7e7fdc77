import Foundation
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct PhraseTests {
  private static func hasHangul(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  /// Whether a text holds a word, and not only signs, numbers and letters of formulas.
  private static func hasWord(_ text: String) -> Bool {
    text.contains(/[A-Za-z]{3,}/)
  }

  // MARK: What is written in the sources

  /// A phrase of the sources: the literals of either language, its interpolations left out.
  struct Written: CustomTestStringConvertible {
    let place: String
    let english: [String]
    let korean: [String]

    var testDescription: String { place }
  }

  /// Every phrase that is written with both languages.
  private static let written: [Written] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Explorer").resolvingSymlinksInPath()
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let phrases = files.filter { $0.hasSuffix(".swift") }.flatMap { file in
      let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
      return text.split(separator: /Phrase\(\s*en:/).dropFirst().enumerated().map { number, part in
        let sides = part.split(separator: /\bko:/, maxSplits: 1)
        return Written(
          place: "\(file), phrase \(number)",
          english: sides.first.map(literals) ?? [],
          korean: sides.count > 1 ? literals(sides[1]) : []
        )
      }
    }
    // What is passed on from elsewhere has no literal here.
    return phrases.filter { !$0.english.isEmpty || !$0.korean.isEmpty }
  }()

  /// The literals up to the parenthesis that closes the phrase.
  private static func literals(_ text: Substring) -> [String] {
    var literals: [String] = []
    var rest = text.replacing(/\\\([^()]*(\([^()]*\)[^()]*)*\)/, with: "")[...]
    while let quote = rest.firstIndex(where: { $0 == "\"" || $0 == ")" }), rest[quote] == "\"" {
      rest = rest[rest.index(after: quote)...]
      guard let end = rest.firstIndex(of: "\"") else { break }
      literals.append(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return literals
  }

  @Test func `the sources are read`() {
    #expect(Self.written.count > 150)
    #expect(
      Self.written.contains { $0.english == ["nothing to undo"] && Self.hasHangul($0.korean[0]) }
    )
  }

  @Test(arguments: written)
  func `where English words stand, Korean ones do too`(phrase: Written) {
    #expect(!phrase.english.isEmpty)
    #expect(!phrase.korean.isEmpty)
    if phrase.english == phrase.korean { return }
    #expect(phrase.korean.joined().contains { Self.hasHangul(String($0)) })
  }

  /// What is the same in both languages on purpose.
  private static let names: Set<String> = ["cat=0.3,dog=0.7"]

  @Test(arguments: written.filter { $0.english == $0.korean })
  func `what is the same in both languages is a sign or a name`(phrase: Written) {
    for text in phrase.english where Self.hasWord(text) {
      #expect(Self.names.contains(text), "\(text)")
    }
  }

  // MARK: What is on the screen

  @Test func `every command says what it does, in both languages`() {
    for command in Command.all {
      for phrase in [command.does, command.hint].compactMap({ $0 }) {
        #expect(!phrase.en.isEmpty, "\(command.name)")
        #expect(Self.hasHangul(phrase.ko), "\(command.name)")
      }
      if case .text(let label, _) = command.argument { #expect(!label.ko.isEmpty) }
    }
  }

  @Test func `the help is there in both languages`() {
    for phrase in Command.Group.allCases.map(\.title) + HelpText.all.map(\.title) {
      #expect(!phrase.en.isEmpty && Self.hasHangul(phrase.ko))
    }
    for item in HelpText.all.flatMap(\.items) {
      #expect(!item.sign.en.isEmpty && !item.meaning.en.isEmpty)
      #expect(Self.hasHangul(item.meaning.ko), "\(item.sign.en)")
    }
    #expect(!Self.hasHangul(HelpView.lines(.en, .unicode, width: 80).joined().map(\.text).joined()))
  }

  @Test func `titles of panels, columns, questions and losses have Korean`() {
    let questions: [Question] = [
      .logit, .probability, .weight, .target, .name, .newClass, .find(from: 0),
    ]
    var phrases = Panel.allCases.map(\.title) + SortColumn.allCases.map(Phrase.title(of:))
    phrases += Unit.allCases.map(Phrase.unit) + Losses.all.map(\.title)
    phrases += Formula.allCases.map(\.label) + questions.map { $0.label("x") }
    for phrase in phrases {
      #expect(Self.hasHangul(phrase.ko) && !Self.hasHangul(phrase.en), "\(phrase.en)")
    }
  }

  @Test func `every refusal that keys can cause has Korean and fits the last row`() {
    let place = ProblemError.Class(index: 3, name: "cat")
    let errors: [ProblemError] = [
      .tooFewClasses(count: 1), .onlyRow, .invalidLogit(row: 0, class: place, value: .nan),
      .noFiniteLogit(row: 0),
      .targetOutOfRange(row: 0, index: 9, classes: 2), .targetLength(row: 0, count: 1, expected: 2),
      .invalidTarget(row: 0, class: place, value: -1), .invalidTargetSum(row: 0, sum: 0),
      .invalidTemperature(0), .invalidLabelSmoothing(2), .invalidWeight(class: place, value: -1),
      .classIsTarget(row: 0, class: place), .classIsIgnored(class: place),
      .probabilityOutOfRange(2), .noOtherFiniteLogit(row: 0, class: place),
    ]
    for error in errors {
      let reason = Refusal(error).reason
      #expect(displayWidth(reason.en) <= 78 && displayWidth(reason.ko) <= 78)
      #expect(Self.hasHangul(reason.ko), "\(error)")
    }
    #expect(Set(errors.map { Refusal($0).reason.ko }).count == errors.count)
  }

  /// Names and signs of the field, which Korean texts use as they are.
  private static let international: Set<String> = [
    "logitscope", "logsumexp", "sigmoid", "log", "exp", "max", "softmax", "cat", "dog", "bird",
    "fish",
    "frog", "inf", "Space",
  ]

  @Test(arguments: ["", "2", "] x", "<Space>", "j y ]", "T E"])
  func `no English word is left on a Korean screen`(script: String) throws {
    var state = try State.on(options: ViewOptions(language: .ko), width: 120, height: 40)
    try state.play(script)
    for row in state.rows {
      let words = row.matches(of: /[A-Za-z]{3,}/).map { String($0.output) }
      #expect(Set(words).isSubset(of: Self.international), "\(row)")
    }
  }
}
