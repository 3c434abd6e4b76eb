import TestSupport
import Testing

/// A console shows what others do without a key being pressed.
@Suite("Changes by others")
struct ForeignChangesTests {
  @Test("What the command line changes appears on a running console and in the gateway's answers")
  func commandLine() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let terminal = try shop.bench.console()
    try terminal.wait(for: "the key") { $0.shows("web") && $0.shows("standard") }

    try shop.bench.keystile("key", "create", "from-elsewhere")
    try terminal.wait(forText: "from-elsewhere")
    try shop.bench.keystile("key", "set", "from-elsewhere", "--name", "renamed-there")
    try terminal.wait(forText: "renamed-there")
    try terminal.wait(for: "one row of the key") { screen in
      !screen.lines.contains { $0.hasPrefix("│") && $0.prefix(40).contains("from-elsewhere") }
    }

    try shop.bench.keystile("plan", "set", "standard", "--quota", "777/DAY")
    try terminal.wait(forText: "777")
    try shop.bench.keystile("key", "disable", "web")
    try gateway.wait(forStatus: 403, of: shop.path, key: shop.secret)
    try terminal.press("Q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test("A change by others tells who made it and through what, and marks its row")
  func origin() throws {
    let shop = try Shop(Workbench())
    let terminal = try shop.bench.console()
    try terminal.wait(for: "the key") { $0.shows("web") && $0.shows("standard") }
    try shop.bench.keystile("--as", "ana", "plan", "set", "standard", "--quota", "777/DAY")
    try terminal.wait(forText: "◆standard")
    try terminal.wait(for: "the words of the change") { screen in
      screen.lines.contains { $0.contains("cli ana ") && $0.contains("777") }
    }
  }

  @Test("What the gateway serves is counted on the screen")
  func counters() throws {
    let shop = try Shop(Workbench())
    let gateway = try shop.bench.serve()
    let terminal = try shop.bench.console()
    try terminal.wait(forText: "127.0.0.1:\(gateway.port)")
    for _ in 0..<7 { #expect(try gateway.get(shop.path, key: shop.secret).status == 200) }
    try terminal.wait(for: "7 requests") { $0.lines.contains { $0.contains("served     7 today") } }
  }

  @Test("Two consoles see each other's changes")
  func twoConsoles() throws {
    let bench = try Workbench()
    try bench.keystile("key", "create", "shared-key")
    let (first, second) = (try bench.console(), try bench.console())
    for terminal in [first, second] { try terminal.wait(forText: "shared-key") }
    try first.press("o")
    try second.wait(for: "the key to be off") { screen in
      screen.lines.contains { $0.contains("shared-key") && $0.contains(" off") }
    }
    try second.press("o")
    try first.wait(for: "the key to be on") { screen in
      !screen.lines.contains { $0.contains("shared-key") && $0.contains(" off") }
    }
  }
}
