import TestSupport
import Testing

/// What was just made is what the next key acts on.
@Suite("The cursor after making something")
struct CursorAfterMakingTests {
  @Test("A key pressed after the form of a new API key acts on that key, not on the one before")
  func keys() throws {
    let shop = try Shop(Workbench())
    let terminal = try shop.bench.console()
    try terminal.wait(for: "the keys") { $0.shows("standard") && $0.shows("web") }
    for name in ["before", "zebra"] {
      try terminal.press("n")
      try terminal.wait(forText: "New API key")
      terminal.send(name)
      try terminal.press("^S")
      try terminal.wait(forText: "The value of \(name):")
      // Waits, since an escape that a key follows at once would be that key with Alt.
      try terminal.press("Esc")
      try terminal.wait(untilGone: "The value of")
      try terminal.press("o")
      try terminal.wait(forText: "disabled \(name)")
    }
    #expect(try shop.bench.json("key", "show", "web")["enabled"].integer == 1)
  }

  @Test("So it is for a plan")
  func plans() throws {
    let shop = try Shop(Workbench())
    let terminal = try shop.bench.console()
    try terminal.wait(for: "the plans") { $0.shows("standard") && $0.shows("web") }
    try terminal.press("2 n")
    try terminal.wait(forText: "New usage plan")
    terminal.send("zebra")
    try terminal.press("^S")
    try terminal.wait(forText: "▶zebra")
  }
}
