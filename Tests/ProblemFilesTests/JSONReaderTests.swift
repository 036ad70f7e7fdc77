import Foundation
import Testing

@testable import ProblemFiles

@Suite("JSON, read")
struct JSONReaderTests {
  @Test(
    "what is not JSON is refused with its line",
    arguments: [
      ("", "line 1: a value was expected, the text ends"),
      ("{", "line 1: a key in double quotes was expected, found the end of the text"),
      ("{\"a\"", "line 1: ':' was expected after 'a', found the end of the text"),
      ("{\"a\" 1}", "line 1: ':' was expected after 'a', found '1'"),
      ("{\"a\": 1,}", "line 1: a key in double quotes was expected, found '}'"),
      ("{\n\"a\": 1\n\"b\": 2}", "line 3: ',' or '}' was expected, found '\"'"),
      ("{\n\"a\": 1,\n\"a\": 2}", "line 3: the key 'a' stands twice; keep one"),
      ("[1, 2,]", "line 1: a value was expected, found ']'"),
      ("[1 2]", "line 1: ',' or ']' was expected, found '2'"),
      ("[1]\n[2]", "line 2: more text after the end of the JSON value; a file holds one problem"),
      ("'a'", "line 1: a value was expected, found '''"),
      ("[None]", "line 1: 'None' is no JSON value; text and -inf stand in double quotes"),
      ("[-inf]", "line 1: -inf stands in double quotes: \"-inf\""),
      ("[NaN]", "line 1: 'NaN' is no JSON value; text and -inf stand in double quotes"),
      ("[01]", "line 1: '01' is not a number as JSON writes it"),
      ("[1.]", "line 1: '1.' is not a number as JSON writes it"),
      ("[1e]", "line 1: '1e' is not a number as JSON writes it"),
      ("[-]", "line 1: '-' is not a number as JSON writes it"),
      ("[.5]", "line 1: a value was expected, found '.'"),
      ("[1e309]", "line 1: '1e309' is beyond what a double holds, 1.8e308"),
      ("\"a", "line 1: a string is not closed"),
      ("\"a\\", "line 1: a string is not closed"),
      (
        "\"a\nb\"",
        "line 1: a string holds a raw control character; write it as \\n, \\t or \\u00XX"
      ),
      ("\"\\x\"", "line 1: '\\x' is no escape of JSON"),
      ("\"\\u12G4\"", "line 1: \\u needs four hexadecimal digits"),
      ("\"\\u12", "line 1: \\u needs four hexadecimal digits"),
      ("\"\\ud800\"", "line 1: \\ud800 is half of a surrogate pair"),
      ("\"\\ud800\\u0041\"", "line 1: \\ud800 is half of a surrogate pair"),
    ]
  )
  func refuses(_ text: String, _ message: String) {
    #expect(throws: FileError.self) { try JSONReader.read(text) }
    do {
      _ = try JSONReader.read(text)
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(
    "a million brackets do not exhaust the stack",
    arguments: [
      String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 1_000_000),
    ]
  )
  func deepNesting(_ text: String) {
    #expect(throws: FileError(line: 1, "brackets nested deeper than 32")) {
      try JSONReader.read(text)
    }
  }

  @Test(
    "strings mean what JSON says",
    arguments: [
      ("\"\"", ""), ("\"a\\\"b\\\\c\\/\"", "a\"b\\c/"), ("\"\\b\\f\\n\\r\\t\"", "\u{8}\u{C}\n\r\t"),
      ("\"\\u00e9\\u0000\"", "\u{E9}\0"), ("\"\\uD83D\\uDE00\"", "\u{1F600}"),
      ("\"\u{AC1C}\"", "\u{AC1C}"),
    ]
  )
  func strings(_ text: String, _ meaning: String) throws {
    guard case .string(let read) = try JSONReader.read(text).value else {
      Issue.record("no string")
      return
    }
    #expect(read == meaning)
  }

  @Test(
    "numbers are the nearest doubles",
    arguments: ["0", "-0", "12", "-1.5e-3", "1E+2", "5e-324"]
  )
  func numbers(_ text: String) throws {
    guard case .number(let read) = try JSONReader.read(text).value else {
      Issue.record("no number")
      return
    }
    #expect(read.bitPattern == Double(text)?.bitPattern)
  }
}
