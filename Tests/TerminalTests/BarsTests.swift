import Terminal
import Testing

@Suite struct BarsTests {
  private func line(_ width: Int, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(width: width, height: 1))
    draw(&frame)
    return frame.text(ofRow: 0)
  }

  private static let hints = FooterHints([
    Hint(key: "⏎", title: "open"), Hint(key: "n", title: "new", priority: 2),
    Hint(key: "D", title: "delete", priority: 3), Hint(key: "?", title: "help", isPinned: true),
  ])

  @Test(arguments: [
    (60, "⏎ open  n new  D delete  ? help"), (30, "⏎ open  n new  ? help"),
    (15, "⏎ open  ? help"), (14, "⏎ open  ? help"), (13, "n new  ? help"), (7, "? help"), (3, ""),
  ])
  func hintsGiveWayByPriority(width: Int, shown: String) {
    #expect(line(width) { Self.hints.draw(into: &$0, in: $0.bounds) } == shown)
  }

  private static let tabs = [
    TabItem("1 Keys", short: "1", badge: "1 204"), TabItem("2 Plans", short: "2", badge: "14"),
    TabItem("3 Methods", short: "3", badge: "96"),
    TabItem("8 Doctor", short: "8", alarm: StyledText("▲3", Style(.error))),
  ]

  @Test(arguments: [
    (80, 0, "[1 Keys 1 204]  2 Plans 14   3 Methods 96   8 Doctor ▲3"),
    (56, 0, "[1 Keys 1 204]  2 Plans 14   3 Methods 96   8 Doctor ▲3"),
    (55, 0, "[1 Keys]  2 Plans   3 Methods   8 Doctor ▲3"),
    (44, 1, " 1 Keys  [2 Plans]  3 Methods   8 Doctor ▲3"),
    (43, 1, " 1 Keys [2 Plans] 3 Methods  8 Doctor ▲3"),
    (38, 1, " 1 Keys[2 Plans]3 Methods 8 Doctor ▲3"),
    (37, 1, " 1 Keys[2 Plans]3 Methods 8▲3"),
    (23, 3, " 1 2 3[8 Doctor ▲3]"), (24, 0, "[1 Keys]2 Plans 3 8▲3"),
    (15, 2, "[3 Methods]8▲3"), (14, 2, "[3 Methods]"), (4, 2, "[3 …"),
  ])
  func tabsKeepTheChosenOne(width: Int, selected: Int, shown: String) {
    let tabs = Tabs(Self.tabs, selected: selected)
    #expect(line(width) { tabs.draw(into: &$0, in: $0.bounds) } == shown)
  }

  @Test func tabsAreFoundByTheirPlace() {
    let tabs = Tabs(Self.tabs, selected: 0)
    let rect = Rect(x: 0, y: 0, width: 80, height: 1)
    #expect(tabs.index(at: Point(x: 1, y: 0), in: rect) == 0)
    #expect(tabs.index(at: Point(x: 16, y: 0), in: rect) == 1)
    #expect(tabs.index(at: Point(x: 79, y: 0), in: rect) == nil)
    #expect(tabs.index(at: Point(x: 1, y: 1), in: rect) == nil)
    #expect(Tabs([], selected: 3).places(in: rect).isEmpty)
  }

  @Test func toastsAndProgress() {
    let toast = Toast(
      .ok, "acme-staging disabled.", hints: [Hint(key: "z", title: "undo")])
    #expect(line(60) { toast.draw(into: &$0, in: $0.bounds) } == "✓ acme-staging disabled.  z undo")
    let evil = Toast(.error, DisplayText("no \u{1B}[2J"))
    #expect(line(60) { evil.draw(into: &$0, in: $0.bounds) } == "✗ no ·u001b[2J")
    let bar = ProgressBar(label: "replay", fraction: 0.5, note: "^C stops")
    #expect(
      line(40) { bar.draw(into: &$0, in: $0.bounds) } == "replay █████████░░░░░░░░░  50%  ^C stops")
    #expect(line(24) { bar.draw(into: &$0, in: $0.bounds) } == "replay ██████░░░░░░  50%")
    #expect(ProgressBar(label: "", fraction: .nan).percentText == "…")
    #expect(ProgressBar(label: "", fraction: nil).percentText == "…")
    #expect(ProgressBar(label: "", fraction: 0.999).percentText == "99%")
  }
}
