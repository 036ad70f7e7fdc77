import LogitModel
import Testing

@testable import ProblemFiles

@Suite("Tables of logits")
struct CSVTableTests {
  private static func problem(
    _ text: String,
    file: String = "x.csv",
    hasHeader: Bool = false
  ) throws(FileError) -> Problem {
    let input = InputBytes(source: file, name: file, bytes: Array(text.utf8))
    return try ProblemFile.problem(input, hasHeader: hasHeader)
  }

  private static func refusal(_ text: String, file: String = "x.csv") -> String? {
    do {
      _ = try problem(text, file: file)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    "a header of names, a row a line, columns of another meaning anywhere",
    arguments: [
      "cat,dog,target\n1,2,dog\n-inf,4,0\n", "target,cat,dog\r\ndog,1,2\r\n0,-inf,4",
      "cat,title,dog,id,target\n1,pets,2,7,dog\n-inf,pets,4,8,cat",
      "\u{FEFF}cat,dog,target\n\n 1 ,2,1\n\n-inf,+4e0,cat\n",
      "\"cat\",\"dog\",\"target\"\n\"1\",\"2\",\"dog\"\n\"-inf\",4,\"0\"",
    ]
  )
  func table(_ text: String) throws {
    let read = try Self.problem(text)
    #expect(read.classes == ["cat", "dog"])
    #expect(read.logits == [[1, 2], [-.infinity, 4]])
    #expect(read.targets == [.index(1), .index(0)])
    #expect(read.title == (text.contains("pets") ? "pets" : ""))
  }

  @Test("tabs part a TSV, and a target left empty is none")
  func tabs() throws {
    let read = try Self.problem("a,b\tc\ttarget\n1\t2\ta,b\n3\t4\t\n", file: "x.TSV")
    #expect(read.classes == ["a,b", "c"])
    #expect(read.targets == [.index(0), nil])
  }

  @Test("in quotes, what nearly names a column is a class")
  func quotedNames() throws {
    let read = try Self.problem("\"Target\",\" target\",\"id \",targets,target\n1,2,3,4,0")
    #expect(read.classes == ["Target", " target", "id ", "targets"])
    #expect(read.targets == [.index(0)])
  }

  @Test("titles that differ are no title")
  func titles() throws {
    #expect(try Self.problem("a,b,title\n1,2,x\n3,4,y").title == "")
  }

  @Test(
    "names are kept to the byte, in quotes and without",
    arguments: [
      "\" the\"", " the", "\u{301}", "\"\u{301}\"", "x\u{301}", "\u{600}", "\"\u{600}\"", "\u{A0}y",
      "\"a,b\"", "\"\"\"\u{301}\"", "\"a\r\nb\"", "\"\r\"", "\"\t\"", "\"\u{85}\"", "\u{AC1C}",
      "\u{1F468}\u{200D}", "\"\"\"\"", "a ", "\u{FEFF}z", "\u{110}", "\"\u{110}\"",
    ]
  )
  func names(_ written: String) throws {
    let quote = UInt8(ascii: "\"")
    var bytes = Array(written.utf8)
    if bytes.first == quote { bytes = Array(bytes.dropFirst().dropLast()) }
    // The one with quotes in it is of nothing else but a mark.
    if bytes.first == quote { bytes.removeFirst() }
    let name = String(decoding: bytes, as: UTF8.self)
    for header in ["x,\(written),\(written)", "\"q\",\(written),\(written)"] {
      let read = try Self.problem("\(header)\n1,2,3\n4,5,6")
      #expect(read.classes.dropFirst().map(ExactText.init) == [ExactText(name), ExactText(name)])
      #expect(read.logits == [[1, 2, 3], [4, 5, 6]])
    }
  }

  @Test("a first line of numbers is a row, unless it is said to be a header")
  func header() throws {
    let text = "0,1\n2,3\n"
    #expect(try Self.problem(text).logits == [[0, 1], [2, 3]])
    #expect(try Self.problem("\"0\",\"1\"\n2,3").logits == [[0, 1], [2, 3]])
    let read = try Self.problem("5,6\n2,3\n", hasHeader: true)
    #expect(read.classes == ["5", "6"])
    #expect(read.logits == [[2, 3]])
    #expect(try Self.problem("0,1,target\n2,3,1").classes == ["0", "1"])
  }

  /// What is no table, ⏎ for a line's end, ⇥ for a tab, and under it what is said of it.
  static let refusals = #"""
    cat,dog⏎1,2,3
      line 2: 3 values were found, 2 as line 1 has were expected
    cat,dog⏎1,2⏎⏎3
      line 4: 1 value was found, 2 as line 1 has were expected
    cat,dog⏎1,2,
      line 2: 3 values were found, 2 as line 1 has were expected
    cat,dog⏎1,"2","
      line 2: a quote is not closed; close it, or double it within a text
    "cat⏎",dog⏎1,2⏎"3,4⏎5,6
      line 4: a quote is not closed; close it, or double it within a text
    "cat⏎",dog⏎1,2⏎3
      line 4: 1 value was found, 2 as line 1 has were expected
    c"a"t,dog⏎1,2
      line 1: a quote within a text; double it, and put the text in quotes
    c""at,dog⏎1,2
      line 1: a quote within a text; double it, and put the text in quotes
    "cat" ,dog⏎1,2
      line 1: more behind a closing quote; double a quote within a text
    "c"at,dog⏎1,2
      line 1: more behind a closing quote; double a quote within a text
    cat,dog⏎1,nan
      line 2: class 'dog' (1): 'nan' is not a number; write a decimal number or -inf
    cat,dog⏎1,
      line 2: class 'dog' (1): a number is missing; write -inf for a class left out
    "1","2"⏎3,x
      line 2: class (1): 'x' is not a number; write a decimal number or -inf
    cat,dog⏎1,1e999
      line 2: class 'dog' (1): '1e999' is beyond what a double holds, 1.8e308
    cat,dog
      line 1: it is a header, as 'cat' is no number, and no row of logits follows; add one
    0.1,nan⏎2,3
      line 1: 'nan' is not a number; write a decimal number or -inf
    0.1,,2⏎1,2,3
      line 1: a number is missing; write -inf for a class left out
    ,cat,dog⏎0,1,2
      line 1: column 0 has no name; give it one, or name it 'id' if it only numbers the rows
    target,cat,dog,target⏎0,1,2,0
      line 1: the column 'target' stands twice; keep one, and name classes with --classes-file
    cat;dog⏎1;2
      line 1: values are parted by ';'; write ',' between them
    a,b, target⏎1,2,0
      line 1: column 2 is ' target'; write 'target', or put it in quotes if it is a class
    "a,""Id",Title,"b"⏎1,2,3
      line 1: column 1 is 'Title'; write 'title', or put it in quotes if it is a class
    ID,a,b⏎1,2,3
      line 1: column 0 is 'ID'; write 'id', or put it in quotes if it is a class
    1,−2⏎3,4
      line 1: '−2' has the minus sign U+2212; write - (hyphen-minus)
    cat,dog,target⏎1,2,bird
      row 0: target: there is no class 'bird'; give a name of "classes" or an index
    cat,cat,target⏎1,2,cat
      row 0: target: 2 classes are named 'cat'; give an index instead (0, 1)
    cat⏎1
      1 class; at least 2 are needed
    """#

  @Test("what is no table is refused in one line with its place and remedy")
  func refuses() {
    let lines = Self.refusals.split(separator: "\n", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      let text = String(lines[index]).replacing("⏎", with: "\n")
      let message = lines[index + 1].drop { $0 == " " }
      #expect(Self.refusal(text) == "x.csv: \(message)", "\(text)")
    }
    #expect(lines.count == 54)
  }

  @Test("quotes and separators at random are read or refused in one line", arguments: 0..<300)
  func fuzz(seed: UInt64) {
    var random = RandomProblems(seed: seed)
    let parts = [
      "\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "1", "2", "a", "\u{301}", "target", "\t",
    ]
    let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }
    for start in ["", "a,b\n", "\"a\",b\n1,2\n"] {
      let message = Self.refusal(start + text.joined())
      #expect(message.map { $0.hasPrefix("x.csv: ") && !$0.contains("\n") } ?? true)
    }
  }
}
