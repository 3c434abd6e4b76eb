import Terminal
import TestSupport
import Testing

@Suite struct ListStateTests {
  @Test func theWindowFollowsTheCursor() {
    var state = ListState()
    for _ in 0..<12 { state.move(.down, rowCount: 100, height: 10) }
    #expect(state.cursor == 12)
    #expect(state.visibleRows(rowCount: 100, height: 10) == 3..<13)
    for _ in 0..<5 { state.move(.up, rowCount: 100, height: 10) }
    #expect(state.visibleRows(rowCount: 100, height: 10) == 3..<13)
  }

  @Test func pagesKeepThePlaceOnTheScreen() {
    var state = ListState(cursor: 4)
    state.move(.pageDown, rowCount: 100, height: 10)
    #expect(state.cursor == 14)
    #expect(state.top == 10)
    state.move(.halfPageUp, rowCount: 100, height: 10)
    #expect(state.cursor == 9)
    state.move(.last, rowCount: 100, height: 10)
    #expect(state.visibleRows(rowCount: 100, height: 10) == 90..<100)
    state.move(.pageDown, rowCount: 100, height: 10)
    #expect(state.cursor == 99)
    state.move(.first, rowCount: 100, height: 10)
    #expect(state.top == 0)
  }

  @Test func survivesEveryChangeOfTheList() {
    var state = ListState(cursor: 99, top: 90)
    #expect(state.visibleRows(rowCount: 5, height: 10) == 0..<5)
    #expect(state.visibleRows(rowCount: 0, height: 10).isEmpty)
    #expect(state.visibleRows(rowCount: 100, height: 0).isEmpty)
    state.fit(rowCount: 0, height: 10)
    #expect(state.cursor == 0)
  }

  /// After any motions, in lists and windows of any size, the cursor is on a row and seen.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func theCursorIsAlwaysSeen(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let motions: [Motion] = [
      .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .first, .last, .by(-7), .by(13),
      .to(40),
    ]
    var state = ListState()
    for _ in 0..<500 {
      let rows = Int(random.next() % 60)
      let height = Int(random.next() % 20) + 1
      let motion = motions[Int(random.next() % UInt64(motions.count))]
      state.move(motion, rowCount: rows, height: height)
      let visible = state.visibleRows(rowCount: rows, height: height)
      #expect(rows == 0 || visible.contains(state.cursor), "seed \(seed)")
      #expect(visible.count == min(rows, height), "seed \(seed)")
    }
  }
}
