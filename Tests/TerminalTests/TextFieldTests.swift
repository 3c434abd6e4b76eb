import Terminal
import Testing

@Suite struct TextFieldTests {
  private func typed(_ field: TextField, _ keys: String) throws -> TextField {
    var field = field
    for key in try KeySequence(notation: keys).keys { _ = field.handle(key) }
    return field
  }

  @Test(arguments: [
    ("Home x", "xone two"), ("Backspace", "one tw"), ("^W", "one "), ("^U", ""), ("Home ^K", ""),
    ("C-Left x", "one xtwo"), ("Left Left ^D", "one to"), ("A-b A-d", "one "),
    ("Home Del", "ne two"), ("^A A-f x", "onex two"), ("Home Backspace", "one two"),
    ("End Del", "one two"), ("Home ^W", "one two"), ("C-Right x", "one twox"),
  ])
  func editsAsReadlineDoes(keys: String, text: String) throws {
    #expect(try typed(TextField("one two"), keys).text == text)
  }

  @Test func leavesOtherKeysAlone() {
    var field = TextField("x")
    for key in [KeyEvent(.enter), KeyEvent(.escape), KeyEvent(.tab), KeyEvent(.function(1))] {
      let isUsed = field.handle(key)
      #expect(!isUsed)
    }
    #expect(field.text == "x")
  }

  @Test func pastesOnOneLineUpToTheLimit() {
    var field = TextField("ab", limitCharacters: 6)
    field.insert("c\nd\r\nefgh")
    #expect(field.text == "abc d ")
    field.insert("more")
    #expect(field.text.count == 6)
  }

  @Test func scrollsWithTheCursor() throws {
    var frame = Frame(size: Size(width: 6, height: 1))
    var field = TextField("abcdefghij")
    var cursor = field.draw(into: &frame, in: frame.bounds)
    #expect(frame.text(ofRow: 0) == "fghij")
    #expect(cursor == Point(x: 5, y: 0))
    field = try typed(field, "Home")
    cursor = field.draw(into: &frame, in: frame.bounds)
    #expect(frame.text(ofRow: 0) == "abcdef")
    #expect(cursor == Point(x: 0, y: 0))
  }

  @Test func wideTextKeepsTheCursorInPlace() {
    var frame = Frame(size: Size(width: 6, height: 1))
    let cursor = TextField("東京都庁").draw(into: &frame, in: frame.bounds)
    #expect(cursor == Point(x: 5, y: 0))
    #expect(frame.text(ofRow: 0) == " 都庁")
  }

  @Test func masksSecretsAndShowsHints() {
    var frame = Frame(size: Size(width: 20, height: 1))
    TextField("secret", isMasked: true).draw(into: &frame, in: frame.bounds)
    #expect(frame.text(ofRow: 0) == "••••••")
    TextField().draw(into: &frame, in: frame.bounds, placeholder: "name")
    #expect(frame.text(ofRow: 0) == "name")
    #expect(TextField("x").draw(into: &frame, in: .empty) == nil)
  }

  @Test func hostileTextIsShownHarmless() {
    var frame = Frame(size: Size(width: 20, height: 1))
    TextField("a\u{1B}[2J").draw(into: &frame, in: frame.bounds)
    #expect(frame.text(ofRow: 0) == "a·u001b[2J")
  }
}
