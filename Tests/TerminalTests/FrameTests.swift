import Terminal
import Testing

@Suite struct FrameTests {
  private func frame(_ width: Int, _ height: Int = 1) -> Frame {
    Frame(size: Size(width: width, height: height))
  }

  @Test func cellsAreSmall() {
    #expect(MemoryLayout<Style>.size <= 4)
  }

  @Test func textIsCutAtClipAndFrame() {
    var frame = frame(10)
    frame.draw("abcdefgh", at: Point(x: -2, y: 0), clip: Rect(x: 1, y: 0, width: 4, height: 1))
    #expect(frame.text(ofRow: 0) == " defg")
    frame.draw("zzz", at: Point(x: 8, y: 0))
    #expect(frame.text(ofRow: 0) == " defg   zz")
    frame.draw("lost", at: Point(x: 0, y: 5))
    frame.draw("lost", at: Point(x: 0, y: -1))
    #expect(frame.lines.count == 1)
  }

  @Test func wideCharactersAreNeverHalved() {
    var frame = frame(6)
    frame.draw("東京", at: Point(x: 0, y: 0))
    frame.draw("x", at: Point(x: 1, y: 0))
    #expect(frame.text(ofRow: 0) == " x京")
    frame.draw("y", at: Point(x: 2, y: 0))
    #expect(frame.text(ofRow: 0) == " xy")
    frame.draw("東", at: Point(x: 5, y: 0))
    #expect(frame.text(ofRow: 0) == " xy")
    frame.draw("東", at: Point(x: 2, y: 0))
    frame.fill(Rect(x: 3, y: 0, width: 1, height: 1))
    #expect(frame.text(ofRow: 0) == " x")
  }

  @Test func clustersKeepTheirMarks() {
    var frame = frame(4)
    frame.draw("e\u{301}x", at: Point(x: 0, y: 0))
    #expect(frame.content(at: Point(x: 0, y: 0)) == .cluster(["e", "\u{301}"]))
    #expect(frame.text(ofRow: 0) == "e\u{301}x")
  }

  @Test func boxesHoldTheirTitles() {
    var frame = frame(24, 3)
    let inner = frame.drawBox(frame.bounds, title: "Keys", rightTitle: "3/12")
    frame.draw("acme", in: inner)
    #expect(
      frame.description == """
        ┌─ Keys ──────── 3/12 ─┐
        │acme                  │
        └──────────────────────┘

        """)
    #expect(inner == Rect(x: 1, y: 1, width: 22, height: 1))
  }

  @Test func boxesShrinkWithGrace() {
    for width in 0...24 {
      for height in 0...3 {
        var frame = frame(24, 3)
        frame.drawBox(
          Rect(x: 0, y: 0, width: width, height: height), title: "A long title",
          rightTitle: "12/1 204", bottomTitle: "more")
        #expect(frame.lines.allSatisfy { $0.count <= width })
      }
    }
  }

  @Test func asciiTerminalsGetAsciiLines() {
    var frame = Frame(size: Size(width: 12, height: 3), glyphs: .ascii)
    frame.drawBox(frame.bounds, title: "A long title")
    #expect(
      frame.description == """
        +- A lon~ -+
        |          |
        +----------+

        """)
  }

  @Test(arguments: [
    (0.0, "░░░░"), (0.5, "██░░"), (0.53, "██▏░"), (1, "████"), (7, "████"), (-1, "░░░░"),
    (Double.nan, "░░░░"), (0.01, "░░░░"), (0.97, "███▉"),
  ])
  func bars(fraction: Double, shown: String) {
    var frame = frame(4)
    frame.drawBar(fraction, in: frame.bounds)
    #expect(frame.text(ofRow: 0) == shown)
  }

  @Test func sparklinesKeepAFixedScale() {
    var frame = frame(6)
    frame.drawSparkline([0, 1, 50, 100, 900, -3], in: frame.bounds, maximum: 100)
    #expect(frame.text(ofRow: 0) == " ▁▄██")
    frame.drawSparkline([5], in: frame.bounds, maximum: 0)
    #expect(frame.text(ofRow: 0) == " ▁▄██")
  }

  @Test func columnsGrowFromTheBottom() {
    var frame = frame(3, 2)
    frame.drawColumns([0.5, 2, 4], in: frame.bounds, maximum: 4)
    #expect(frame.description == "  █\n▂██\n")
  }

  @Test func onlyChangesAreReported() {
    var old = frame(20, 2)
    old.draw("hello", at: Point(x: 2, y: 1))
    #expect(old.changes(from: old).isEmpty)
    #expect(old.changes(from: nil).count == 2)
    var new = old
    new.draw("J", at: Point(x: 2, y: 1))
    #expect(new.changes(from: old) == [FrameRun(row: 1, columns: 2..<3)])
    new.draw("!", at: Point(x: 6, y: 1))
    #expect(new.changes(from: old) == [FrameRun(row: 1, columns: 2..<7)])
    new.draw("?", at: Point(x: 19, y: 1))
    #expect(new.changes(from: old).count == 2)
    new.restyle(new.bounds) { $0.adding(.bold) }
    #expect(new.changes(from: old).count == 2)
  }

  @Test func changesHoldWholeCharacters() {
    var old = frame(8)
    old.draw("東京", at: Point(x: 1, y: 0))
    var new = frame(8)
    new.draw("東x", at: Point(x: 1, y: 0))
    #expect(new.changes(from: old) == [FrameRun(row: 0, columns: 3..<5)])
    var styled = old
    styled.restyle(Rect(x: 4, y: 0, width: 1, height: 1)) { $0.adding(.bold) }
    #expect(styled.changes(from: old) == [FrameRun(row: 0, columns: 3..<5)])
  }

  @Test func equalClustersOfDifferentFramesAreEqual() {
    var first = frame(4)
    first.draw("a\u{301}", at: Point(x: 0, y: 0))
    first.draw("e\u{301}", at: Point(x: 0, y: 0))
    var second = frame(4)
    second.draw("e\u{301}", at: Point(x: 0, y: 0))
    #expect(first.changes(from: second).isEmpty)
    #expect(first.difference(from: second) == nil)
  }

  @Test func differencesAreReadable() throws {
    var old = frame(6)
    old.draw("abc", at: Point(x: 0, y: 0))
    var new = old
    new.draw("X", at: Point(x: 1, y: 0), Style(.error))
    let report = try #require(new.difference(from: old))
    #expect(report.contains("row 0, columns 1..<2"))
    #expect(report.contains("\"X\" error"))
    #expect(report.contains("\"b\" standard"))
  }

  @Test func tooSmallNoticeIsCentred() {
    var small = frame(36, 3)
    TooSmallNotice.draw(into: &small, needed: Size(width: 40, height: 10))
    #expect(small.lines == ["", "     needs 40x10, this is 36x3", ""])
    var tiny = frame(1, 1)
    TooSmallNotice.draw(into: &tiny, needed: Size(width: 40, height: 10))
    #expect(tiny.lines == ["…"])
    var none = frame(0, 0)
    TooSmallNotice.draw(into: &none, needed: Size(width: 40, height: 10))
    #expect(none.lines.isEmpty)
  }
}
