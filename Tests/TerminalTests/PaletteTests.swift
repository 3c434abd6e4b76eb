import Terminal
import TestSupport
import Testing

@Suite struct PaletteTests {
  private static let items = [
    PaletteItem(
      id: "quota", title: "quota grant…", key: "g", help: "add or remove requests for this period"),
    PaletteItem(id: "quit", title: "quit", key: "Q", help: "leave the console"),
    PaletteItem(
      id: "require", title: "require key…", key: "K", help: "methods that must carry a key"),
    PaletteItem(
      id: "unqueue", title: "unqueue deploy", help: "take it back",
      disabledReason: "nothing is queued"),
    PaletteItem(id: "broken", title: "broken links", key: "F9"),
  ]

  @Test(arguments: [
    ("qu", ["quit", "quota", "require", "unqueue"]),
    ("", ["quota", "quit", "require", "unqueue", "broken"]),
    ("rk", ["require", "broken"]), ("QUIT", ["quit"]), ("zzz", []), ("F9", ["broken"]),
    ("carry", ["require"]),
  ])
  func ranking(query: String, ids: [String]) {
    #expect(Palette(Self.items, query: query).hits.map(\.item.id) == ids)
  }

  @Test func theBestPlacesMatch() {
    #expect(FuzzyMatch("dp", in: "undo deploy plan")?.positions == [5, 12])
    #expect(FuzzyMatch("", in: "x")?.score == 0)
    #expect(FuzzyMatch("xa", in: "ax") == nil)
    #expect(FuzzyMatch("東", in: "acme-東京")?.positions == [5])
    let long = String(repeating: "ab", count: 5000)
    #expect(FuzzyMatch(long, in: long) != nil)
  }

  @Test func looks() {
    let screen = MemoryScreen(size: Size(width: 76, height: 6))
    var palette = Palette(Self.items)
    for key in [KeyEvent.character("q"), .character("u"), KeyEvent(.down)] {
      let isUsed = palette.handle(key, height: 5)
      #expect(isUsed)
    }
    var frame = screen.makeFrame()
    let cursor = palette.draw(into: &frame, in: frame.bounds, note: "recent first")
    screen.present(frame, cursor: cursor.map { Cursor($0, isVisible: true) })
    expectGolden(screen.textAndStyles, "palette.txt")
    #expect(palette.selected?.id == "quota")
    let isEnterUsed = palette.handle(KeyEvent(.enter), height: 5)
    #expect(!isEnterUsed)
  }

  @Test func typingGoesBackToTheBest() {
    var palette = Palette(Self.items)
    _ = palette.handle(KeyEvent(.end), height: 5)
    _ = palette.handle(KeyEvent(.down), height: 5)
    #expect(palette.selected?.id == "quit")
    palette.paste("broken")
    #expect(palette.selected?.id == "broken")
    palette.paste("zzz")
    #expect(palette.selected == nil)
  }
}
