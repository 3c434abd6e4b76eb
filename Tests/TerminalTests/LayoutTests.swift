import Terminal
import Testing

/// Layouts as pictures: each pane is filled with its own letter.
@Suite struct LayoutTests {
  private func picture(_ size: Size, _ panes: (Rect) -> [Rect]) -> String {
    var frame = Frame(size: size)
    for (index, pane) in panes(frame.bounds).enumerated() {
      for y in pane.y..<pane.endY {
        frame.draw(
          DisplayText(String(repeating: "abcdefgh".map(String.init)[index], count: pane.width)),
          at: Point(x: pane.x, y: y))
      }
    }
    return frame.description
  }

  @Test func mainScreenWide() {
    let panes: (Rect) -> [Rect] = { bounds in
      let rows = bounds.splitRows([.fixed(1), .share(), .fixed(2)])
      let columns = rows[1].splitColumns([.share(2), .atLeast(6, weight: 1)])
      return [rows[0], columns[0], columns[1], rows[2]]
    }
    #expect(
      picture(Size(width: 24, height: 6), panes) == """
        aaaaaaaaaaaaaaaaaaaaaaaa
        bbbbbbbbbbbbcccccccccccc
        bbbbbbbbbbbbcccccccccccc
        bbbbbbbbbbbbcccccccccccc
        dddddddddddddddddddddddd
        dddddddddddddddddddddddd

        """)
  }

  @Test func minimumsAreServedInOrderWhenRoomIsShort() {
    let panes: (Rect) -> [Rect] = { bounds in
      bounds.splitColumns([.fixed(4), .atLeast(6), .fixed(4)])
    }
    #expect(picture(Size(width: 16, height: 1), panes) == "aaaabbbbbbbbcccc\n")
    #expect(picture(Size(width: 9, height: 1), panes) == "aaaabbbbb\n")
    #expect(picture(Size(width: 3, height: 1), panes) == "aaa\n")
    #expect(picture(Size(width: 0, height: 1), panes) == "\n")
  }

  @Test func whatAMaximumTurnsBackGoesToTheOthers() {
    let extents = [
      Extent(minimum: 0, weight: 1, maximum: 3), Extent(minimum: 0, weight: 1), .fixed(2),
    ]
    #expect(Extent.divide(20, among: extents) == [3, 15, 2])
    #expect(Extent.divide(-5, among: extents) == [0, 0, 0])
  }

  @Test(arguments: 0...40)
  func divisionNeverExceedsTheWhole(total: Int) {
    let extents = [Extent.fixed(7), .atLeast(5, weight: 2), .share(3), .fixed(1)]
    let parts = Extent.divide(total, among: extents)
    #expect(parts.reduce(0, +) == total)
    #expect(parts.allSatisfy { $0 >= 0 })
  }

  @Test func rectanglesSaturate() {
    let rect = Rect(x: 3, y: 2, width: 4, height: 1)
    #expect(rect.inset(horizontal: 9, vertical: 9).isEmpty)
    #expect(rect.inset(horizontal: 9, vertical: 0).width == 0)
    #expect(rect.row(1).isEmpty)
    #expect(rect.droppingRows(5) == Rect(x: 3, y: 3, width: 4, height: 0))
    #expect(rect.intersection(Rect(x: 50, y: 50, width: 1, height: 1)).isEmpty)
    #expect(Rect(x: 0, y: 0, width: -4, height: -4).size == Size(width: 0, height: 0))
    #expect(rect.centred(Size(width: 2, height: 9)) == Rect(x: 4, y: 2, width: 2, height: 1))
  }
}
