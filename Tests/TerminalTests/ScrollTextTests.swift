import Terminal
import Testing

@Suite struct ScrollTextTests {
  private func text(_ width: Int = 12) -> ScrollText {
    ScrollText(
      [
        "burst is below rate: less than fits",
        StyledText([.init("red ", Style(.error)), .init("and green words", Style(.ok))]),
        "Burst again", "end",
      ], width: width)
  }

  private func show(_ text: ScrollText, height: Int) -> Frame {
    var frame = Frame(size: Size(width: 12, height: height))
    text.draw(into: &frame, in: frame.bounds)
    return frame
  }

  @Test func wrapsAndKeepsStyles() {
    let frame = show(text(), height: 8)
    #expect(
      frame.lines == [
        "burst is", "below rate:", "less than", "fits", "red and", "green words", "Burst again",
        "end",
      ])
    #expect(frame.style(at: Point(x: 0, y: 4)) == Style(.error))
    #expect(frame.style(at: Point(x: 4, y: 4)) == Style(.ok))
    #expect(frame.style(at: Point(x: 0, y: 5)) == Style(.ok))
  }

  @Test func scrollsWithinItsEnds() {
    var text = text()
    text.move(.last, height: 3)
    #expect(show(text, height: 3).lines == ["green words", "Burst again", "end"])
    text.move(.pageUp, height: 3)
    #expect(text.top == 2)
    text.move(.by(-99), height: 3)
    #expect(text.top == 0)
    text.move(.last, height: 99)
    #expect(text.top == 0)
  }

  @Test func searchesWithoutRegardToCase() {
    var text = text()
    text.search("burst", height: 3)
    #expect(text.matches == [0, 6])
    #expect(text.top == 0)
    text.moveToMatch(forward: true, height: 1)
    #expect(text.top == 6)
    text.moveToMatch(forward: true, height: 1)
    #expect(text.top == 0)
    text.moveToMatch(forward: false, height: 1)
    #expect(text.top == 6)
    let frame = show(text, height: 1)
    #expect(frame.style(at: Point(x: 0, y: 0)).attributes.contains(.reverse))
    #expect(!frame.style(at: Point(x: 5, y: 0)).attributes.contains(.reverse))
    text.search("nowhere", height: 1)
    #expect(text.matches.isEmpty)
  }

  @Test func wrapsAnewInAnotherWidth() {
    var text = text()
    text.setWidth(60)
    #expect(text.lineCount == 4)
    text.setWidth(1)
    #expect(text.lineCount > 30)
  }

  @Test func checklistsTickAndMove() {
    var list = Checklist([
      .init(id: "name", title: "NAME", isOn: true, isFixed: true),
      .init(id: "key", title: "KEY", note: "masked", isOn: false),
      .init(id: "rate", title: "R/S", isOn: true),
    ])
    for key in ["Space", "Down", "Space", "S-Down"] {
      let event = try? KeyEvent(notation: key)
      let isUsed = event.map { list.handle($0, height: 5) } ?? false
      #expect(isUsed)
    }
    #expect(list.selection == ["name", "rate", "key"])
    var frame = Frame(size: Size(width: 24, height: 3))
    list.draw(into: &frame, in: frame.bounds)
    #expect(
      frame.lines == ["  [✓] NAME", "  [✓] R/S", "▶ [✓] KEY   masked"])
  }
}
