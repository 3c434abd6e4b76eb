import Terminal
import Testing

@Suite struct KeyNotationTests {
  @Test(
    arguments: [
      ("a", KeyEvent(.character("a"))), ("A", KeyEvent(.character("A"))),
      ("^S", KeyEvent(.character("s"), .control)), ("C-s", KeyEvent(.character("s"), .control)),
      ("C-S", KeyEvent(.character("s"), .control)), ("Enter", KeyEvent(.enter)),
      ("F4", KeyEvent(.function(4))), ("f12", KeyEvent(.function(12))),
      ("S-Tab", KeyEvent(.tab, .shift)), ("esc", KeyEvent(.escape)),
      ("Space", KeyEvent(.character(" "))), ("C-Space", KeyEvent(.character(" "), .control)),
      ("A-x", KeyEvent(.character("x"), .alt)), ("M-x", KeyEvent(.character("x"), .alt)),
      ("C-S-Left", KeyEvent(.left, [.control, .shift])), ("S-a", KeyEvent(.character("A"))),
      ("^", KeyEvent(.character("^"))), ("-", KeyEvent(.character("-"))),
      ("^\\", KeyEvent(.character("\\"), .control)),
      ("C-Minus", KeyEvent(.character("-"), .control)),
      ("?", KeyEvent(.character("?"))), ("PgDn", KeyEvent(.pageDown)), ("é", .character("é")),
    ] as [(String, KeyEvent)])
  func notationsAreRead(notation: String, event: KeyEvent) throws {
    #expect(try KeyEvent(notation: notation) == event)
  }

  @Test(arguments: ["", "Foo", "^", "C-", "F0", "F64", "X-a", "C-Foo", "ab"].filter { $0 != "^" })
  func nonsenseIsRefused(notation: String) {
    #expect(throws: KeyNotationError.self) { try KeyEvent(notation: notation) }
  }

  @Test(arguments: [
    "a", "A", "^S", "Enter", "F4", "S-Tab", "Space", "C-Space", "A-x", "C-S-Left", "^\\", "Esc",
    "PgUp", "PgDn", "Home", "End", "Del", "Ins", "Backspace", "Up", "A-Minus", "-", "^", "?",
    "C-A-F5", "A-^",
  ])
  func notationsReadBack(notation: String) throws {
    let event = try KeyEvent(notation: notation)
    #expect(event.description == notation)
    #expect(try KeyEvent(notation: event.description) == event)
  }

  @Test func sequences() throws {
    let sequence = try KeySequence(notation: "g g")
    #expect(sequence.keys == [.character("g"), .character("g")])
    #expect(sequence.description == "g g")
    #expect(sequence.isBegun(by: [.character("g")]))
    #expect(!sequence.isBegun(by: sequence.keys))
    #expect(!sequence.isBegun(by: [.character("x")]))
    #expect(throws: KeyNotationError.self) { try KeySequence(notation: " ") }
  }

  @Test func onlyPlainCharactersAreTyped() {
    #expect(KeyEvent(.character("x")).typedCharacter == "x")
    #expect(KeyEvent(.character("x"), .control).typedCharacter == nil)
    #expect(KeyEvent(.character("x"), .alt).typedCharacter == nil)
    #expect(KeyEvent(.enter).typedCharacter == nil)
  }
}
