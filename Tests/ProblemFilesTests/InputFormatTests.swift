import LogitModel
import Testing

@testable import ProblemFiles

@Suite("How a problem is written")
struct InputFormatTests {
  @Test(
    "the content tells, unless the name does",
    arguments: [
      ("", "{\"logits\": [1, 2]}", .json), ("", " \n[1]", .json), ("json", "1 2", .json),
      ("", "1 2\n3 4", .plainNumbers), ("", "1,2\n3,4", .plainNumbers),
      ("", "1 nan", .plainNumbers),
      ("", "cat dog", .plainNumbers), ("csv", "1 2", .plainNumbers),
      ("txt", "1,,nan", .plainNumbers),
      ("", "cat,dog\n1,2", .table(separator: 0x2C)), ("", "a,b\tc\n1\t2", .table(separator: 0x09)),
      ("csv", "a,b\tc", .table(separator: 0x2C)), ("csv", "a\tb", .table(separator: 0x09)),
      ("tsv", "a,b", .table(separator: 0x2C)), ("csv", "cat", .table(separator: 0x2C)),
      ("csv", "{a,b}", .table(separator: 0x2C)), ("csv", "title: x,b", .table(separator: 0x2C)),
      ("", "# mine\n\nlogits: [1, 2]", .yaml), ("", "target: 0\nlogits: [1, 2]", .yaml),
      ("yaml", "1 2", .yaml), ("yml", "{a: 1}", .yaml), ("", "# only\n", .plainNumbers),
      ("", " \r\n\t", nil), ("yaml", "", nil), ("json", "\u{A0}", nil),
    ] as [(String, String, InputFormat?)]
  )
  func format(_ nameExtension: String, _ text: String, _ format: InputFormat?) {
    #expect(InputFormat.of(text, nameExtension: nameExtension, hasHeader: false) == format)
  }

  @Test(
    "the name's extension is what follows the last point of the last part",
    arguments: [
      ("a/b.CSV", "csv"), ("a.csv/b", ""), ("b", ""), ("x.tar.npy", "npy"), (".yaml", "yaml"),
      ("b.", ""), ("", ""), ("a.\u{301}b", "\u{301}b"),
    ]
  )
  func nameExtension(_ name: String, _ expected: String) {
    #expect(InputBytes(source: name, name: name, bytes: []).nameExtension == expected)
  }

  @Test("YAML has the keys of JSON")
  func yaml() throws {
    let text = """
      # a comment
      title: Pets
      classes: [cat, dog]
      logits:
        - [1, -inf]
        - [3, 4]
      targets: [cat, [0.5, 0.5]]
      loss: focal
      temperature: 2
      """
    let read = try problem(text, file: "pets.yaml")
    let expected = try Problem(
      title: "Pets",
      classes: ["cat", "dog"],
      logits: [[1, -.infinity], [3, 4]],
      targets: [.index(0), .distribution([0.5, 0.5])],
      settings: Problem.Settings(temperature: 2, loss: Focal())
    )
    #expect(read == expected)
  }

  @Test(
    "YAML that is no problem is refused with its line",
    arguments: [
      ("logits: [1, 2", "line 1: ',' or ']' was expected; close the list, or put a text in quotes"),
      (
        "logits: [1, 2]\nlogit: 3", "line 2: the key 'logit' is not known; did you mean \"logits\"?"
      ),
      (
        "- 1",
        "line 1: a list is no problem; write keys with values such as {logits: [2, -1, 0.1], target: 0}"
      ),
      (
        "logits: [1, .nan]",
        "line 1: \"logits\": class 1: a number or \"-inf\" was expected, found '.nan'"
      ),
      ("# nothing", "line 1: there is nothing but comments and blanks; write a value"),
      (
        "x: " + String(repeating: "1", count: 4 << 20),
        "more than 4 MiB of YAML; save it as JSON, CSV or .npy"
      ),
    ]
  )
  func yamlRefused(_ text: String, _ message: String) {
    do {
      _ = try problem(text, file: "x.yml")
      Issue.record("it was read")
    } catch {
      #expect(error.description == "x.yml: \(message)")
    }
  }

  @Test(
    "a header is a matter of tables alone",
    arguments: ["{\"logits\": [1, 2]}", "logits: [1, 2]"]
  )
  func header(_ text: String) {
    let input = InputBytes(source: "x", bytes: Array(text.utf8))
    #expect(throws: FileError(source: "x", "--header is for CSV and TSV; leave it out")) {
      try ProblemFile.problem(input, hasHeader: true)
    }
  }
}
