import LogitModel
import Testing

@testable import ProblemFiles

@Suite("Class names from a file")
struct ClassNamesTests {
  @Test(
    "a name a line; a carriage return ends lines only where it ends all of them",
    arguments: [
      ("cat\ndog", ["cat", "dog"]), ("cat\ndog\n", ["cat", "dog"]),
      ("cat\r\ndog\r\n", ["cat", "dog"]), ("cat\r\ndog", ["cat", "dog"]),
      ("a\n\r\nb\n", ["a", "\r", "b"]), ("a\n\nb\n", ["a", "", "b"]), ("\n", [""]), ("", []),
      (" big bird \n\t\u{1}\u{85}\u{2028}x\n", [" big bird ", "\t\u{1}\u{85}\u{2028}x"]),
      ("\u{301}\n\u{1F468}\u{200D}\n", ["\u{301}", "\u{1F468}\u{200D}"]),
    ]
  )
  func lines(_ text: String, _ names: [String]) {
    let read = ProblemFile.classes(InputText(source: "names", text: text))
    #expect(read.map(ExactText.init) == names.map(ExactText.init))
  }

  @Test(
    "a vocabulary of 262 144 names, with duplicates and control characters",
    .timeLimit(.minutes(1))
  )
  func vocabulary() throws {
    let names = (0..<262_144).map { index in
      switch index % 4 {
      case 0: "\u{1}\(index / 8)\r"
      case 1: " the"
      case 2: "\u{301}\(index)"
      default: "\(index)"
      }
    }
    let text = names.joined(separator: "\n") + "\n"
    let read = ProblemFile.classes(InputText(source: "names", text: text))
    #expect(read.count == names.count)
    #expect(read.elementsEqual(names) { $0.utf8.elementsEqual($1.utf8) })
    var draft = ProblemDraft()
    draft.classes = read
    draft.scores = .logits([names.indices.map(Double.init)])
    draft.targets = [.text("262143")]
    #expect(try draft.problem().targets == [.index(262_143)])
    draft.targets = [.text(" the")]
    #expect(
      throws: FileError(
        "row 0: target: 65536 classes are named ' the'; give an index instead (1, 5, 9, …)"
      )
    ) {
      try draft.problem()
    }
  }

  @Test(
    "another number of names than classes is said of their file",
    arguments: [
      (["a", "b"], "names.txt: 2 class names; give 3, one for each logit of a row"),
      (
        ["a", "", "b", "c"],
        "names.txt: 4 class names; give 3, one for each logit of a row (line 2 is empty)"
      ),
    ]
  )
  func count(_ names: [String], _ message: String) {
    var options = ProblemDraft()
    options.classes = names
    options.classesSource = "names.txt"
    do {
      _ = try ProblemFile.problem(
        InputBytes(source: "x", bytes: Array("1 2 3".utf8)),
        overriddenBy: options
      )
      Issue.record("it was read")
    } catch {
      #expect(error.description == message)
    }
  }

  private static let unknown =
    "row 0: target: there is no class 'x'; give a name of \"classes\" or an index"

  @Test(
    "without names a class is meant by its index",
    arguments: [
      ("2", "2"), ("02", "2"), ("-100", "-100"), ("x", unknown),
      ("3", "row 0: target is class 3; give an index from 0 to 2, or the ignore index"),
    ]
  )
  func indices(_ text: String, _ expected: String) {
    var draft = ProblemDraft()
    draft.scores = .logits([[1, 2, 3]])
    draft.targets = [.text(text)]
    let found: String
    do {
      let target = try draft.problem().targets.first
      found = target??.positive.map(String.init) ?? ""
    } catch {
      found = error.description
    }
    #expect(found == expected)
  }
}
