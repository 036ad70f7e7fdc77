import Testing

@testable import ProblemFiles

@Suite("YAML, read")
struct YAMLReaderTests {
  /// What a text means, written back on one line, with the line of each value that is not on the first.
  private static func meaning(_ text: String) throws(FileError) -> String {
    meaning(try YAMLReader.read(text))
  }

  private static func meaning(_ node: Node) -> String {
    let place = node.line == 1 ? "" : "@\(node.line)"
    switch node.value {
    case .list(let nodes): return "[\(nodes.map(meaning).joined(separator: ", "))]" + place
    case .map(let members):
      let texts = members.map { "\($0.key.quoted)@\($0.line): \(meaning($0.node))" }
      return "{\(texts.joined(separator: ", "))}" + place
    default: return node.kind + place
    }
  }

  private static func refusal(_ text: String) -> String? {
    do {
      _ = try YAMLReader.read(text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    "a bare word is nothing, a truth, a number or else text",
    arguments: [
      ("", "nothing"), ("~", "nothing"), ("null", "nothing"), ("true", "true"), ("false", "false"),
      ("0", "0"), ("-1.5e-3", "-0.0015"), ("+2", "2"), (".5", "0.5"), ("-inf", "\"-inf\""),
      ("no", "'no'"), ("Yes", "'Yes'"), ("on", "'on'"), ("True", "'True'"), ("NULL", "'NULL'"),
      ("1:30", "'1:30'"), ("0x1F", "'0x1F'"), ("1_000", "'1_000'"), (".inf", "'.inf'"),
      (".nan", "'.nan'"), ("2001-01-01", "'2001-01-01'"), ("<<", "'<<'"), ("=", "'='"),
      ("\"1\"", "'1'"), ("'true'", "'true'"), ("\"\"", "''"), ("|-\n  null", "'null'"),
      (">-\n  2\n  3", "'2 3'"), ("A & B", "'A & B'"), ("R&D", "'R&D'"), ("2 *x", "'2 *x'"),
      ("so? yes", "'so? yes'"), ("loss != 3", "'loss != 3'"), ("\"\\u00e9\\n\"", "'\u{E9}\\u{a}'"),
    ]
  )
  func scalars(_ text: String, _ meaning: String) throws {
    #expect(try Self.meaning("a: \(text)") == "{'a'@1: \(meaning)}")
  }

  @Test(
    "values and keys know their lines, whatever ends a line",
    arguments: ["\n", "\r\n", "\r"]
  )
  func lines(_ end: String) throws {
    let text = ["# first", "a: 1", "b:", "  - x", "  - {c: y,", "     d: [2]}", "e: >-", "  z"]
    let expected =
      "{'a'@2: 1@2, 'b'@3: ['x'@4, {'c'@5: 'y'@5, 'd'@6: [2@6]@6}@5]@4, 'e'@7: 'z'@7}@2"
    #expect(try Self.meaning(text.joined(separator: end)) == expected)
  }

  @Test("JSON is YAML too")
  func json() throws {
    #expect(
      try Self.meaning("{\"a\": [1, null, \"b\"], \"c\": {}}")
        == "{'a'@1: [1, nothing, 'b'], 'c'@1: {}}"
    )
  }

  /// What is refused, ⏎ for a line's end and ␇ for a bell, and under it what is said of it.
  static let refusals = #"""
    # nothing
      line 1: there is nothing but comments and blanks; write a value
    a: 1⏎b: &x 2
      line 2: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text
    - &x a
      line 1: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text
    [1,&x a]
      line 1: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text
    {"a":&x 1}
      line 1: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text
    &x a: 1
      line 1: a name for a value, '&…'; write the value itself, or a blank behind '&' in a text
    a: 1⏎b: *x
      line 2: a name for a value, '*…'; write the value itself, or the text in quotes
    *x : 1
      line 1: a name for a value, '*…'; write the value itself, or the text in quotes
    a: **bold**
      line 1: a '*' begins a text; put the text in quotes
    a: 1⏎b: !foo 2
      line 2: the tag '!foo'; leave it out, or put text that begins with '!' in quotes
    a: !!binary aGVsbG8=
      line 1: the tag 'tag:yaml.org,2002:binary'; leave it out, or put text that begins with '!' in quotes
    a: !!str 5
      line 1: the tag 'tag:yaml.org,2002:str'; leave it out, or put text that begins with '!' in quotes
    a: !!set {b, c}
      line 1: the tag 'tag:yaml.org,2002:set'; leave it out, or put text that begins with '!' in quotes
    !foo a: 1
      line 1: the tag '!foo'; leave it out, or put text that begins with '!' in quotes
    a: !e!x 1
      line 1: a tag, '!…'; leave it out, or put a text that begins with '!' in quotes
    %b: 1
      line 1: a directive, '%…'; leave it out, or put the text in quotes
    a: 1⏎---⏎b: 2
      line 2: a second document; keep one, without '---'
    a: 1⏎b: 2⏎a: 3
      line 1: the key 'a' stands twice; keep one
    a: {b: 1, "b": 2}
      line 1: the key 'b' stands twice; keep one
    a: 1⏎b:⏎	c: 2
      line 3: a tab; write blanks instead
    a: "x⏎ ␇"
      line 2: the character U+0007 cannot be shown; remove it
    a: "x\a"
      line 1: the character U+0007 cannot be shown; remove it
    a: 1⏎b: "x\u0007"
      line 2: the character U+0007 cannot be shown; remove it
    a: "\e[31m"
      line 1: the character U+001B cannot be shown; remove it
    a: "\0"
      line 1: the character U+0000 cannot be shown; remove it
    a: "\t"
      line 1: the character U+0009 cannot be shown; remove it
    a: "\u202E"
      line 1: the character U+202E cannot be shown; remove it
    a: "\L"
      line 1: the character U+2028 cannot be shown; remove it
    "\u200b": 1
      line 1: the character U+200B cannot be shown; remove it
    a: "\ud800"
      line 1: an escape that means no character; write \\ for a backslash
    a: "\q"
      line 1: no escape of YAML; write \\ for a backslash, or single quotes
    a: "\u12"
      line 1: an escape without its hexadecimal digits; write \\ for a backslash
    1: a
      line 1: a key was expected, found 1; put a key that is no word in quotes
    a: 1⏎true: b
      line 2: a key was expected, found true; put a key that is no word in quotes
    ~: b
      line 1: a key was expected, found nothing; put a key that is no word in quotes
    [a, b]: c
      line 1: a key that is a list or has keys itself; write text as a key
    {a: b}: c
      line 1: a key that is a list or has keys itself; write text as a key
    a: 1⏎? b⏎: c
      line 2: a '?' that begins a key or a text; write the key alone, or the text in quotes
    - ? a
      line 1: a '?' that begins a key or a text; write the key alone, or the text in quotes
    {a: 1, ?b}
      line 1: a '?' that begins a key or a text; write the key alone, or the text in quotes
    a: 1e999
      line 1: '1e999' is beyond what a double holds, 1.8e308
    a: b: c
      line 1: a ':' where no key can stand; put a text that holds ': ' in quotes, or check the indentation
    a: 1⏎b⏎c: 2
      line 3: a key without ':'; write ':' behind it, or check the indentation and the quotes
    a: 1⏎  b: 2
      line 2: a ':' where no key can stand; put a text that holds ': ' in quotes, or check the indentation
    a:⏎    b: 1⏎  c: 2
      line 3: a key was expected; check indentation, brackets and quotes
    a: "x" y
      line 1: a key was expected; check indentation, brackets and quotes
    a: - b
      line 1: a '- ' where no list can begin; check the indentation
    - a⏎b: 1
      line 2: '- ' was expected, as the list has it above; check the indentation
    a: [1, 2
      line 1: ',' or ']' was expected; close the list, or put a text in quotes
    a: {b: 1
      line 1: ',' or '}' was expected; close the brace, or put a text in quotes
    a: 1⏎b: "x⏎c: 2⏎d: 3
      line 2: a text in quotes is not closed; close it
    a: 1⏎b: 'it's⏎c: 2
      line 2: a key was expected; check indentation, brackets and quotes
    a: "x⏎---⏎b: 1"
      line 1: a text in quotes is not closed; close it
    a: |loss| < 1
      line 1: a text begins with '|' or '>'; put it in quotes, or begin it on the next line
    a: {b: |x| < 1}
      line 1: a text begins with a sign that has a meaning in YAML; put the text in quotes
    a: @b
      line 1: a text begins with a sign that has a meaning in YAML; put the text in quotes
    a: [b⏎]]
      line 2: a key was expected; check indentation, brackets and quotes
    [b]⏎c: d
      line 2: more text behind the end; check brackets and indentation
    a: ]
      line 1: a value was expected; write it, or put a text in quotes
    """#

  @Test("what is no plain document is refused with its line and a remedy")
  func refuses() {
    let lines = Self.refusals.split(separator: "\n")
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      let text = String(lines[index]).replacing("⏎", with: "\n").replacing("␇", with: "\u{7}")
      #expect(Self.refusal(text) == String(lines[index + 1].drop { $0 == " " }), "\(text)")
    }
    #expect(lines.count == 118)
  }

  @Test(
    "a character that cannot be seen is refused wherever it stands",
    arguments: [
      "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{AD}", "\u{200B}", "\u{200E}", "\u{202E}",
      "\u{2028}",
      "\u{2066}", "\u{FEFF}", "\u{FFFE}", "\u{E0041}",
    ] as [Unicode.Scalar]
  )
  func invisible(_ scalar: Unicode.Scalar) throws {
    for text in [
      "# \(scalar)", "a: \(scalar)", "a: |\n  b\(scalar)", "\(scalar)", "'\(scalar)': 1",
    ] {
      let message = Self.refusal("x: 1\n" + text)
      #expect(
        try #require(message).hasPrefix("line \(text.contains("|") ? 3 : 2): the character U+")
      )
    }
  }

  /// A few hundred bytes that stand for more than a memory holds.
  private static func bomb(_ last: String) -> String {
    let levels = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    return "a0: &a0 [x, x]\n" + levels.joined(separator: "\n") + "\n" + last
  }

  @Test(
    "names for values are refused before a value is put in their place",
    arguments: ["b: *a40", "b: {? *a40 : 1}", "? *a40\n: 1", "*a40 : 1"],
    ["\n", "\r\n", "\r"]
  )
  func bombs(_ last: String, _ end: String) {
    let text = Self.bomb(last).replacing("\n", with: end)
    #expect(Self.refusal(text)?.hasPrefix("line 1: a name for a value, '&…'") == true)
  }

  @Test(
    "half a million brackets, lists or keys do not exhaust the stack",
    arguments: ["[", "{a: ", "- ", "{", "[a: ", "- a: ", "\"a\": [", "!x ", "{\"a\":"]
  )
  func deepNesting(_ opening: String) throws {
    let message = Self.refusal(String(repeating: opening, count: 500_000))
    #expect(try #require(message).hasPrefix("line 1: "))
  }

  @Test("lists nested deeper than 64 are refused, 64 are read", arguments: [63, 64, 65, 900])
  func depth(_ depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let message = depth > 64 ? "line 1: lists and keys nested deeper than 64; nest less" : nil
    #expect(Self.refusal(text) == message)
  }

  @Test("a big key nested often is not compared again at each level")
  func nestedKeys() {
    let inner = String(repeating: "{[", count: 400) + String(repeating: "x, ", count: 300_000)
    #expect(Self.refusal(inner) != nil)
    let keys = String(repeating: "? ", count: 400) + "[" + String(repeating: "x, ", count: 300_000)
    #expect(Self.refusal(keys)?.hasPrefix("line 1: a '?'") == true)
  }
}
