import Testing

@testable import TerminalUI

@Suite struct TextFieldTests {
  private func edited(_ text: String, _ script: String) throws -> String {
    var field = TextField(text)
    for case .key(let key) in try Event.script(script) {
      let handled = field.handle(key)
      #expect(handled)
    }
    let characters = Array(field.text)
    return String(characters[..<field.cursor]) + "|" + String(characters[field.cursor...])
  }

  @Test(arguments: [
    ("", "type:1.5", "1.5|"), ("abc", "<Left> x", "abx|c"), ("abc", "<Home> <Del> <Right>", "b|c"),
    ("abc", "<BS> <BS> <BS> <BS>", "|"), ("abc", "<C-a> <C-k>", "|"), ("abc", "<Left> <C-u>", "|c"),
    ("one two  ", "<C-w>", "one |"), ("one", "<C-w> <C-w>", "|"), ("한글", "<Left> <BS>", "|글"),
    ("abc", "<Left> <C-e> d", "abcd|"), ("abc", "<Right> <Right> <End>", "abc|"),
    ("e\u{301}x", "<Home> <Right>", "e\u{301}|x"), ("a b", "<C-w> <Space>", "a  |"),
  ])
  func `keys edit at the cursor`(text: String, script: String, result: String) throws {
    #expect(try edited(text, script) == result)
  }

  @Test(arguments: [Key.up, .enter, .escape, .tab, .control("r"), .function(1), .pageUp])
  func `other keys are left to others`(key: Key) {
    var field = TextField("abc")
    let handled = field.handle(key)
    #expect(!handled)
    #expect(field == TextField("abc"))
  }

  @Test func `controls are left out of what is pasted`() {
    var field = TextField("a\nb")
    field.insert("1\u{1B}[2J\r\n\t2\u{202E}한")
    #expect(field.text == "ab1[2J2한")
  }

  @Test func `a mark typed after the cursor does not swallow it`() {
    var field = TextField("ab")
    _ = field.handle(.left)
    field.insert("\u{301}")
    #expect(field.text == "a\u{301}b" && field.cursor == 1)
  }

  /// The cursor's column after the field was drawn into columns 2...7 of 10.
  @Test(arguments: [
    ("", "", "..      ..", 2), ("abc", "", "..abc   ..", 5), ("abcdef", "", "..bcdef ..", 7),
    ("abcdef", "<Left>", "..abcdef..", 7), ("abcdefgh", "<Home>", "..abcdef..", 2),
    ("한글이다", "", ".. 이다 ..", 7), ("한글이다", "<Left>", "..글이다..", 6),
    ("한글이다", "<Home>", "..한글이..", 2), ("a한글", "<Left>", "..a한글 ..", 5),
  ])
  func `the cursor is always seen`(text: String, script: String, row: String, column: Int) throws {
    var field = TextField(text)
    for case .key(let key) in try Event.script(script) { _ = field.handle(key) }
    var cursor: Point?
    let drawn = picture(width: 10) {
      cursor = field.draw(in: Rect(x: 2, y: 0, width: 6, height: 1), on: &$0)
    }
    #expect(drawn == row)
    #expect(cursor == Point(x: column, y: 0))
  }

  @Test(arguments: 1...9, nastyTexts)
  func `any text at any width keeps the cursor inside`(width: Int, text: String) {
    var field = TextField(text + text)
    let rect = Rect(x: 1, y: 0, width: width, height: 1)
    for _ in 0...(2 * text.count) {
      var canvas = Canvas(width: 11, height: 1)
      let cursor = field.draw(in: rect, on: &canvas)
      #expect(cursor.map(rect.contains) == true)
      #expect(isWhole(canvas))
      _ = field.handle(.left)
    }
    #expect(field.cursor == 0)
  }

  @Test(arguments: awkwardRects)
  func `any rectangle is survived and kept to`(rect: Rect) {
    let field = TextField("긴 글 with a long text")
    expectInside(rect) { _ = field.draw(in: rect, on: &$0) }
    var canvas = Canvas(width: 12, height: 4)
    #expect((field.draw(in: rect, on: &canvas) == nil) == rect.isEmpty)
  }
}
