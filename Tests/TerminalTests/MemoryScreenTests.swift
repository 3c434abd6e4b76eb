import Terminal
import Testing

@Suite struct MemoryScreenTests {
  @Test func keepsWhatItIsShown() throws {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    var frame = screen.makeFrame()
    frame.draw("hello", at: Point(x: 1, y: 1), Style(.ok, .bold))
    let cursor = Cursor(Point(x: 1, y: 1), isVisible: false)
    screen.present(frame, cursor: cursor)
    screen.present(frame, cursor: cursor)
    #expect(screen.changedFrameCount == 1)
    #expect(screen.text == "\n hello\n")
    #expect(screen.shows("hell"))
    #expect(
      screen.textAndStyles == """

         hello
        --- cursor: hidden at column 1, row 1
        --- styles

        .aaaaa
        a = ok bold

        """)
  }

  @Test func handsOutWhatHappens() throws {
    let screen = MemoryScreen(size: Size(width: 10, height: 2))
    try screen.type(keys: "g g ^S")
    screen.type(text: "é")
    screen.resize(to: Size(width: 5, height: 1))
    #expect(
      screen.readEvents() == [
        .key(.character("g")), .key(.character("g")), .key(KeyEvent(.character("s"), .control)),
        .key(.character("é")), .resize(Size(width: 5, height: 1)),
      ])
    #expect(screen.readEvents().isEmpty)
    #expect(screen.makeFrame().size == Size(width: 5, height: 1))
  }
}
