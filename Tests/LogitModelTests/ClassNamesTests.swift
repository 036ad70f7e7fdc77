import LogitModel
import Testing

@Suite("Names of classes")
struct ClassNamesTests {
  private static let named: ClassNames = ["0", "1", "2"]

  @Test("that are not kept are the numbers")
  func numbered() {
    let names = ClassNames(numbered: 3)
    #expect(names == Self.named)
    #expect(Self.named == names)
    #expect(names == ClassNames(numbered: 3))
    #expect(names != ClassNames(numbered: 4))
    #expect(names != ["0", "1"])
    #expect(names != ["0", "1", "3"])
    #expect(Array(names) == ["0", "1", "2"])
    #expect(names.given == nil)
    #expect(Self.named.given == ["0", "1", "2"])
    #expect(ClassNames(numbered: 0).isEmpty)
  }

  @Test(
    "are found as they are written and in no other way",
    arguments: [
      ("0", [0]), ("1", [1]), ("2", [2]), ("3", []), ("01", []), ("+1", []), ("-1", []),
      ("\u{2212}1", []), ("-0", []), ("", []), (" 1", []), ("1.0", []), ("\u{661}", []),
      ("9223372036854775808", []), ("1\u{301}", []),
    ]
  )
  func exactly(text: String, indices: [Int]) {
    #expect(ClassNames(numbered: 3).indices(ofExactly: text) == indices)
    #expect(Self.named.indices(ofExactly: text) == indices)
  }

  @Test("that were given are all found, scalar for scalar")
  func repeated() {
    let names: ClassNames = ["01", "a", "01", "e\u{301}"]
    #expect(names.indices(ofExactly: "01") == [0, 2])
    #expect(names.indices(ofExactly: "1") == [])
    #expect(names.indices(ofExactly: "\u{E9}") == [])
    #expect(names.indices(ofExactly: "e\u{301}") == [3])
  }

  @Test("are kept once one of them is another")
  func set() {
    var names = ClassNames(numbered: 3)
    names[1] = "dog"
    #expect(names == ["0", "dog", "2"])
    #expect(names.given == ["0", "dog", "2"])
    #expect(names.indices(ofExactly: "1") == [])
    names[1] = "1"
    #expect(names == ClassNames(numbered: 3))
  }

  @Test("stay with their classes where one comes or goes")
  func insertAndRemove() throws {
    var problem = try Problem(logits: [[0, 1, 2]])
    #expect(problem.classes.given == nil)
    try problem.insertClass(named: "cat", logits: [3], at: 1)
    #expect(problem.classes == ["0", "cat", "1", "2"])
    try problem.removeClass(at: 0)
    #expect(problem.classes == ["cat", "1", "2"])
    var other = try Problem(logits: [[0, 1, 2]])
    try other.removeClass(at: 0)
    #expect(other.classes == ["1", "2"])
    #expect(other.classes.given == ["1", "2"])
  }
}
